// SPDX-License-Identifier: Apache-2.0
#include "local/repocache.h"

#include "core/partfile.h"
#include "core/safename.h"
#include "local/cachetag.h"
#include "local/filelock.h"
#include "local/openfolder.h"
#include "local/placing.h"
#include "local/treefile.h"

#include <QCoreApplication>
#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

using namespace Qt::Literals::StringLiterals;

static Error refused()
{
    return {Error::Kind::Refused,
            QCoreApplication::translate("local", "The Hub sent a name that does not fit in the cache."),
            {}};
}

/// Of a folder of the repository that could not be opened.
static Error folderError(int code, const QString &folder)
{
    if (code == EROFS || code == EACCES || code == EPERM)
        return {Error::Kind::Disk,
                QCoreApplication::translate("local", "The cache cannot be written to; HF_HUB_CACHE names another."),
                core::diskError(code).detail};
    if (code != ELOOP)
        return core::diskError(code);
    return {Error::Kind::Disk,
            QCoreApplication::translate("local", "The cache's folder \"%1\" is a link: nothing is written through it.")
                .arg(folder)};
}

static std::optional<Error> errorOf(int code)
{
    return code == 0 ? std::nullopt : std::optional(core::diskError(code));
}

static bool fits(const QString &commit, const RemoteFile &file)
{
    return core::isCommit(commit) && core::isContentName(file.etag()) && core::whyUnsafe(file.path).isEmpty();
}

static bool isUnsupported(int code)
{
    return code == EPERM || code == EOPNOTSUPP || code == ENOSYS;
}

OpenFolder RepoCache::open(const QString &below, bool make) const
{
    return OpenFolder(m_layout.repo(m_repo), below, make ? OpenFolder::Missing::IsMade : OpenFolder::Missing::Fails);
}

OpenFolder RepoCache::snapshotFolder(const QString &commit, const QString &path, bool make) const
{
    return open(local::joined("snapshots/"_L1 + commit, local::folderOf(path)), make);
}

std::optional<QString> RepoCache::commitOf(const QString &revision) const
{
    if (core::isCommit(revision))
        return revision;
    if (!core::isRevision(revision))
        return {};
    const OpenFolder folder = open(local::folderOf("refs/"_L1 + revision), false);
    const auto text = folder ? folder.read(local::nameOf(revision), 256) : std::nullopt;
    const QString commit = QString::fromLatin1(text.value_or(QByteArray()).trimmed());
    return core::isCommit(commit) ? std::optional(commit) : std::nullopt;
}

std::optional<Error> RepoCache::writeRef(const QString &revision, const QString &commit) const
{
    if (core::isCommit(revision))
        return {};
    if (!core::isRevision(revision) || !core::isCommit(commit))
        return refused();
    const OpenFolder folder = open(local::folderOf("refs/"_L1 + revision), true);
    if (!folder && folder.code() == ELOOP)
        return folderError(ELOOP, u"refs"_s);
    const QByteArray name = local::nameOf(revision);
    const QByteArray text = commit.toLatin1();
    if (folder && folder.read(name, 256) == text)
        return {};
    const int code = folder ? folder.write(name, text) : folder.code();
    const bool clashes = folder ? code == EISDIR || code == ENOTEMPTY || code == EEXIST : code == ENOTDIR;
    return clashes ? std::nullopt : errorOf(code);
}

bool RepoCache::hasFile(const QString &commit, const QString &path) const
{
    if (!core::isCommit(commit))
        return false;
    const OpenFolder folder = snapshotFolder(commit, path, false);
    const auto found = folder ? folder.lookThrough(local::nameOf(path)) : std::nullopt;
    return found && S_ISREG(found->st_mode);
}

std::optional<qint64> RepoCache::blobSize(const QString &etag) const
{
    if (!core::isContentName(etag))
        return {};
    const OpenFolder blobs = open(u"blobs"_s, false);
    const auto found = blobs ? blobs.lookThrough(etag.toLatin1()) : std::nullopt;
    return found && S_ISREG(found->st_mode) ? std::optional<qint64>(found->st_size) : std::nullopt;
}

std::optional<Error> RepoCache::prepare(const QString &commit) const
{
    local::writeCacheTag(OpenFolder(m_layout.root(), {}, OpenFolder::Missing::IsMade));
    const OpenFolder blobs = open(u"blobs"_s, true);
    if (!blobs)
        return folderError(blobs.code(), u"blobs"_s);
    if (commit.isEmpty())
        return {};
    if (!core::isCommit(commit))
        return refused();
    const OpenFolder snapshot = open("snapshots/"_L1 + commit, true);
    return snapshot ? std::nullopt : std::optional(folderError(snapshot.code(), u"snapshots"_s));
}

