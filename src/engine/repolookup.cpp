// SPDX-License-Identifier: Apache-2.0
#include "engine/repolookup.h"

#include "hub/hubclient.h"

RepoLookup::RepoLookup(HubClient *hub, QObject *parent) : QObject(parent), m_hub(hub) {}

void RepoLookup::want(const QList<RepoId> &repos)
{
    m_wanted = repos;
    ask();
}

void RepoLookup::forget()
{
    m_known.clear();
}

void RepoLookup::ask()
{
    m_wanted.removeIf([this](const RepoId &repo) { return m_known.contains(repo); });
    if (m_isAsking || m_wanted.isEmpty())
        return;
    m_isAsking = true;
    const RepoId repo = m_wanted.constFirst();
    m_hub->send(hub::repoSummary(repo), this, [this, repo](const Result<RepoSummary> &answer) { take(repo, answer); });
}

void RepoLookup::take(const RepoId &asked, const Result<RepoSummary> &answer)
{
    m_isAsking = false;
    m_wanted.removeOne(asked);
    if (answer) {
        m_known << asked;
        Q_EMIT found(asked, *answer);
    } else {
        const Error error = answer.error();
        if (error.isTransient() || error.isUnreachable())
            m_wanted.clear();  // The next would fail alike; who looks again asks again.
        else
            m_known << asked;
        Q_EMIT failed(asked, error);
    }
    ask();
}
