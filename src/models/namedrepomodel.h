// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/repomodel.h"

#include <QHash>

struct Error;

/// Repositories that are known by name, in an order of somebody's own; what the Hub says of each comes later, or never.
class NamedRepoModel final : public RepoModel
{
    Q_OBJECT

public:
    using RepoModel::RepoModel;

    /// What is known of those that stay is kept, and they stay selected.
    void setRepos(const QList<RepoId> &repos);
    RepoId repo(int row) const { return m_rows[row].id; }

    /// The row keeps the name by which it was asked for.
    void tell(const RepoId &asked, const RepoSummary &summary);
    void tellFailure(const RepoId &asked, const Error &error);  ///< Where it says something of the repository.

    QVariant data(const QModelIndex &index, int role) const override;

private:
    static QString kindOf(RepoType type);
    int rowOf(const RepoId &repo) const;

    QHash<RepoId, QString> m_failures;  // What stands in the place of what it is for.
};
