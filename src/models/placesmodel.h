// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hubid.h"
#include "local/source.h"
#include "models/itemroles.h"

#include <QAbstractListModel>

/// The list at the left of the window: the Hub's kinds of repositories, what was opened lately, the saved sources, and
/// this computer's own pages.
class PlacesModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum class Place { Heading, Discover, Favourites, Repository, Source, AddSource, Cache, Transfers };
    enum Role {
        PlaceRole = models::FirstOwnRole,  ///< int(Place)
        LocationRole,                      ///< QString, of repositories.
        TypeRole,                          ///< int(RepoType), of Place::Discover.
        SourceRole,                        ///< QString, of Place::Source: its id.
    };

    /// A source, and which Hub it means here.
    struct SourcePlace {
        ::Source source;
        HubId hub;
    };

    explicit PlacesModel(QObject *parent = nullptr);

    static constexpr int kMaxRecent = 8;

    /// \a locations as core::locationText() writes them, newest first; each repository and revision is shown once.
    void setRecent(const QStringList &locations);
    void setSources(const QList<SourcePlace> &sources);  ///< In their order.
    void setFavourites(int count);
    void setCacheBytes(qint64 bytes);  ///< -1 while unknown.
    void setActiveTransfers(int count);
    int rowOf(Place place) const;    ///< Of the first such row; -1: none.
    int rowOf(RepoType type) const;  ///< Where that kind is discovered.
    /// Of that repository and revision in \a hub, whatever folder; of a source before others. -1: none.
    int rowOf(const Location &location, const HubId &hub) const;
    bool leadsTo(int row, const Location &location, const HubId &hub) const;

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
        QString source = {};
        QString about = {};  ///< Where a source leads.
        HubId hub = {};

        friend bool operator==(const Row &, const Row &) = default;
    };

    QList<Row> recentRows(const QStringList &locations) const;
    Row rowFor(const SourcePlace &place) const;
    QString noteOf(const Row &row) const;
    void tellNote(Place place);
    void setRows(int first, int count, const QList<Row> &rows);

    QList<Row> m_rows;
    int m_firstRecent;
    int m_recentRows = 0;  // From there on, their heading counted.
    int m_sources = 0;     // Below them, after a heading.
    int m_favourites = 0;
    qint64 m_cacheBytes = -1;
    int m_activeTransfers = 0;
};
