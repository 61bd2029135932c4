// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hubid.h"
#include "core/result.h"
#include "engine/engineoptions.h"
#include "local/repocache.h"
#include "transfer/downloadplan.h"
#include "transfer/downloadwish.h"
#include "transfer/transferoptions.h"
#include "transfer/transferrow.h"

#include <QObject>
#include <QThread>
#include <QThreadPool>

#include <functional>
#include <future>
#include <memory>
#include <vector>

class AskedHub;
class HubClient;
class HubWatch;
class QNetworkAccessManager;
class SeenCommits;
class TransferQueue;

/// The one door between threads: wishes go in by call, news comes out by signal, both as values.
///
/// It lives in its maker's thread and is called from there alone. Jobs, part files and the managers that carry bytes
/// live in a thread of their own, and nobody outside that thread touches them.
class Engine final : public QObject
{
    Q_OBJECT

public:
    explicit Engine(EngineOptions options, QObject *parent = nullptr);
    ~Engine() override;

    const EngineOptions &options() const { return m_options; }
    /// For browsing, in the thread of the engine's maker; there as long as the engine. So are the next two.
    HubClient *hub(const HubId &id = {});
    HubWatch &watch(const HubId &id = {});
    SeenCommits &seenCommits(const HubId &id = {});
    QUrl endpoint(const HubId &id = {}) const;
    /// As whom \a account of \a endpoint is known here: the Hub that Hubdeck is set to has no endpoint in a HubId.
    HubId idOf(const QUrl &endpoint, const QString &account = {}) const;
    RepoCache cache(const RepoId &repo) const;
    QThreadPool *pool() { return &m_pool; }  ///< For what waits for a disk or a core.

    /// Finds out what \a wish would do, and writes nothing; \a done is not called once \a context died.
    void plan(const DownloadWish &wish, QObject *context, std::function<void(const Result<DownloadPlan> &)> done);

    /// Returns at once; the number names the transfer's row from now on.
    quint64 download(const DownloadWish &wish);
    void pause(quint64 id);
    void resume(quint64 id);  ///< Of what is paused.
    void retry(quint64 id);   ///< Of what failed or was cancelled; goes on from the parts that are there.
    void cancel(quint64 id);
    void forget(quint64 id);  ///< Takes a row that is over out of the list.
    /// Of one that waits: its turn comes right before that of \a before; 0: after all others.
    void move(quint64 id, quint64 before);
    void retryRefused();  ///< Somebody else asks now, or was let in: what was refused is tried again.
    void setSpeedLimit(qint64 bytesPerSecond);  ///< For all transfers together; 0: none. At once.
    void setMostAtOnce(int count);              ///< Transfers, from 1 on. At once: those too many wait again.

Q_SIGNALS:
    /// The rows that are new or changed, a transfer before its files; at most ten times a second.
    void rowsChanged(const QList<TransferRow> &rows);
    void rowForgotten(quint64 id);
    void rowMoved(quint64 id, quint64 before);  ///< Rows are told in the order of their turns. 0: after all others.
    void warned(const Error &error);            ///< What nobody asked for and should know: the transfers are not kept.

private:
    template<typename... Values>
    void relay(void (TransferQueue::*from)(Values...), void (Engine::*to)(Values...));
    AskedHub &asked(const HubId &id);
    void readJournal();

    EngineOptions m_options;
    QThreadPool m_pool;
    TransferOptions m_transferOptions;
    std::unique_ptr<QNetworkAccessManager> m_network;
    std::vector<std::unique_ptr<AskedHub>> m_hubs;  ///< As they were asked first; a handful.
    QThread m_thread;
    TransferQueue *m_queue;
    std::future<quint64> m_highestId;  ///< Of the transfers of earlier runs; not valid once it was read.
    quint64 m_lastId = 0;
};
