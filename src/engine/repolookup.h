// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "hub/repolist.h"

#include <QObject>
#include <QSet>

class HubClient;

/// Asks the Hub of repositories that are known by name alone what a list of it would say: one after the other, each
/// once in a run.
class RepoLookup final : public QObject
{
    Q_OBJECT

public:
    /// \a hub outlives it.
    explicit RepoLookup(HubClient *hub, QObject *parent = nullptr);

    /// In the place of what was wanted before and is not asked for yet.
    void want(const QList<RepoId> &repos);
    void forget();  ///< What was learnt: what is wanted next is asked for anew.

Q_SIGNALS:
    /// \a summary is named as the Hub spells it: an old name answers with the new one.
    void found(const RepoId &asked, const RepoSummary &summary);
    void failed(const RepoId &asked, const Error &error);  ///< Of this one; and of all where nobody is there.

private:
    void ask();
    void take(const RepoId &asked, const Result<RepoSummary> &answer);

    HubClient *m_hub;
    QList<RepoId> m_wanted;
    QSet<RepoId> m_known;
    bool m_isAsking = false;
};
