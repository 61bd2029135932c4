// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/repomodel.h"

#include <QTimer>

class RepoSearch;

/// What a search found, a row a repository, in the Hub's order; more is asked for as one scrolls.
///
/// The rows of the query before stay for a moment while the answer to a new one is on its way: nothing flickers as one
/// types.
class ResultModel final : public RepoModel
{
    Q_OBJECT

public:
    /// \a search outlives the model.
    explicit ResultModel(RepoSearch *search, QObject *parent = nullptr);

    bool isOutdated() const { return m_outdated.isActive(); }  ///< The rows belong to the query before.

    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

private:
    void clear();
    void add(const QList<RepoSummary> &results);

    RepoSearch *m_search;
    QTimer m_outdated;
};
