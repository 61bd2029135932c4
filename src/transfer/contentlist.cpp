// SPDX-License-Identifier: Apache-2.0
#include "transfer/contentlist.h"

#include "transfer/retry.h"

#include <QHash>

namespace {
constexpr qint64 kLongestDoubt = 60'000;  // After it the content is tried again, answered or not.
}

void ContentList::fill(const DownloadPlan &plan, const std::shared_ptr<const Destination> &destination)
{
    QHash<QString, int> indexOf;  // By content.
    for (const DownloadPlan::File &file : plan.files) {
        if (file.presence == Presence::Whole) {
            m_bytesHere += file.here;
            ++m_filesDone;
            continue;
        }
        const auto known = indexOf.constFind(file.file.etag());
        if (known != indexOf.cend()) {
            m_contents[size_t(*known)].task.files << file.file;
            continue;
        }
        const int index = int(m_contents.size());
        indexOf[file.file.etag()] = index;
        m_waiting.insert(index);
        m_bytesHere += file.here;
        m_contents.push_back({.task = {destination, {file.file}, file.presence}, .here = file.here});
    }
}

int ContentList::takeNext()
{
    const int index = *m_waiting.begin();
    m_waiting.erase(m_waiting.begin());
    ++m_running;
    Content &content = m_contents[size_t(index)];
    content.state = State::Running;
    m_bytesHere -= std::exchange(content.here, 0);
    touch(index);
    return index;
}

void ContentList::succeed(int index, qint64 size)
{
    const Content &content = at(index);
    rest(index, State::Succeeded, size);
    m_bytesHere += size * (content.task.files.size() - 1);
    m_filesDone += int(content.task.files.size());
}

void ContentList::putBack(int index, qint64 kept)
{
    rest(index, State::Waiting, kept);
    m_waiting.insert(index);
}

void ContentList::fail(int index, const Error &error, qint64 kept, bool wasContinued, qint64 now)
{
    Content &content = m_contents[size_t(index)];
    content.error = error;
    if (error.kind == Error::Kind::Checksum && wasContinued && !std::exchange(content.startedAfresh, true)) {
        content.most = 0;
        return putBack(index, 0);
    }
    // Bytes that came and were not kept count for nothing: they would come for ever.
    if (kept > content.most)
        content.tries = 0;
    content.most = qMax(content.most, kept);
    const auto delay = transfer::delayAfter(error, ++content.tries, m_firstPause);
    if (!delay) {
        if (!m_firstError)
            m_firstError = error;
        return rest(index, State::Failed, kept);
    }
    rest(index, State::Retrying, kept);
    content.notBefore = now + delay->count();
    m_retrying.insert(index);
    if (error.kind == Error::Kind::RateLimited)  // That limit is the account's, not the file's.
        m_notBefore = qMax(m_notBefore, content.notBefore);
}

bool ContentList::doubt(int index, const Error &error, qint64 now)
{
    Content &content = m_contents[size_t(index)];
    if (error.kind != Error::Kind::Checksum || std::exchange(content.isDoubted, true))
        return false;
    content.error = error;
    rest(index, State::Retrying, 0);
    content.notBefore = now + kLongestDoubt;
    m_retrying.insert(index);
    return true;
}

qint64 ContentList::renew(int index, const RemoteFile &file)
{
    Content &content = m_contents[size_t(index)];
    if (m_retrying.erase(index) == 0)
        return 0;
    content.state = State::Waiting;
    m_waiting.insert(index);
    touch(index);
    qint64 more = 0;
    for (RemoteFile &known : content.task.files) {
        if (known.etag() == file.etag())
            continue;
        known.sha256 = file.sha256;
        known.blobId = file.blobId;
        known.xetHash = file.xetHash;
        more += qMax<qint64>(file.size, 0) - qMax<qint64>(known.size, 0);
        known.size = file.size;
    }
    return more;
}

/// It runs no longer.
void ContentList::rest(int index, State state, qint64 kept)
{
    Content &content = m_contents[size_t(index)];
    --m_running;
    content.state = state;
    content.here = kept;
    content.task.presence = kept > 0 ? Presence::Part : Presence::Absent;
    if (state == State::Succeeded || state == State::Waiting)
        content.error = {};
    m_bytesHere += kept;
    touch(index);
}

qint64 ContentList::wake(qint64 now)
{
    qint64 next = m_notBefore > now && hasWaiting() ? m_notBefore : -1;
    for (auto it = m_retrying.begin(); it != m_retrying.end();) {
        Content &content = m_contents[size_t(*it)];
        if (content.notBefore > now) {
            next = next < 0 ? content.notBefore : qMin(next, content.notBefore);
            ++it;
            continue;
        }
        content.state = State::Waiting;
        touch(*it);
        m_waiting.insert(*it);
        it = m_retrying.erase(it);
    }
    return next;
}

void ContentList::wakeAll()
{
    m_notBefore = 0;
    for (const int index : std::exchange(m_retrying, {})) {
        m_contents[size_t(index)].state = State::Waiting;
        m_waiting.insert(index);
        touch(index);
    }
}

void ContentList::forgetTries()
{
    for (Content &content : m_contents)
        content.tries = 0;
}

void ContentList::revive()
{
    wakeAll();
    m_firstError = {};
    for (size_t i = 0; i < m_contents.size(); ++i) {
        Content &content = m_contents[i];
        content.tries = 0;
        content.startedAfresh = false;
        content.isDoubted = false;  // What the Hub said then may have been wrong, too.
        if (content.state != State::Failed)
            continue;
        content.state = State::Waiting;
        content.error = {};
        m_waiting.insert(int(i));
        touch(int(i));
    }
}

void ContentList::touch(int index)
{
    m_contents[size_t(index)].isShown = true;
    m_changed.insert(index);
}

void ContentList::touchShown()
{
    for (size_t i = 0; i < m_contents.size(); ++i) {
        if (m_contents[i].isShown && m_contents[i].state < State::Succeeded)
            m_changed.insert(int(i));
    }
}
