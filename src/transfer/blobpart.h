// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/contenthash.h"
#include "core/result.h"
#include "local/filelock.h"
#include "transfer/destination.h"

#include <QFile>

#include <atomic>
#include <memory>
#include <optional>

/// The part file of one content on its way to its place, with the lock that guards it: what BlobSink lets the pool do.
///
/// One step writes while another hashes; otherwise one step at a time. The lock goes when the last who holds the part
/// lets it go, so a cancelled step may run to its end behind our back.
class BlobPart
{
public:
    enum class Found {
        Open,   ///< size() bytes are there.
        Busy,   ///< Somebody else has the lock: ask again.
        Whole,  ///< Nothing to fetch: all files are made of a content that was there.
    };

    /// \a files have one content. Those after the first are made of the first.
    BlobPart(std::shared_ptr<const Destination> destination, RemoteFiles files);
    ~BlobPart();

    Result<Found> open();
    qint64 size() const { return m_writer.size(); }
    std::optional<Error> write(bool startOver, const QList<QByteArray> &chunks);
    /// Hashes what the file has from \a from on, up to \a end and 16 MiB at the most, and answers how far it came.
    /// Another \a round than the last: a new hash.
    Result<qint64> hashFile(int round, qint64 contentSize, qint64 from, qint64 end);
    /// Hashes what comes next while it is in memory, and answers how far it came.
    Result<qint64> hashChunks(int round, qint64 contentSize, qint64 from, const QList<QByteArray> &chunks);
    /// The files, if what was hashed is the content. Else the part goes: each new try would go on from wrong bytes.
    std::optional<Error> publish(int round, qint64 contentSize);

    /// open() and write() in one, for a content that lies in memory; nothing wrong touches the disk, and what is right
    /// is on its way there. Open: place() is next.
    Result<Found> fill(const QByteArray &bytes);
    std::optional<Error> place();  ///< Makes the proved part its files.
    /// What place() made of \a parts is there after a power cut, too.
    static void flush(const QList<std::shared_ptr<BlobPart>> &parts);

    void stop() { m_isStopped = true; }  ///< Steps end soon; from any thread.

private:
    const RemoteFile &file() const { return m_files.first(); }
    Result<Found> takeLock();
    std::optional<Error> adoptAll();
    void startFlush();
    void restartHash(int round, qint64 contentSize);
    Error wrongContent() const;

    std::shared_ptr<const Destination> m_destination;
    RemoteFiles m_files;
    QString m_path;
    FileLock m_lock;
    bool m_isGuarded = true;  ///< False: the file system has no locks.
    QFile m_writer;
    qint64 m_unflushed = 0;
    QFile m_reader;
    std::optional<ContentHash> m_hash;
    int m_round = -1;
    std::atomic<bool> m_isStopped = false;
};
