// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"

#include "hub/credentials.h"
#include "hub/hubclient.h"
#include "hub/network.h"
#include "local/cachestate.h"
#include "transfer/inpool.h"
#include "transfer/planjob.h"
#include "transfer/transferqueue.h"

#include <QNetworkAccessManager>

#ifdef __GLIBC__
#include <malloc.h>
#endif

namespace {

constexpr int kThreads = 8;  // Most wait for a disk: there may be more of them than cores.

/// The C library gives each buffer of a megabyte back to the system and takes a new one, to be cleared page by page: a
/// tenth of the processor time of a download. What it keeps instead is bounded.
void keepBuffers()
{
#ifdef __GLIBC__
    ::mallopt(M_MMAP_THRESHOLD, 4 << 20);
    ::mallopt(M_TRIM_THRESHOLD, 64 << 20);
#endif
}

TransferOptions transferOptions(const EngineOptions &options, LinkMode linkMode, QThreadPool *pool)
{
    return {options.endpoint, options.account,   options.cacheRoot,   options.caFile,
            linkMode,         options.isOffline, options.credentials, pool};
}

}  // namespace

Engine::Engine(EngineOptions options, QObject *parent)
    : QObject(parent),
      m_options(std::move(options)),
      m_linkMode(local::probeLinks(m_options.cacheRoot, m_options.noSymlinks)),
      m_network(hub::makeNetwork({m_options.caFile, {m_options.endpoint}})),
      m_hub(std::make_unique<HubClient>(m_network.get(), m_options.endpoint, m_options.account,
                                        m_options.credentials.get())),
      m_queue(new TransferQueue(transferOptions(m_options, m_linkMode, &m_pool)))  // Its own thread deletes it.
{
    keepBuffers();
    m_pool.setMaxThreadCount(qMax(kThreads, QThread::idealThreadCount()));
    m_thread.setObjectName(QStringLiteral("engine"));
    m_queue->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_queue, &QObject::deleteLater);
    connect(m_queue, &TransferQueue::rowsChanged, this, &Engine::rowsChanged);  // Queued, since the threads differ.
    connect(m_queue, &TransferQueue::rowForgotten, this, &Engine::rowForgotten);
    m_thread.start();
}

Engine::~Engine()
{
    m_thread.quit();
    m_thread.wait();
}

RepoCache Engine::cache(const RepoId &repo) const
{
    return {CacheLayout(m_options.cacheRoot), repo, m_linkMode};
}

void Engine::plan(const DownloadWish &wish, QObject *context, std::function<void(const DownloadPlan &)> done)
{
    const auto destination
        = transfer::makeDestination(transferOptions(m_options, m_linkMode, &m_pool), wish, wish.commit);
    transfer::inPool(
        &m_pool, context,
        [wish, destination] {
            return transfer::planOf(wish, wish.commit, wish.tree.value_or(RemoteFiles()), *destination);
        },
        std::move(done));
}

quint64 Engine::download(const DownloadWish &wish)
{
    const quint64 id = ++m_lastId;
    QMetaObject::invokeMethod(m_queue, [queue = m_queue, id, wish] { queue->add(id, wish); });
    return id;
}

void Engine::pause(quint64 id)
{
    QMetaObject::invokeMethod(m_queue, [queue = m_queue, id] { queue->pause(id); });
}

void Engine::resume(quint64 id)
{
    QMetaObject::invokeMethod(m_queue, [queue = m_queue, id] { queue->resume(id); });
}

void Engine::retry(quint64 id)
{
    QMetaObject::invokeMethod(m_queue, [queue = m_queue, id] { queue->retry(id); });
}

void Engine::cancel(quint64 id)
{
    QMetaObject::invokeMethod(m_queue, [queue = m_queue, id] { queue->cancel(id); });
}

void Engine::forget(quint64 id)
{
    QMetaObject::invokeMethod(m_queue, [queue = m_queue, id] { queue->forget(id); });
}
