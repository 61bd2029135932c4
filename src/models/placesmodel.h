// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/repoid.h"
#include "models/itemroles.h"

#include <QAbstractListModel>

struct Location;

/// The list at the left of the window: the Hub's kinds of repositories, what was opened lately, and this computer's own
/// pages.
class PlacesModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Place { Heading, Discover, Favourites, Repository, Cache, Transfers };
    enum Role {
        PlaceRole = models::FirstOwnRole,  ///< int(Place)
        LocationRole,                      ///< QString, of repositories.
        TypeRole,                          ///< int(RepoType), of Place::Discover.
    };

    explicit PlacesModel(QObject *parent = nullptr);

    static constexpr int kMaxRecent = 8;

    /// \a locations as core::locationText() writes them, newest first; each repository and revision is shown once.
    void setRecent(const QStringList &locations);
    void setFavourites(int count);
    void setCacheBytes(qint64 bytes);  ///< -1 while unknown.
    void setActiveTransfers(int count);
    int rowOf(Place place) const;               ///< Of the first such row; -1: none.
    int rowOf(RepoType type) const;             ///< Where that kind is discovered.
    int rowOf(const Location &location) const;  ///< Of that repository and revision, whatever folder; -1: none.

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        Place place;
        QString text;
        QString icon = {};
        QString location = {};
        RepoType type = {};

        friend bool operator==(const Row &, const Row &) = default;
    };

    QList<Row> recentRows(const QStringList &locations) const;
    QString noteOf(const Row &row) const;
    void tellNote(Place place);
    void setRows(int first, int count, const QList<Row> &rows);

    QList<Row> m_rows;
    int m_firstRecent;
    int m_recentRows = 0;  // From there on, their heading counted.
    int m_favourites = 0;
    qint64 m_cacheBytes = -1;
    int m_activeTransfers = 0;
};
