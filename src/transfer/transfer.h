// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transfer/contentlist.h"
#include "transfer/downloadwish.h"
#include "transfer/journalentry.h"
#include "transfer/speedmeter.h"
#include "transfer/transferoptions.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

#include <map>

class BatchStore;
class DiskSpace;
class HubClient;
class PlanJob;
class QNetworkAccessManager;

/// One download from wish to end: plans it, hands out its contents one by one as jobs when TransferQueue has room, and
/// counts. It owns its jobs; the queue owns it.
///
/// What fails for a while is tried again by itself with a new job, which goes on where the last one stopped. A full
/// disk pauses it all until there is room again. An error that concerns every file (no access, no disk) ends it at
/// once; one that concerns a single file lets the others go on first.
class Transfer final : public QObject
{
    Q_OBJECT

public:
    using State = TransferRow::State;

    /// Of an entry that is paused or over it waits for a word. \a options, \a hub and \a store outlive it.
    Transfer(const JournalEntry &entry, const TransferOptions *options, HubClient *hub, BatchStore *store,
             QObject *parent);
    ~Transfer() override;

    quint64 id() const { return m_row.id; }
    const HubId &hub() const { return m_wish.hub; }
    quint64 turn() const { return m_turn; }  ///< Those with a lower one come first.
    void setTurn(quint64 turn) { m_turn = turn; }

    /// While offline one look at the cache is enough.
    bool wantsPlan() const { return m_state == State::Waiting && !(m_isOffline && m_planTries > 0); }
    bool isListing() const { return m_plan; }
    bool isToBePlanned() const { return isListing() || wantsPlan(); }
    void startPlan();

    bool hasReady() const;
    bool isNextSmall() const;  ///< Where hasReady().
    /// Starts the next content over \a network; connectionFreed(\a lane) says when that is needed no longer.
    void startNext(QNetworkAccessManager *network, int lane);
    int runningJobs() const { return int(m_jobs.size()); }

    bool isWaiting() const { return shownState() == State::Waiting; }
    /// It has begun and goes on by itself: others wait for its end. What waits for somebody else's lock is in nobody's
    /// way.
    bool holdsPlace() const;
    void standBack();  ///< It waits for its turn again, with what it has.

    void pause();
    void resume();
    void retry();
    void retryRefused();  ///< Where it failed since the Hub did not let this account have it.
    void cancel();
    void setOffline(bool isOffline);  ///< The Hub cannot be reached: it rests, and goes on afterwards.
    bool isOver() const { return m_state >= State::Succeeded; }

    TransferRow row();
    JournalEntry entry() const;
    QList<TransferRow> takeFileRows();  ///< Of the files that changed since the last time.
    /// Says changed() where bytes or speed are not as they were told: a job tells of its progress ten times a second
    /// at the most, so the last bytes before a stall would go untold, and a speed falls by itself.
    void refresh();

Q_SIGNALS:
    void changed();
    void entryChanged();  ///< Something that is to last: neither bytes nor tries.
    void ready();         ///< There may be something to start, or room for others.
    void connectionFreed(int lane);
    void unanswered();  ///< The Hub, or whoever has the bytes, cannot be reached.

private:
    struct Running {
        FileJob *job;
        int lane;  ///< -1: it holds no connection any more.
        qint64 received = 0;
        SpeedMeter speed = {};
        qint64 toldDone = 0;
        qint64 toldSpeed = 0;
    };

    void onPlanned();
    void takePlan(const PlanJob &job);
    void onProgressed(int index);
    void onConnectionFreed(int index);
    void onFileFinished(int index);
    void reconsider(int index);
    void carryOn();
    void pauseForRoom(qint64 free);
    void onRoomChanged(qint64 free);
    void leaveDisk();
    qint64 bytesMissing() const;
    void stop(State state, const std::optional<Error> &error);
    void endJobs();
    bool isLocked() const;
    State shownState() const;
    qint64 doneAtRest() const;
    bool waitsForHub() const;
    std::chrono::milliseconds limitWait() const;
    TransferRow fileRow(int index);
    void touch(int index);
    qint64 now() const { return m_clock.elapsed(); }

    quint64 m_turn;
    bool m_hasBegun = false;  ///< Since it was last paused, over, or stood back.
    DownloadWish m_wish;
    const TransferOptions *m_options;
    HubClient *m_hub;
    BatchStore *m_store;
    State m_state = State::Waiting;  ///< Running from the plan on; shownState() says more.
    PlanJob *m_plan = nullptr;
    bool m_isPlanned = false;
    bool m_isOffline = false;
    int m_planTries = 0;
    ContentList m_contents;
    QUrl m_address;                 ///< Of any of its files: which limit of the Hub counts.
    std::map<int, Running> m_jobs;  ///< By the content's index.
    TransferRow m_row;
    qint64 m_received = 0;
    SpeedMeter m_speed;
    qint64 m_toldSpeed = 0;
    QElapsedTimer m_clock;
    QTimer m_alarm;               ///< For the next try.
    DiskSpace *m_disk = nullptr;  ///< While it is paused for want of room.
    qint64 m_freeWhenFull = 0;
};
