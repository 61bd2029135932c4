// SPDX-License-Identifier: Apache-2.0
#include "local/snapshotexport.h"

#include "core/contenthash.h"
#include "core/partfile.h"
#include "core/plaintext.h"
#include "local/openfolder.h"

#include <QCoreApplication>

#include <fcntl.h>

#include <cerrno>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kPiece = 1 << 20;

/// The translation context of this file.
struct Export {
    Q_DECLARE_TR_FUNCTIONS(local::SnapshotExport)
};

Error ofFile(Error::Kind kind, const QString &sentence, const RemoteFile &file)
{
    return {kind, sentence.arg(core::visible(file.path)), {}};
}

/// The content of \a file: the blob that its link names, or the file itself.
std::optional<Error> openContent(QFile &content, const RepoCache &cache, const QString &commit, const RemoteFile &file)
{
    const QString repo = cache.layout().repo(cache.repo());
    const OpenFolder blobs(repo, u"blobs"_s, OpenFolder::Missing::Fails);
    const OpenFolder folder(repo, local::joined("snapshots/"_L1 + commit, local::folderOf(file.path)),
                            OpenFolder::Missing::Fails);
    const QByteArray name = local::nameOf(file.path);
    const bool isLink = folder && folder.linkText(name);
    // A blob may be a link itself, into the store that repositories share; what it leads to is proved by its hash.
    const int fd = isLink ? ::openat(blobs.fd(), file.etag().toLatin1().constData(), O_RDONLY | O_CLOEXEC)
                          : ::openat(folder.fd(), name.constData(), O_RDONLY | O_CLOEXEC | O_NOFOLLOW);
    if (fd < 0 || !content.open(fd, QIODevice::ReadOnly | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle))
        return ofFile(Error::Kind::NotFound, Export::tr("%1 is not in the cache any more."), file);
    return {};
}

std::optional<Error> addFile(ArchiveWriter &archive, QFile &content, const RemoteFile &file, ExportWatch *watch)
{
    const Error damaged = ofFile(Error::Kind::Checksum,
                                 Export::tr("The copy of %1 on this computer is damaged. Nothing was written."), file);
    if (content.size() != file.size)
        return damaged;
    if (const auto error = archive.begin(file.path, file.size))
        return error;
    ContentHash hash(ContentHash::kindOf(file.etag()), file.size);
    QByteArray buffer(kPiece, Qt::Uninitialized);
    for (qint64 left = file.size; left > 0;) {
        if (watch->isStopped)
            return Error{Error::Kind::Cancelled, Export::tr("The export was stopped."), {}};
        const qint64 count = content.read(buffer.data(), qMin(left, kPiece));
        if (count <= 0)
            return count < 0 ? core::diskError(errno) : damaged;
        hash.add(QByteArrayView(buffer.constData(), count));
        if (const auto error = archive.add(buffer.constData(), count))
            return error;
        left -= count;
        watch->done += count;
    }
    const bool isProved = file.etag().isEmpty() || QString::fromLatin1(hash.hex()) == file.etag();
    return isProved ? std::nullopt : std::optional(damaged);
}

std::optional<Error> addAll(const RepoCache &cache, const SnapshotFiles &snapshot, ArchiveWriter &archive,
                            ExportWatch *watch)
{
    for (const RemoteFile &file : snapshot.files) {
        if (watch->isStopped)
            return Error{Error::Kind::Cancelled, Export::tr("The export was stopped."), {}};
        QFile content;
        if (const auto error = openContent(content, cache, snapshot.commit, file))
            return error;
        if (const auto error = addFile(archive, content, file, watch))
            return error;
    }
    return archive.finish();
}

}  // namespace

std::optional<Error> local::exportSnapshot(const RepoCache &cache, const SnapshotFiles &snapshot, const QString &target,
                                           ExportWatch *watch)
{
    const std::optional<ArchiveKind> kind = ArchiveWriter::kindOf(target);
    if (!kind)
        return Error{Error::Kind::Refused, Export::tr("An export ends in .zip or .tar.gz."), {}};
    watch->total = snapshot.bytes;
    watch->done = 0;
    const QString part = target + ".hubdeck.part"_L1;
    QFile::remove(part);  // Of an export that was killed.
    QFile file;
    if (const auto error = core::openPart(file, part, QIODevice::Append))
        return error;
    std::optional<Error> error;
    {
        ArchiveWriter archive(*kind, file.handle());
        error = addAll(cache, snapshot, archive, watch);
    }
    if (!error)
        error = core::publishPart(file, part, target);
    if (error)
        QFile::remove(part);
    return error;
}
