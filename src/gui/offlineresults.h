// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/repoid.h"

#include <QWidget>

class NamedRepoModel;
class QStackedWidget;

namespace look {
class CardGrid;
class EmptyState;
}  // namespace look

/// What a search finds while the Hub cannot be reached: the repositories on this computer whose names match. Where
/// there are none, it says so and the ways on.
class OfflineResults final : public QWidget
{
    Q_OBJECT

public:
    /// \a isWanted: the environment says that nobody is to be asked, so that asking again is no way on.
    explicit OfflineResults(bool isWanted, QWidget *parent = nullptr);

    void setRepos(const QList<RepoId> &repos);  ///< All that this computer has.
    void setQuery(RepoType type, const QString &search);
    void setLines(bool isLines);
    look::CardGrid *grid() const;  ///< Null while nothing is found.

Q_SIGNALS:
    void opened(const RepoId &repo);
    void retryAsked();
    void startAsked();

private:
    void find();

    QList<RepoId> m_repos;
    RepoType m_type = RepoType::Model;
    QString m_search;
    NamedRepoModel *m_model;
    look::CardGrid *m_grid;
    look::EmptyState *m_nothing;
    QWidget *m_found;
    QStackedWidget *m_states;
};
