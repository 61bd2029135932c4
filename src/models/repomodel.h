// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/repolist.h"
#include "models/itemroles.h"

#include <QAbstractListModel>

/// Repositories as a card shows them, a row each. Where they come from is for who derives from it.
class RepoModel : public QAbstractListModel
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

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const final;
    QVariant data(const QModelIndex &index, int role) const override;

protected:
    QList<RepoSummary> m_rows;
};
