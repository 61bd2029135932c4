// SPDX-License-Identifier: Apache-2.0
#include "engine/commitlist.h"

namespace {

constexpr int kCommitsAPage = 50;

}

CommitList::CommitList(QObject *parent)
    : QObject(parent),
      m_pager(nullptr, this,
              {.key = [](const Commit &commit) { return commit.id; },
               .added = [this](const QList<Commit> &commits) { Q_EMIT added(commits); },
               .failed = [this](const Error &error) { Q_EMIT failed(error); },
               .finished = [this] { Q_EMIT finished(); }})
{
}

void CommitList::open(HubClient *hub, const RepoId &repo, const QString &revision)
{
    m_hub = hub;
    m_repo = repo;
    m_pager.setHub(hub);
    m_pager.start(hub::commits(repo, revision, kCommitsAPage));
    Q_EMIT restarted();
}

void CommitList::close()
{
    m_repo = {};
    m_pager.clear();
}

void CommitList::fetchMore()
{
    if (m_pager.fetchMore())
        Q_EMIT asked();
}

void CommitList::retry()
{
    if (m_pager.retry())
        Q_EMIT asked();
}
