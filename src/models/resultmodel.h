// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/repolist.h"
#include "models/itemroles.h"

#include <QAbstractListModel>
#include <QTimer>

class RepoSearch;

/// What a search found, a row a repository, in the Hub's order; more is asked for as one scrolls.
///
/// The rows of the query before stay for a moment while the answer to a new one is on its way: nothing flickers as one
/// types.
class ResultModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    enum Role {
        RepoRole = models::FirstOwnRole,  ///< RepoId
        OwnerRole,                        ///< QString; empty where the name has none.
        NameRole,                         ///< QString: what follows the owner.
        DownloadsRole,                    ///< qint64; -1 is unknown.
        LikesRole,                        ///< qint64; -1 is unknown.
        ModifiedRole,                     ///< QDateTime
        GatedRole,                        ///< bool
        PrivateRole,                      ///< bool
    };

    /// \a search outlives the model.
    explicit ResultModel(RepoSearch *search, QObject *parent = nullptr);

    bool isOutdated() const { return m_outdated.isActive(); }  ///< The rows belong to the query before.

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    void clear();
    void add(const QList<RepoSummary> &results);

    RepoSearch *m_search;
    QList<RepoSummary> m_rows;
    QTimer m_outdated;
};