void RepoCache::sweep() const
{
    const OpenFolder blobs = open(u"blobs"_s, false);
    if (!blobs)
        return;
    QByteArrayList parts;
    blobs.forEach([&parts](const QByteArray &name) {
        if (name.endsWith(".hubdeck.part"))
            parts << name;
    });
    for (const QByteArray &part : parts) {
        const QString etag = QString::fromLatin1(part.first(part.indexOf('.')));
        if (!blobSize(etag))
            continue;
        FileLock lock(m_layout.lock(m_repo, etag));
        if (const auto taken = lock.tryLock(); taken && *taken == FileLock::Outcome::Taken)
            ::unlinkat(blobs.fd(), part.constData(), 0);
    }
}

std::optional<Error> RepoCache::publish(const QFile &part, const QString &commit, const RemoteFile &file,
                                        const QString &partPath) const
{
    if (!fits(commit, file))
        return refused();
    const QByteArray partName = local::nameOf(partPath.isEmpty() ? m_layout.part(m_repo, file.etag()) : partPath);
    const OpenFolder blobs = open(u"blobs"_s, true);
    if (!blobs)
        return core::diskError(blobs.code());
    if (m_mode == LinkMode::Symlinks) {
        const auto error = local::placePart(part, blobs, partName, blobs, file.etag().toLatin1());
        return error ? error : link(commit, file);
    }
    const OpenFolder target = snapshotFolder(commit, file.path, true);
    return target ? local::placePart(part, blobs, partName, target, local::nameOf(file.path))
                  : core::diskError(target.code());
}

void RepoCache::flush(const QString &commit, const RemoteFiles &files) const
{
    if (m_mode == LinkMode::Symlinks)
        open(u"blobs"_s, false).flush();
    if (!core::isCommit(commit))
        return;
    for (const QString &folder : local::foldersOf(files))
        open(local::joined("snapshots/"_L1 + commit, folder), false).flush();
}

std::optional<Error> RepoCache::link(const QString &commit, const RemoteFile &file) const
{
    if (!fits(commit, file))
        return refused();
    if (!blobSize(file.etag()))
        return Error{Error::Kind::NotFound,
                     QCoreApplication::translate("local", "The file's content is not in the cache any more."),
                     {}};
    const OpenFolder blobs = open(u"blobs"_s, false);
    const OpenFolder target = snapshotFolder(commit, file.path, true);
    if (!blobs || !target)
        return core::diskError(blobs ? target.code() : blobs.code());
    const QByteArray etag = file.etag().toLatin1();
    const QByteArray name = local::nameOf(file.path);
    if (m_mode == LinkMode::Symlinks) {
        const QByteArray up = QByteArray("../").repeated(2 + file.path.count(u'/'));
        const int code = local::placeLink(up + "blobs/" + etag, blobs, target, name);
        if (!isUnsupported(code))  // It may have links at the cache's root and none on a disk mounted below.
            return errorOf(code);
    }
    return local::placeCopy(blobs, etag, target, name);
}

std::optional<Error> RepoCache::writeNoExist(const QString &commit, const QString &path) const
{
    if (!core::isCommit(commit) || !core::whyUnsafe(path).isEmpty())
        return refused();
    const OpenFolder folder = open(local::folderOf(".no_exist/"_L1 + commit + u'/' + path), true);
    const int code = folder ? folder.writeNew(local::nameOf(path), {}) : folder.code();
    return code == EEXIST ? std::nullopt : errorOf(code);
}

bool RepoCache::isKnownMissing(const QString &commit, const QString &path) const
{
    if (!core::isCommit(commit))
        return false;
    const OpenFolder folder = open(local::folderOf(".no_exist/"_L1 + commit + u'/' + path), false);
    const auto found = folder ? folder.look(local::nameOf(path)) : std::nullopt;
    return found && S_ISREG(found->st_mode);
}

std::optional<RemoteFiles> RepoCache::readTree(const QString &commit) const
{
    return local::readTree(open(u"trees"_s, false), commit);
}

std::optional<Error> RepoCache::writeTree(const QString &commit, const RemoteFiles &files) const
{
    const OpenFolder trees = open(u"trees"_s, true);
    return trees ? local::writeTree(trees, commit, files) : folderError(trees.code(), u"trees"_s);
}
