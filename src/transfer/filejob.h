// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/job.h"
#include "transfer/blobpart.h"
#include "transfer/bytesource.h"

#include <QTimer>

#include <functional>
#include <memory>

class BatchStore;
class BlobSink;
class QThreadPool;

/// One content that is wanted, and where.
struct FileTask {
    std::shared_ptr<const Destination> destination;
    RemoteFiles files;                     ///< All that have this content: fetched once.
    Presence presence = Presence::Absent;  ///< Of the first, as it was planned.
};

/// Fetches one content and makes it all files that have it. Transfer owns it.
///
/// A content of up to 1 MiB arrives in memory and becomes its files together with others; a larger one, or one that
/// was begun earlier, goes through a part file and a BlobSink. While somebody else has the content's lock the job
/// waits without a connection and looks again ten times a second.
///
///   small:  source → bytes → BatchStore
///   large:  sink.open → source from where the part ends → sink → published
class FileJob final : public Job
{
    Q_OBJECT

public:
    static constexpr qint64 kSmall = 1 << 20;

    using SourceMaker = std::function<std::unique_ptr<ByteSource>()>;

    /// \a batches makes small contents files, \a pool does the work of a large one.
    FileJob(FileTask task, SourceMaker makeSource, BatchStore *batches, QThreadPool *pool, QObject *parent);
    ~FileJob() override;

    bool isLocked() const { return m_isLocked; }          ///< Waits for somebody else.
    qint64 received() const { return m_received; }        ///< Bytes that came from the source by now.
    bool wasContinued() const { return m_wasContinued; }  ///< Went on from a part of an earlier try.
    qint64 kept() const;                                  ///< Bytes in the part file, for the next try.

Q_SIGNALS:
    void lockedChanged();
    void connectionFreed();  ///< Its bytes are here, or it waits for a lock; may come again, and not at all.

protected:
    void doStart() override;
    void doCancel() override;

private:
    const RemoteFile &file() const { return m_task.files.first(); }
    bool isSmall() const;
    void openSink();
    void onOpened(BlobPart::Found found);
    void startSource(qint64 offset);
    void onBegan(qint64 offset, qint64 size);
    void onArrived(const QByteArray &bytes);
    void onEnded(const std::optional<Error> &error);
    void onAllHere();
    void store();
    void onStored(const Result<BlobPart::Found> &found);
    void setLocked(bool isLocked);
    void succeed();
    void fail(const Error &error);
    qint64 here() const;

    FileTask m_task;
    SourceMaker m_makeSource;
    BatchStore *m_batches;
    QThreadPool *m_pool;
    std::unique_ptr<ByteSource> m_source;
    std::unique_ptr<BlobSink> m_sink;  ///< Of large contents.
    QByteArray m_bytes;                ///< Of small ones.
    qint64 m_size;
    qint64 m_received = 0;
    bool m_isLocked = false;
    bool m_wasContinued = false;
    QTimer m_lockPoll;
};
