// SPDX-License-Identifier: Apache-2.0
#include "transfer/blobpart.h"

#include "core/partfile.h"
#include "core/plaintext.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <map>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kReadSize = 256 << 10;  // Fits the core's own cache, so that hashing finds it there.
constexpr qint64 kStepSize = 16 << 20;
constexpr qint64 kFlushSize = 32 << 20;

/// Appends all of \a bytes, or answers errno.
int append(int fd, const QByteArray &bytes)
{
    const char *at = bytes.constData();
    qsizetype left = bytes.size();
    while (left > 0) {
        const ssize_t written = ::write(fd, at, size_t(left));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return errno;
        at += written;
        left -= written;
    }
    return 0;
}

}  // namespace

BlobPart::BlobPart(std::shared_ptr<const Destination> destination, RemoteFiles files)
    : m_destination(std::move(destination)),
      m_files(std::move(files)),
      m_path(m_destination->part(file())),
      m_lock(m_destination->lock(file()))
{
}

BlobPart::~BlobPart()
{
    // Empty, or of a name that nobody would find again.
    if (m_writer.isOpen() && (!m_isGuarded || m_writer.size() == 0))
        QFile::remove(m_path);
}

Result<BlobPart::Found> BlobPart::open()
{
    auto found = takeLock();
    if (!found || *found != Found::Open)
        return found;
    if (const auto error = core::openPart(m_writer, m_path, QIODevice::Append))
        return *error;
    if (file().size >= 0 && m_writer.size() > file().size && !m_writer.resize(0))
        return core::diskError(errno);
    return Found::Open;
}

/// Open: the lock is ours and the content is not there yet.
Result<BlobPart::Found> BlobPart::takeLock()
{
    if (const auto error = m_destination->prepare(file()))
        return *error;
    const auto taken = m_lock.tryLock();
    if (!taken)
        return taken.error();
    if (*taken == FileLock::Outcome::Busy)
        return Found::Busy;
    m_isGuarded = *taken == FileLock::Outcome::Taken;
    if (!m_isGuarded)  // Nothing keeps another process from the same part: take one of our own.
        m_path.replace(u".hubdeck.part"_s,
                       u".%1.hubdeck.part"_s.arg(QRandomGenerator::global()->generate(), 8, 16, QChar(u'0')));
    const Presence presence = m_destination->presenceOf(file());
    if (presence != Presence::Whole && presence != Presence::Content)
        return Found::Open;
    const auto error = adoptAll();
    if (!error) {
        m_lock.unlock();
        return Found::Whole;
    }
    if (error->kind == Error::Kind::Checksum)  // What lies there is damaged.
        return Found::Open;
    return *error;
}

/// Makes every file of the content that is there.
std::optional<Error> BlobPart::adoptAll()
{
    for (qsizetype i = 0; i < m_files.size(); ++i) {
        if (m_destination->presenceOf(m_files[i]) == Presence::Whole)
            continue;
        if (const auto error = m_destination->adopt(m_files[i], i == 0 ? nullptr : &file()))
            return error;
    }
    return {};
}

std::optional<Error> BlobPart::write(bool startOver, const QList<QByteArray> &chunks)
{
    if (startOver && !m_writer.resize(0))
        return core::diskError(errno);
    for (const QByteArray &chunk : chunks) {
        if (const int code = append(m_writer.handle(), chunk))
            return core::diskError(code);
        m_unflushed += chunk.size();
    }
    if (m_unflushed >= kFlushSize)
        startFlush();
    return {};
}

/// The disk starts now, so that the fsync at the end finds little left to do.
void BlobPart::startFlush()
{
#ifdef SYNC_FILE_RANGE_WRITE
    ::sync_file_range(m_writer.handle(), 0, 0, SYNC_FILE_RANGE_WRITE);
#endif
    m_unflushed = 0;
}

Result<qint64> BlobPart::hashFile(int round, qint64 contentSize, qint64 from, qint64 end)
{
    if (!m_reader.isOpen()) {
        if (const auto error = core::openPart(m_reader, m_path, QIODevice::ReadOnly))
            return *error;
    }
    restartHash(round, contentSize);
    end = qMin(end, from + kStepSize);
    if (!m_reader.seek(from))
        return core::diskError(errno);
    QByteArray buffer(kReadSize, Qt::Uninitialized);
    while (m_reader.pos() < end && !m_isStopped) {
        const qint64 count = m_reader.read(buffer.data(), qMin(kReadSize, end - m_reader.pos()));
        if (count < 0)
            return core::diskError(errno);
        if (count == 0)
            break;  // Truncated under us: a new round follows.
        m_hash->add(QByteArrayView(buffer.constData(), count));
    }
    return m_reader.pos();
}

Result<qint64> BlobPart::hashChunks(int round, qint64 contentSize, qint64 from, const QList<QByteArray> &chunks)
{
    restartHash(round, contentSize);
    for (const QByteArray &chunk : chunks) {
        if (m_isStopped)
            break;
        m_hash->add(chunk);
        from += chunk.size();
    }
    return from;
}

void BlobPart::restartHash(int round, qint64 contentSize)
{
    if (round == m_round)
        return;
    m_round = round;
    m_hash.emplace(ContentHash::kindOf(file().etag()), contentSize);
}

std::optional<Error> BlobPart::publish(int round, qint64 contentSize)
{
    restartHash(round, contentSize);
    if (QString::fromLatin1(m_hash->hex()) == file().etag()) {
        const auto error = place();
        if (!error)
            m_destination->flush(m_files);
        return error;
    }
    QFile::remove(m_path);
    m_writer.close();
    m_lock.unlock();
    return wrongContent();
}

std::optional<Error> BlobPart::place()
{
    if (const auto error = m_destination->publish(m_writer, m_path, file()))
        return error;
    m_writer.close();
    const auto error = adoptAll();
    m_lock.unlock();
    return error;
}

Result<BlobPart::Found> BlobPart::fill(const QByteArray &bytes)
{
    m_hash.emplace(ContentHash::kindOf(file().etag()), bytes.size());
    m_hash->add(bytes);
    if (QString::fromLatin1(m_hash->hex()) != file().etag())
        return wrongContent();
    const auto found = open();
    if (!found || *found != Found::Open)
        return found;
    if (const auto error = write(m_writer.size() > 0, {bytes}))
        return *error;
    startFlush();
    return Found::Open;
}

void BlobPart::flush(const QList<std::shared_ptr<BlobPart>> &parts)
{
    std::map<const Destination *, RemoteFiles> files;
    for (const auto &part : parts)
        files[part->m_destination.get()] << part->m_files;
    for (const auto &[destination, ofDestination] : files)
        destination->flush(ofDestination);
}

Error BlobPart::wrongContent() const
{
    return {Error::Kind::Checksum,
            QCoreApplication::translate("transfer", "What arrived for %1 is not the file that the Hub promised.")
                .arg(core::visible(file().path)),
            {}};
}
