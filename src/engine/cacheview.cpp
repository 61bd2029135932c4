// SPDX-License-Identifier: Apache-2.0
#include "engine/cacheview.h"

#include "engine/engine.h"
#include "engine/partwishes.h"
#include "local/cachescan.h"
#include "transfer/inpool.h"

#include <algorithm>

using namespace std::chrono_literals;

CacheView::CacheView(Engine *engine, QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_watch(std::make_shared<ScanWatch>())
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(1s);
    connect(&m_soon, &QTimer::timeout, this, &CacheView::look);
    m_progress.setInterval(200ms);
    connect(&m_progress, &QTimer::timeout, this, [this] { Q_EMIT progressed(m_watch->done, m_watch->total); });
    connect(engine, &Engine::rowsChanged, this, &CacheView::onRows);
}

CacheView::~CacheView()
{
    m_watch->isStopped = true;  // The engine waits for its pool.
}

void CacheView::onRows(const QList<TransferRow> &rows)
{
    if (std::ranges::any_of(rows, [](const TransferRow &row) { return row.parent == 0 && row.isOver(); }))
        lookSoon();
}

void CacheView::lookSoon()
{
    if (!m_soon.isActive())
        m_soon.start();
}

void CacheView::look()
{
    m_soon.stop();
    m_wantsLook = true;
    goOn();
}

void CacheView::remove(const QList<CacheChoice> &choices)
{
    m_toRemove += choices;
    goOn();
}

void CacheView::goOn()
{
    if (m_isBusy)
        return;
    if (!m_toRemove.isEmpty()) {
        m_isBusy = true;
        m_wantsLook = true;
        const auto work = [contents = m_contents, choices = std::exchange(m_toRemove, {})] {
            return CacheRemover(contents).remove(choices);
        };
        transfer::inPool(m_engine->pool(), this, work, [this](const RemovalOutcome &outcome) {
            m_isBusy = false;
            Q_EMIT removed(outcome);
            goOn();
        });
    } else if (m_wantsLook) {
        scan();
    }
}

void CacheView::scan()
{
    m_isBusy = true;
    m_wantsLook = false;
    m_watch->done = 0;
    m_watch->total = 0;
    m_progress.start();
    const auto work
        = [root = m_engine->options().cacheRoot, watch = m_watch] { return local::scanCache(root, watch.get()); };
    transfer::inPool(m_engine->pool(), this, work, [this](CacheContents &contents) {
        m_isBusy = false;
        m_isKnown = true;
        m_progress.stop();
        m_contents = std::move(contents);
        Q_EMIT changed();
        goOn();
    });
}

void CacheView::findDownloads(const CachedRepo &repo, QObject *context,
                              std::function<void(const QList<DownloadWish> &)> done) const
{
    const std::optional<RepoId> id = repo.id();
    if (!id)
        return done({});
    const auto work = [cache = m_engine->cache(*id), repo] { return engine::wishesFor(cache, repo); };
    transfer::inPool(m_engine->pool(), context, work, std::move(done));
}
