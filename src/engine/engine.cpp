// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"

#include "core/crossing.h"
#include "engine/askedhub.h"
#include "hub/credentials.h"
#include "hub/network.h"
#include "hub/ratelimiter.h"
#include "hub/url.h"
#include "local/cachestate.h"
#include "transfer/inpool.h"
#include "transfer/planjob.h"
#include "transfer/transferqueue.h"

#include <QNetworkAccessManager>

#include <algorithm>

namespace {

constexpr int kThreads = 8;  // Most wait for a disk: there may be more of them than cores.

TransferOptions transferOptions(const EngineOptions &options, QThreadPool *pool)
{
    return {.endpoint = options.endpoint,
            .cacheRoot = options.cacheRoot,
            .caFile = options.caFile,
            .proxy = options.proxy,
            .linkMode = local::probeLinks(options.cacheRoot, options.noSymlinks),
            .isOffline = options.isOffline,
            .credentials = options.credentials,
            .limiter = std::make_shared<hub::RateLimiter>(),
            .pool = pool,
            .mostAtOnce = options.mostAtOnce,
            .journal = options.journal};
}

}  // namespace

Engine::Engine(EngineOptions options, QObject *parent)
    : QObject(parent),
      m_options(std::move(options)),
      m_transferOptions(transferOptions(m_options, &m_pool)),
      m_network(hub::makeNetwork({m_options.caFile, {m_options.endpoint}, m_options.proxy})),
      m_queue(new TransferQueue(m_transferOptions))  // Its own thread deletes it.
{
    m_pool.setMaxThreadCount(qMax(kThreads, QThread::idealThreadCount()));
    m_thread.setObjectName(QStringLiteral("engine"));
    m_queue->moveToThread(&m_thread);
    connect(&m_thread, &QThread::finished, m_queue, &QObject::deleteLater);
    relay(&TransferQueue::rowsChanged, &Engine::rowsChanged);
    relay(&TransferQueue::rowForgotten, &Engine::rowForgotten);
    relay(&TransferQueue::rowMoved, &Engine::rowMoved);
    relay(&TransferQueue::warned, &Engine::warned);
    connect(m_queue, &TransferQueue::unanswered, this, [this](const HubId &id) { watch(id).note(false); });
    asked({}).client().setLimiter(m_transferOptions.limiter);
    m_thread.start();
    if (!m_options.journal.isEmpty())
        readJournal();
}

/// Says in our thread what the queue says in its own; ThreadSanitizer sees our calls cross, not the copies of a signal.
template<typename... Values>
void Engine::relay(void (TransferQueue::*from)(Values...), void (Engine::*to)(Values...))
{
    connect(m_queue, from, m_queue, [this, to](const std::remove_cvref_t<Values> &...values) {
        core::callIn(this, [this, to, values...] { Q_EMIT(this->*to)(values...); });
    });
}

void Engine::readJournal()
{
    const auto highest = std::make_shared<std::promise<quint64>>();
    m_highestId = highest->get_future();
    core::callIn(m_queue, [queue = m_queue, highest] { highest->set_value(queue->start()); });
}

Engine::~Engine()
{
    m_thread.quit();
    m_thread.wait();
}

AskedHub &Engine::asked(const HubId &id)
{
    const auto known = std::ranges::find(m_hubs, id, [](const auto &hub) { return hub->id(); });
    if (known != m_hubs.end())
        return **known;
    m_hubs.push_back(std::make_unique<AskedHub>(id, m_network.get(), endpoint(id), m_options.credentials.get(),
                                                m_options.isOffline));
    connect(&m_hubs.back()->watch(), &HubWatch::changed, m_queue,
            [queue = m_queue, id](bool isOffline) { queue->setOffline(id, isOffline); });
    return *m_hubs.back();
}

HubClient *Engine::hub(const HubId &id)
{
    return &asked(id).client();
}

HubWatch &Engine::watch(const HubId &id)
{
    return asked(id).watch();
}

SeenCommits &Engine::seenCommits(const HubId &id)
{
    return asked(id).seenCommits();
}

QUrl Engine::endpoint(const HubId &id) const
{
    return id.isOwn() ? m_options.endpoint : id.endpoint;
}

HubId Engine::idOf(const QUrl &endpoint, const QString &account) const
{
    return {hub::isSameOrigin(endpoint, m_options.endpoint) ? QUrl() : endpoint, account};
}

RepoCache Engine::cache(const RepoId &repo) const
{
    return m_transferOptions.cache(repo);
}

void Engine::plan(const DownloadWish &wish, QObject *context, std::function<void(const Result<DownloadPlan> &)> done)
{
    auto *job = new PlanJob(wish, PlanJob::For::Knowledge, &m_transferOptions, hub(wish.hub), context);
    connect(job, &Job::finished, context, [job, done = std::move(done)] {
        job->deleteLater();
        done(job->error() ? Result<DownloadPlan>(*job->error()) : job->plan());
    });
    job->start();
}

quint64 Engine::download(const DownloadWish &wish)
{
    if (m_highestId.valid())
        m_lastId = m_highestId.get();  // Known long before somebody can ask for a download.
    const quint64 id = ++m_lastId;
    core::callIn(m_queue, [queue = m_queue, id, wish] { queue->add(id, wish); });
    return id;
}

void Engine::pause(quint64 id)
{
    core::callIn(m_queue, [queue = m_queue, id] { queue->pause(id); });
}

void Engine::resume(quint64 id)
{
    core::callIn(m_queue, [queue = m_queue, id] { queue->resume(id); });
}

void Engine::retry(quint64 id)
{
    core::callIn(m_queue, [queue = m_queue, id] { queue->retry(id); });
}

void Engine::cancel(quint64 id)
{
    core::callIn(m_queue, [queue = m_queue, id] { queue->cancel(id); });
}

void Engine::forget(quint64 id)
{
    core::callIn(m_queue, [queue = m_queue, id] { queue->forget(id); });
}

void Engine::move(quint64 id, quint64 before)
{
    core::callIn(m_queue, [queue = m_queue, id, before] { queue->move(id, before); });
}

void Engine::retryRefused()
{
    core::callIn(m_queue, [queue = m_queue] { queue->retryRefused(); });
}

void Engine::setSpeedLimit(qint64 bytesPerSecond)
{
    core::callIn(m_queue, [queue = m_queue, bytesPerSecond] { queue->setSpeedLimit(bytesPerSecond); });
}

void Engine::setMostAtOnce(int count)
{
    core::callIn(m_queue, [queue = m_queue, count] { queue->setMostAtOnce(count); });
}
