// SPDX-License-Identifier: Apache-2.0
#include "engine/reposearch.h"

#include "engine/engine.h"

RepoSearch::RepoSearch(Engine *engine, RepoType type, QObject *parent)
    : QObject(parent),
      m_type(type),
      m_pager(engine->hub(), this,
              {.key = [](const RepoSummary &result) { return result.id.name; },
               .added = [this](const QList<RepoSummary> &results) { Q_EMIT added(results); },
               .failed = [this](const Error &error) { Q_EMIT failed(error); },
               .finished = [this] { Q_EMIT finished(); }})
{
}

void RepoSearch::setQuery(const RepoQuery &query)
{
    if (m_hasStarted && !hasFailed() && query == m_query)
        return;
    m_query = query;
    restart();
}

void RepoSearch::restart()
{
    m_hasStarted = true;
    m_pager.start(hub::repoList(m_type, m_query));
    Q_EMIT restarted();
}
