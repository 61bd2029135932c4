// SPDX-License-Identifier: Apache-2.0
#include "engine/cachestates.h"

#include "transfer/inpool.h"

CacheStates::CacheStates(QThreadPool *pool, RepoCache cache, QString commit, QObject *parent)
    : QObject(parent),
      m_pool(pool),
      m_cache(std::move(cache)),
      m_commit(std::move(commit))
{
}

void CacheStates::look(const RemoteFiles &files)
{
    if (m_waiting.isEmpty())
        m_waiting = files;  // Shared: to copy a hundred thousand would hold the window up.
    else
        m_waiting += files;
    lookOn();
}

void CacheStates::lookOn()
{
    if (m_isLooking || m_waiting.isEmpty())
        return;
    m_isLooking = true;
    const auto look = [cache = m_cache, commit = m_commit, files = std::exchange(m_waiting, {})] {
        return local::statesOf(cache, commit, files);
    };
    transfer::inPool(m_pool, this, look, [this](const QHash<QString, LocalFile> &states) {
        m_isLooking = false;
        if (m_states.isEmpty())
            m_states = states;
        else
            m_states.insert(states);
        lookOn();
        Q_EMIT changed();
    });
}
