// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/patience.h"
#include "transfer/downloadplan.h"
#include "transfer/filejob.h"
#include "transfer/transferrow.h"

#include <set>
#include <vector>

/// All contents that one transfer has to fetch and what each is up to: which is next, which waits for another try,
/// what is over. Values and rules alone; Transfer, who owns it, has the jobs.
class ContentList
{
public:
    using State = TransferRow::State;

    struct Content {
        FileTask task;
        State state = State::Waiting;
        qint64 here = 0;             ///< Bytes on this computer, as long as it does not run.
        qint64 most = 0;             ///< Bytes that were ever kept for the next try.
        int tries = 0;               ///< That failed for a while, since more was kept than ever before.
        qint64 notBefore = 0;        ///< While Retrying: when it is due, in milliseconds of the transfer's clock.
        bool isShown = false;        ///< Somebody was told of it.
        bool startedAfresh = false;  ///< What an earlier try left was wrong: it was thrown away, once.
        bool isDoubted = false;      ///< Other bytes came than the list promised: the Hub was asked again, once.
        std::optional<Error> error = {};
    };

    void setFirstPause(std::chrono::milliseconds pause) { m_firstPause = pause; }  ///< See transfer::delayAfter().

    /// Takes what \a plan has to do; files with one content become one.
    void fill(const DownloadPlan &plan, const std::shared_ptr<const Destination> &destination);

    const Content &at(int index) const { return m_contents[size_t(index)]; }
    bool hasWaiting() const { return !m_waiting.empty(); }
    bool hasReady(qint64 now) const { return hasWaiting() && now >= m_notBefore; }
    bool isAllOver() const { return m_waiting.empty() && m_retrying.empty() && m_running == 0; }
    int filesDone() const { return m_filesDone; }     ///< Those that were there before included.
    qint64 bytesHere() const { return m_bytesHere; }  ///< Of all that does not run.

    const Content &next() const { return at(*m_waiting.begin()); }
    int takeNext();  ///< It runs from now on.
    /// How it ended. \a kept: bytes that the next try finds.
    void succeed(int index, qint64 size);
    void putBack(int index, qint64 kept);
    void fail(int index, const Error &error, qint64 kept, bool wasContinued, qint64 now);
    /// Instead of fail(), where other bytes came than the list promised, and nobody asked yet what it should be: it
    /// rests until renew(). False: fail() it.
    bool doubt(int index, const Error &error, qint64 now);
    /// What the Hub's headers say of a content that was doubted: it is tried once more. Answers by how many bytes its
    /// files are larger now.
    qint64 renew(int index, const RemoteFile &file);

    /// Those whose time has come wait for their turn again; answers when the next one is due, in milliseconds of the
    /// transfer's clock, or -1.
    qint64 wake(qint64 now);
    void wakeAll();      ///< All retrying ones, now.
    void forgetTries();  ///< Of what is not over: each has all its tries again.
    void revive();       ///< What failed, too, as if it had never been tried.
    std::optional<Error> firstError() const { return m_firstError; }

    /// Those whose state changed since the last time.
    std::set<int> takeChanged() { return std::exchange(m_changed, {}); }
    void touch(int index);
    void touchShown();  ///< All that were touched before and are not over.

private:
    void rest(int index, State state, qint64 kept);

    std::vector<Content> m_contents;
    std::set<int> m_waiting;
    std::set<int> m_retrying;
    std::set<int> m_changed;
    int m_running = 0;
    int m_filesDone = 0;
    qint64 m_bytesHere = 0;
    qint64 m_notBefore = 0;  ///< The Hub asked us to slow down: nothing starts until then.
    std::optional<Error> m_firstError;
    std::chrono::milliseconds m_firstPause = hub::Patience().firstPause;
};
