// SPDX-License-Identifier: Apache-2.0
#include "transfer/folderdestination.h"

#include "core/contenthash.h"
#include "core/partfile.h"
#include "core/safename.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cerrno>

#ifdef __linux__
#include <linux/fs.h>
#include <sys/ioctl.h>
#endif

namespace {

/// Copies \a from to \a to, sharing blocks where the file system can; the hash of what was read is fed either way.
std::optional<Error> copyProved(QFile &from, QFile &to, const RemoteFile &file)
{
    bool isShared = false;
#ifdef FICLONE
    isShared = ::ioctl(to.handle(), FICLONE, from.handle()) == 0;
#endif
    ContentHash hash(ContentHash::kindOf(file.etag()), from.size());
    QByteArray buffer(1 << 20, Qt::Uninitialized);
    for (;;) {
        const qint64 count = from.read(buffer.data(), buffer.size());
        if (count < 0)
            return core::diskError(errno);
        if (count == 0)
            break;
        hash.add(QByteArrayView(buffer.constData(), count));
        if (!isShared && to.write(buffer.constData(), count) != count)
            return core::diskError(errno);
    }
    if (QString::fromLatin1(hash.hex()) == file.etag())
        return {};
    return Error{Error::Kind::Checksum,
                 QCoreApplication::translate("transfer", "The copy in the cache is damaged."), file.path};
}

}  // namespace

QString FolderDestination::whyUnsafe(const QString &path) const
{
    const QString why = core::whyUnsafe(path);
    return why.isEmpty() ? LocalFolder::whyUnsafe(path) : why;
}

Presence FolderDestination::presenceOf(const RemoteFile &file) const
{
    if (!core::isContentName(file.etag()))
        return Presence::Absent;
    if (m_folder.isCurrent(m_commit, file))
        return Presence::Whole;
    if (!cached(file).isEmpty())
        return Presence::Content;
    return QFileInfo::exists(part(file)) ? Presence::Part : Presence::Absent;
}

QString FolderDestination::part(const RemoteFile &file) const
{
    return m_folder.part(file);
}

QString FolderDestination::lock(const RemoteFile &file) const
{
    return m_folder.lock(file.path);
}

QString FolderDestination::target(const RemoteFile &file) const
{
    return m_folder.file(file.path);
}

QString FolderDestination::root() const
{
    return m_folder.root();
}

std::optional<Error> FolderDestination::prepare(const RemoteFile &file) const
{
    return m_folder.prepare(file);
}

std::optional<Error> FolderDestination::adopt(const RemoteFile &file, const RemoteFile *twin) const
{
    if (const auto error = prepare(file))
        return error;
    QFile from(twin ? target(*twin) : cached(file));
    if (!from.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return core::diskError(errno);
    QFile to;
    if (const auto error = core::openPart(to, part(file), QIODevice::Append))
        return error;
    auto error = to.resize(0) ? copyProved(from, to, file) : core::diskError(errno);
    if (!error)
        error = publish(to, part(file), file);
    if (error)
        QFile::remove(part(file));  // A half copy must not pass for bytes that came from the Hub.
    return error;
}

std::optional<Error> FolderDestination::publish(const QFile &part, const QString &partPath,
                                                const RemoteFile &file) const
{
    return m_folder.publish(part, m_commit, file, partPath);
}

/// Where the shared cache has this content: as a blob or, without links, as this commit's file. Empty: nowhere.
QString FolderDestination::cached(const RemoteFile &file) const
{
    const CacheLayout &layout = m_cache.layout();
    const auto size = m_cache.blobSize(file.etag());
    if (size && (file.size < 0 || *size == file.size))
        return layout.blob(m_cache.repo(), file.etag());
    if (!m_cache.hasFile(m_commit, file.path))
        return {};
    const QString pointer = layout.pointer(m_cache.repo(), m_commit, file.path);
    return file.size < 0 || QFileInfo(pointer).size() == file.size ? pointer : QString();
}
