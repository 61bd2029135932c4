// SPDX-License-Identifier: Apache-2.0
// What a transfer tells of itself.
#include "transfer/transfer.h"

#include "hub/hubclient.h"
#include "transfer/planjob.h"

#include <algorithm>

using namespace std::chrono_literals;

/// It could go on, were the Hub there.
bool Transfer::waitsForHub() const
{
    const bool isAtWork = m_plan || !m_jobs.empty();
    return m_isOffline && !isAtWork && m_state != State::Paused && !isOver();
}

Transfer::State Transfer::shownState() const
{
    if (waitsForHub())
        return State::Waiting;
    if (m_state != State::Running)
        return m_state;
    if (!m_jobs.empty())
        return isLocked() ? State::Locked : State::Running;
    return hasReady() ? State::Waiting : State::Retrying;
}

/// All that it does is to wait for somebody else.
bool Transfer::isLocked() const
{
    const auto isLocked = [](const auto &entry) { return entry.second.job->isLocked(); };
    return !m_jobs.empty() && std::ranges::all_of(m_jobs, isLocked);
}

TransferRow Transfer::row()
{
    m_speed.note(m_received, now());
    TransferRow row = m_row;
    row.state = shownState();
    row.waitsForHub = waitsForHub();
    if (row.waitsForHub && !row.error)
        row.error = Error{Error::Kind::Offline, tr("The Hub cannot be reached.")};
    if (const auto wait = limitWait(); wait > 0ms && row.state == State::Retrying)
        row.error = Error{.kind = Error::Kind::RateLimited,
                          .message = tr("The Hub asks us to slow down."),
                          .retryAfter = std::chrono::ceil<std::chrono::seconds>(wait)};
    row.filesDone = m_isPlanned ? m_contents.filesDone() : m_row.filesDone;
    row.bytesPerSecond = m_state == State::Running ? m_speed.bytesPerSecond(now()) : 0;
    m_toldSpeed = row.bytesPerSecond;
    row.fetched = m_received;
    row.done = doneAtRest();
    for (const auto &[index, running] : m_jobs)
        row.done += running.job->done();
    if (row.files == 1 && m_jobs.size() == 1)
        row.total = m_jobs.begin()->second.job->total();
    if (m_state == State::Succeeded)
        row.total = row.done;  // No size is unknown any more.
    return row;
}

/// Without the bytes of what runs. Until it is planned, what an earlier run knew.
qint64 Transfer::doneAtRest() const
{
    return m_isPlanned ? m_contents.bytesHere() : m_row.done;
}

JournalEntry Transfer::entry() const
{
    // What paused by itself, for want of room, goes on by itself in the next run, too.
    const bool isAtRest = isOver() || (m_state == State::Paused && !m_row.error);
    JournalEntry entry{.id = m_row.id,
                       .turn = m_turn,
                       .wish = m_wish,
                       .state = isAtRest ? m_state : State::Waiting,
                       .target = m_row.target,
                       .files = m_row.files,
                       .filesDone = m_isPlanned ? m_contents.filesDone() : m_row.filesDone,
                       .done = doneAtRest(),
                       .total = m_state == State::Succeeded ? doneAtRest() : m_row.total,
                       .error = isAtRest ? m_row.error : std::nullopt,
                       .finishedAt = m_row.finishedAt};
    entry.wish.tree.reset();
    entry.wish.commit = m_row.commit;
    entry.wish.wasPlanned |= m_isPlanned;
    return entry;
}

void Transfer::refresh()
{
    for (const auto &[index, running] : m_jobs) {
        if (running.job->done() != running.toldDone || running.speed.bytesPerSecond(now()) != running.toldSpeed)
            touch(index);
    }
    if (m_state == State::Running && m_speed.bytesPerSecond(now()) != m_toldSpeed)
        Q_EMIT changed();
}

void Transfer::touch(int index)
{
    m_contents.touch(index);
    Q_EMIT changed();
}

QList<TransferRow> Transfer::takeFileRows()
{
    QList<TransferRow> rows;
    for (const int index : m_contents.takeChanged())
        rows << fileRow(index);
    return rows;
}

TransferRow Transfer::fileRow(int index)
{
    const ContentList::Content &content = m_contents.at(index);
    const RemoteFile &file = content.task.files.first();
    TransferRow row;
    row.id = (m_row.id << 32) | quint64(index + 1);
    row.parent = m_row.id;
    row.repo = m_row.repo;
    row.revision = m_row.revision;
    row.commit = m_row.commit;
    row.path = file.path;
    row.intoFolder = m_row.intoFolder;
    row.target = content.task.destination->target(file);
    row.state = content.state;
    if (content.state == State::Waiting && (isOver() || m_state == State::Paused))
        row.state = m_state == State::Paused ? State::Paused : State::Cancelled;
    row.waitsForHub = row.state == State::Waiting && waitsForHub();
    row.done = content.here;
    row.total = file.size;
    row.error = content.error;
    const auto it = m_jobs.find(index);
    if (it == m_jobs.end())
        return row;
    Running &running = it->second;
    row.done = running.toldDone = running.job->done();
    row.bytesPerSecond = running.toldSpeed = running.speed.bytesPerSecond(now());
    row.total = running.job->total() < 0 ? file.size : running.job->total();
    if (running.job->isLocked())
        row.state = State::Locked;
    return row;
}
