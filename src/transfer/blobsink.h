// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transfer/blobpart.h"

#include <QObject>

class QThreadPool;

/// Takes the bytes of one content as they come, and makes them its files: writes, hashes, proves and publishes, all in
/// the pool and in constant memory. FileJob owns it, in the engine's thread.
///
/// Two strands of steps run side by side. One appends what arrived; the other hashes from the first byte on, whoever
/// wrote it, so a part of an earlier try is hashed while the request for the rest is on its way. What just arrived is
/// hashed from memory; where the hash falls behind it reads the file, so that memory stays constant:
///
///   open → opened;  write … → writeOn ⇄ pool ─┐
///                             hashOn  ⇄ pool ─┴→ finish → publish (pool) → published
class BlobSink final : public QObject
{
    Q_OBJECT

public:
    BlobSink(QThreadPool *pool, std::shared_ptr<const Destination> destination, const RemoteFiles &files,
             QObject *parent);
    ~BlobSink() override;

    void open();                            ///< opened() or failed() follows; after Busy it may be asked again.
    qint64 size() const { return m_size; }  ///< Bytes that are there or on their way to the disk.
    qint64 kept() const { return m_written + m_inStep; }  ///< Bytes that the next try finds.
    void setContentSize(qint64 size);
    void write(const QByteArray &bytes);
    void startOver();  ///< What is there goes.
    void finish();     ///< All is there: published() or failed() follows.
    void close();      ///< The part stays. Nothing is said after it.

Q_SIGNALS:
    void opened(BlobPart::Found found);
    void fullChanged(bool isFull);  ///< More bytes wait for the disk than memory should hold.
    void published();
    void failed(const Error &error);

private:
    void onOpened(const Result<BlobPart::Found> &found);
    void writeOn();
    void hashOn();
    QList<QByteArray> takeTail();
    void publishOn();
    void carryOn(const std::optional<Error> &error);
    void setWaiting(qint64 bytes);

    QThreadPool *m_pool;
    std::shared_ptr<BlobPart> m_part;
    qint64 m_contentSize;
    qint64 m_size = 0;
    int m_round = 0;  ///< Grows with each startOver(): what a step of an earlier round says counts for nothing.
    QList<QByteArray> m_queue;
    qint64 m_waiting = 0;  ///< Bytes in memory.
    bool m_isFull = false;
    bool m_startsOver = false;
    bool m_isWriting = false;
    qint64 m_written = 0;
    qint64 m_inStep = 0;       ///< Bytes that a step is writing now; it goes to its end also when nobody waits.
    QList<QByteArray> m_tail;  ///< The last chunks that arrived, not hashed yet; they end at m_size.
    qint64 m_tailSize = 0;
    bool m_isHashing = false;
    qint64 m_hashed = 0;
    bool m_isFinishing = false;
};
