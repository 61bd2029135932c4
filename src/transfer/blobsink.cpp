// SPDX-License-Identifier: Apache-2.0
#include "transfer/blobsink.h"

#include "transfer/inpool.h"

namespace {
constexpr qint64 kFull = 3 << 20;  // With as much that Qt has read, what a killed process loses: below 8 MB.
constexpr qint64 kRoomAgain = 2 << 20;
constexpr qint64 kTail = 16 << 20;
}  // namespace

BlobSink::BlobSink(QThreadPool *pool, std::shared_ptr<const Destination> destination, const RemoteFiles &files,
                   QObject *parent)
    : QObject(parent),
      m_pool(pool),
      m_part(std::make_shared<BlobPart>(std::move(destination), files)),
      m_contentSize(files.first().size)
{
}

BlobSink::~BlobSink()
{
    close();
}

void BlobSink::open()
{
    transfer::inPool(
        m_pool, this, [part = m_part] { return part->open(); },
        [this](const Result<BlobPart::Found> &found) { onOpened(found); });
}

void BlobSink::onOpened(const Result<BlobPart::Found> &found)
{
    if (!m_part)
        return;
    if (!found)
        return carryOn(found.error());
    if (*found == BlobPart::Found::Open) {
        m_size = m_written = m_part->size();
        hashOn();
    }
    Q_EMIT opened(*found);
}

void BlobSink::setContentSize(qint64 size)
{
    m_contentSize = size;
    hashOn();
}

void BlobSink::write(const QByteArray &bytes)
{
    m_queue << bytes;
    m_size += bytes.size();
    m_tail << bytes;
    m_tailSize += bytes.size();
    if (m_tailSize > kTail) {
        m_tail.clear();
        m_tailSize = 0;
    }
    setWaiting(m_waiting + bytes.size());
    writeOn();
    hashOn();
}

void BlobSink::startOver()
{
    ++m_round;
    for (const QByteArray &chunk : std::exchange(m_queue, {}))
        m_waiting -= chunk.size();
    m_tail.clear();
    m_tailSize = 0;
    m_startsOver = true;
    m_size = m_written = m_hashed = 0;
    writeOn();
}

void BlobSink::finish()
{
    m_isFinishing = true;
    if (m_contentSize < 0)
        setContentSize(m_size);
    publishOn();
}

void BlobSink::close()
{
    if (m_part)
        m_part->stop();
    m_part.reset();
}

void BlobSink::writeOn()
{
    if (!m_part || m_isWriting || (m_queue.isEmpty() && !m_startsOver))
        return;
    m_isWriting = true;
    const bool startsOver = std::exchange(m_startsOver, false);
    const QList<QByteArray> chunks = std::exchange(m_queue, {});
    qint64 bytes = 0;
    for (const QByteArray &chunk : chunks)
        bytes += chunk.size();
    m_inStep = bytes;
    transfer::inPool(
        m_pool, this, [part = m_part, startsOver, chunks] { return part->write(startsOver, chunks); },
        [this, bytes, round = m_round](const std::optional<Error> &error) {
            m_isWriting = false;
            m_inStep = 0;
            setWaiting(m_waiting - bytes);
            if (round == m_round)
                m_written = error && m_part ? m_part->size() : m_written + bytes;  // Some of it may fit on a full disk.
            carryOn(error);
        });
}

void BlobSink::hashOn()
{
    if (!m_part || m_isHashing || m_contentSize < 0)
        return;
    const auto onHashed = [this, round = m_round](const Result<qint64> &hashed) {
        m_isHashing = false;
        if (hashed && round == m_round)
            m_hashed = *hashed;
        carryOn(hashed ? std::nullopt : std::optional(hashed.error()));
    };
    if (const QList<QByteArray> chunks = takeTail(); !chunks.isEmpty()) {
        m_isHashing = true;
        transfer::inPool(
            m_pool, this,
            [part = m_part, round = m_round, size = m_contentSize, from = m_hashed, chunks] {
                return part->hashChunks(round, size, from, chunks);
            },
            onHashed);
    } else if (m_hashed < m_written) {
        m_isHashing = true;
        transfer::inPool(
            m_pool, this,
            [part = m_part, round = m_round, size = m_contentSize, from = m_hashed, end = m_written] {
                return part->hashFile(round, size, from, end);
            },
            onHashed);
    }
}

/// What memory has of the content from m_hashed on; nothing where that begins later.
QList<QByteArray> BlobSink::takeTail()
{
    qint64 known = m_hashed - (m_size - m_tailSize);  // Bytes of the tail that are hashed already.
    if (m_tail.isEmpty() || known < 0)
        return {};
    QList<QByteArray> chunks;
    for (const QByteArray &chunk : std::as_const(m_tail)) {
        if (known < chunk.size())
            chunks << chunk.mid(known);
        known = qMax<qint64>(0, known - chunk.size());
    }
    m_tail.clear();
    m_tailSize = 0;
    return chunks;
}

void BlobSink::publishOn()
{
    const bool isBusy = m_isWriting || m_isHashing || m_startsOver || !m_queue.isEmpty();
    if (!m_part || !m_isFinishing || isBusy || m_hashed != m_size)
        return;
    m_isFinishing = false;
    transfer::inPool(
        m_pool, this, [part = m_part, round = m_round, size = m_contentSize] { return part->publish(round, size); },
        [this](const std::optional<Error> &error) {
            if (error)
                return carryOn(error);
            if (m_part)
                Q_EMIT published();
        });
}

/// After a step: what is next, unless it failed.
void BlobSink::carryOn(const std::optional<Error> &error)
{
    if (!m_part)
        return;
    if (error) {
        close();
        Q_EMIT failed(*error);
        return;
    }
    writeOn();
    hashOn();
    publishOn();
}

void BlobSink::setWaiting(qint64 bytes)
{
    m_waiting = bytes;
    const bool isFull = m_isFull ? bytes > kRoomAgain : bytes > kFull;
    if (isFull != std::exchange(m_isFull, isFull) && m_part)
        Q_EMIT fullChanged(isFull);
}
