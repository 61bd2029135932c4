// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transfer/batchstore.h"
#include "transfer/downloadwish.h"
#include "transfer/journalentry.h"
#include "transfer/speedlimit.h"
#include "transfer/transferoptions.h"
#include "transfer/transferrow.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <array>
#include <memory>
#include <set>
#include <vector>

class HubClient;
class QNetworkAccessManager;
class Transfer;
class TransferJournal;

/// Runs all transfers: so many of them at once as one wants, with up to eight requests for bytes, those of earlier
/// transfers first, and tells of them in values. It lives in the engine's thread with all its jobs; Engine is the door
/// to it.
///
/// Who comes first is a matter of turns: a new transfer comes last, and one that waits may be moved. What has begun
/// keeps its place until it is over or paused, whoever is moved in front of it.
///
/// A file's row has the number (transfer << 32 | its place from 1 on).
class TransferQueue final : public QObject
{
    Q_OBJECT

public:
    explicit TransferQueue(TransferOptions options);
    ~TransferQueue() override;

    /// Takes up what the journal holds: what was under way goes on by itself. Once, in the queue's own thread; the
    /// first add() does it where nobody did. Answers the highest number that is taken.
    quint64 start();
    void add(quint64 id, const DownloadWish &wish);
    void pause(quint64 id);
    void resume(quint64 id);
    void retry(quint64 id);
    void cancel(quint64 id);
    void forget(quint64 id);
    /// Gives \a id, which must be waiting, its turn right before \a before; 0, or what is not there: after all others.
    void move(quint64 id, quint64 before);
    /// While \a hub cannot be reached nothing of it is begun and no try counts; afterwards all goes on by itself, also
    /// what had failed for want of it.
    void setOffline(const HubId &hub, bool isOffline);
    void retryRefused();                        ///< What failed since the Hub did not let this account have it.
    void setSpeedLimit(qint64 bytesPerSecond);  ///< For all transfers together; 0: none.
    /// From 1 on. At once: of more that have begun the last ones wait again, with what they have.
    void setMostAtOnce(int count);

Q_SIGNALS:
    /// What changed since the last time, a transfer before its files: at most ten times a second, and once when
    /// everything is over. Files that wait from the start have no row yet.
    void rowsChanged(const QList<TransferRow> &rows);
    void rowForgotten(quint64 id);  ///< Its files' rows go with it.
    /// Of rows that were told; they are told in the order of their turns. 0: after all others.
    void rowMoved(quint64 id, quint64 before);
    void warned(const Error &error);    ///< The journal does not do what it should; transfers go on without it.
    void unanswered(const HubId &hub);  ///< Something came to nothing since nobody answered there.

private:
    /// A network manager, which has six connections a host, and how many of them are in use. Small files and large
    /// ones each have lanes of their own kind.
    struct Lane {
        bool isForSmall;
        std::unique_ptr<QNetworkAccessManager> network = {};
        int used = 0;
    };

    using Transfers = std::vector<std::unique_ptr<Transfer>>;

    HubClient *hub(const HubId &id);
    quint64 openJournal();
    void take(const JournalEntry &entry);
    void save(quint64 id);
    void saveAll();
    void warn(const Error &error);
    Transfers::iterator at(quint64 id);
    Transfer *find(quint64 id);
    void schedule();
    void scheduleSoon();
    void startPlans();
    bool startOne(Transfer &transfer);
    int connections() const;
    void mark(quint64 id);
    void tell();

    TransferOptions m_options;
    SpeedLimit m_speed{this};
    std::unique_ptr<QNetworkAccessManager> m_network;  ///< For questions: they never wait behind bytes.
    std::vector<std::pair<HubId, std::unique_ptr<HubClient>>> m_hubs;
    BatchStore m_store{m_options.pool, this};
    std::array<Lane, 4> m_lanes{{{true}, {true}, {false}, {false}}};
    std::unique_ptr<TransferJournal> m_journal;  ///< Null: there is none.
    std::set<quint64> m_unsaved;                 ///< What the journal does not know yet, or should not any more.
    bool m_hasWarned = false;
    Transfers m_transfers;  ///< In the order of their turns.
    std::set<quint64> m_changed;
    QList<HubId> m_unreached;
    QTimer m_scheduling{this};
    QTimer m_tick{this};
    QElapsedTimer m_sinceTold;
};
