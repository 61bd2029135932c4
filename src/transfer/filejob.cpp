// SPDX-License-Identifier: Apache-2.0
#include "transfer/filejob.h"

#include "transfer/batchstore.h"
#include "transfer/blobsink.h"

using namespace std::chrono_literals;

FileJob::FileJob(FileTask task, SourceMaker makeSource, BatchStore *batches, QThreadPool *pool, QObject *parent)
    : Job(parent),
      m_task(std::move(task)),
      m_makeSource(std::move(makeSource)),
      m_batches(batches),
      m_pool(pool),
      m_size(file().size)
{
    m_lockPoll.setSingleShot(true);
    m_lockPoll.setInterval(100ms);
    connect(&m_lockPoll, &QTimer::timeout, this, [this] { m_sink ? m_sink->open() : store(); });
}

FileJob::~FileJob() = default;

bool FileJob::isSmall() const
{
    return m_task.presence == Presence::Absent && m_size >= 0 && m_size <= kSmall;
}

void FileJob::doStart()
{
    if (!isSmall())
        return openSink();
    if (m_size == 0)
        return store();
    m_bytes.reserve(m_size);
    startSource(0);
}

void FileJob::doCancel()
{
    m_lockPoll.stop();
    if (m_source)
        m_source->abort();
    if (m_sink)
        m_sink->close();
}

void FileJob::openSink()
{
    m_sink = std::make_unique<BlobSink>(m_pool, m_task.destination, m_task.files, nullptr);
    connect(m_sink.get(), &BlobSink::opened, this, &FileJob::onOpened);
    connect(m_sink.get(), &BlobSink::fullChanged, this, [this](bool isFull) {
        if (m_source)
            m_source->setHeldBack(isFull);
    });
    connect(m_sink.get(), &BlobSink::published, this, &FileJob::succeed);
    connect(m_sink.get(), &BlobSink::failed, this, &FileJob::fail);
    m_sink->open();
}

void FileJob::onOpened(BlobPart::Found found)
{
    setLocked(found == BlobPart::Found::Busy);
    if (found == BlobPart::Found::Whole)
        return succeed();
    if (found == BlobPart::Found::Busy)
        return m_lockPoll.start();
    m_wasContinued = m_sink->size() > 0;
    setProgress(m_sink->size(), m_size);
    if (m_size >= 0 && m_sink->size() == m_size)
        onAllHere();
    else
        startSource(m_sink->size());
}

void FileJob::startSource(qint64 offset)
{
    m_source = m_makeSource();
    connect(m_source.get(), &ByteSource::began, this, &FileJob::onBegan);
    connect(m_source.get(), &ByteSource::arrived, this, &FileJob::onArrived);
    connect(m_source.get(), &ByteSource::ended, this, &FileJob::onEnded);
    m_source->start(offset);
}

void FileJob::onBegan(qint64 offset, qint64 size)
{
    if (m_size < 0 && size >= 0) {
        m_size = size;
        if (m_sink)
            m_sink->setContentSize(size);
    }
    if (offset == here())
        return;
    if (offset != 0)
        return fail({Error::Kind::BadReply, tr("The server sends another part of the file than it was asked for.")});
    m_wasContinued = false;
    if (m_sink)
        m_sink->startOver();
    m_bytes.clear();
    setProgress(0, m_size);
}

void FileJob::onArrived(const QByteArray &bytes)
{
    if (m_size >= 0 && here() + bytes.size() > m_size)
        return fail({Error::Kind::BadReply, tr("The server sends more than the file holds.")});
    m_received += bytes.size();
    if (m_sink)
        m_sink->write(bytes);
    else
        m_bytes += bytes;
    setProgress(here(), m_size);
}

void FileJob::onEnded(const std::optional<Error> &error)
{
    if (error)
        return fail(*error);
    if (m_size >= 0 && here() != m_size)
        return fail({Error::Kind::BadReply, tr("The server sent less than the file holds.")});
    onAllHere();
}

void FileJob::onAllHere()
{
    Q_EMIT connectionFreed();
    if (m_sink)
        m_sink->finish();
    else
        store();
}

void FileJob::store()
{
    m_batches->store(std::make_shared<BlobPart>(m_task.destination, m_task.files), m_bytes, this,
                     [this](const Result<BlobPart::Found> &found) { onStored(found); });
}

void FileJob::onStored(const Result<BlobPart::Found> &found)
{
    if (state() != State::Running)
        return;
    if (!found)
        return fail(found.error());
    setLocked(*found == BlobPart::Found::Busy);
    if (*found == BlobPart::Found::Busy)
        m_lockPoll.start();
    else
        succeed();
}

void FileJob::setLocked(bool isLocked)
{
    if (std::exchange(m_isLocked, isLocked) == isLocked)
        return;
    if (isLocked)
        Q_EMIT connectionFreed();
    Q_EMIT lockedChanged();
}

void FileJob::succeed()
{
    const qint64 size = m_size >= 0 ? m_size : here();
    setProgress(size, size);
    finish();
}

void FileJob::fail(const Error &error)
{
    doCancel();
    finish(error);
}

qint64 FileJob::here() const
{
    return m_sink ? m_sink->size() : m_bytes.size();
}

qint64 FileJob::kept() const
{
    const bool isThrownAway = error() && error()->kind == Error::Kind::Checksum;
    return m_sink && !isThrownAway ? m_sink->kept() : 0;
}
