// SPDX-License-Identifier: Apache-2.0
#include "local/cacheremover.h"

#include "core/partfile.h"
#include "core/safename.h"
#include "local/cachescan.h"
#include "local/filelock.h"
#include "local/openfolder.h"
#include "local/sharedstore.h"

#include <QDateTime>
#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDeepest = 256;
constexpr qint64 kStillWritten = 10 * 60 * 1000;  // Milliseconds since the last byte, where no lock can tell.
const QByteArray kGone = ".hubdeck-deleted.";     // What a commit's folder is called while it is deleted.

QString lockOf(const QString &root, const QString &folder, const QString &etag)
{
    return root + "/.locks/"_L1 + folder + u'/' + etag + ".lock"_L1;
}

}  // namespace

RemovalOutcome CacheRemover::remove(const QList<CacheChoice> &choices)
{
    for (const CacheChoice &choice : choices) {
        m_contents = local::rescanned(m_contents, choice.folder);
        const CacheRemoval plan = local::planRemoval(m_contents, {choice});
        const CachedRepo *repo = m_contents.find(choice.folder);
        if (repo && !plan.isEmpty())
            removeFrom(plan.repos.constFirst(), *repo);
    }
    for (const QByteArray &payload : std::as_const(m_payloads))
        m_outcome.freed += local::sweepPayload(m_contents.root, payload);
    return m_outcome;
}

void CacheRemover::removeFrom(const CacheRemoval::Repo &repo, const CachedRepo &known)
{
    if (known.isLink)
        return fail(ELOOP, repo.folder);
    if (repo.isWhole && isHeld(repo.folder))
        return hold(repo.folder);
    const OpenFolder folder(m_contents.root, repo.folder, OpenFolder::Missing::Fails);
    if (!folder)
        return fail(folder.code(), repo.folder);
    if (!repo.parts.isEmpty()) {
        const OpenFolder blobs = folder.child("blobs");
        for (const CachedPart &part : known.parts)
            removePart(blobs, repo.folder, part);
    }
    removeRefs(folder, repo.refs);
    removeCommits(folder, repo.commits);
    removeBlobs(repo.folder, repo.blobs);
    if (repo.isWhole)
        removeRest(repo.folder);
}

/// Whether a download of the repository is under way: it holds the lock of what it fetches.
bool CacheRemover::isHeld(const QString &folder) const
{
    const OpenFolder locks(m_contents.root, ".locks/"_L1 + folder, OpenFolder::Missing::Fails);
    bool held = false;
    if (!locks)
        return false;
    locks.forEach([&](const QByteArray &name) {
        if (held || !name.endsWith(".lock"))
            return;
        FileLock lock(m_contents.root + "/.locks/"_L1 + folder + u'/' + QFile::decodeName(name));
        const auto taken = lock.tryLock();
        held = taken && *taken == FileLock::Outcome::Busy;
    });
    return held;
}

void CacheRemover::removeRefs(const OpenFolder &repo, const QStringList &refs)
{
    if (refs.isEmpty())
        return;
    const OpenFolder top = repo.child("refs");
    for (const QString &ref : refs) {
        // No ref is reached through a link, whatever its name: each folder is opened by itself.
        std::vector<OpenFolder> way;
        QStringList segments = ref.split(u'/');
        const QByteArray name = QFile::encodeName(segments.takeLast());
        for (const QString &segment : std::as_const(segments))
            way.push_back((way.empty() ? top : way.back()).child(QFile::encodeName(segment)));
        const OpenFolder &last = way.empty() ? top : way.back();
        if (!last)
            continue;
        if (::unlinkat(last.fd(), name.constData(), 0) != 0 && errno != ENOENT)
            fail(errno, ref);
        while (!way.empty() && !segments.isEmpty()) {  // Empty folders would keep a ref of that name from being made.
            way.pop_back();
            const OpenFolder &parent = way.empty() ? top : way.back();
            if (::unlinkat(parent.fd(), QFile::encodeName(segments.takeLast()).constData(), AT_REMOVEDIR) != 0)
                break;
        }
    }
}

void CacheRemover::removeCommits(const OpenFolder &repo, const QStringList &commits)
{
    const OpenFolder snapshots = repo.child("snapshots");
    for (const QString &commit : commits) {
        const QByteArray name = QFile::encodeName(commit);
        const QByteArray gone = kGone + local::randomDigits();
        if (snapshots && ::renameat(snapshots.fd(), name.constData(), repo.fd(), gone.constData()) != 0
            && errno != ENOENT)
            fail(errno, commit);
    }
    QByteArrayList leftovers;  // Those of a deletion that was killed, too.
    repo.forEach([&leftovers](const QByteArray &name) {
        if (name.startsWith(kGone))
            leftovers << name;
    });
    for (const QByteArray &name : leftovers)
        removeTree(repo, name);
}

void CacheRemover::removeBlobs(const QString &folder, const QByteArrayList &blobs)
{
    if (blobs.isEmpty())
        return;
    // Somebody may have made a file of one of them since: only a look after the commits went can tell.
    const CacheContents now = local::rescanned(m_contents, folder);
    QSet<QByteArray> needed;
    if (const CachedRepo *repo = now.find(folder)) {
        for (const CachedContent &content : repo->contents)
            needed.insert(content.path);
    }
    const OpenFolder place(m_contents.root, folder + "/blobs"_L1, OpenFolder::Missing::Fails);
    if (!place)
        return fail(place.code(), folder + "/blobs"_L1);
    for (const QByteArray &blob : blobs) {
        if (needed.contains("blobs/" + blob))
            continue;
        FileLock lock(lockOf(m_contents.root, folder, QFile::decodeName(blob)));
        const auto taken = lock.tryLock();
        if (taken && *taken == FileLock::Outcome::Busy) {
            hold(folder);
            continue;
        }
        unlink(place, blob);
    }
}

void CacheRemover::removePart(const OpenFolder &blobs, const QString &folder, const CachedPart &part)
{
    if (!blobs)
        return;
    FileLock lock(lockOf(m_contents.root, folder, part.etag));
    const auto taken = part.etag.isEmpty() ? Result<FileLock::Outcome>(FileLock::Outcome::Unsupported) : lock.tryLock();
    const bool isGuarded = taken && *taken == FileLock::Outcome::Taken;
    const bool isFresh = QDateTime::currentMSecsSinceEpoch() - part.modified < kStillWritten;
    if (isGuarded || (!isFresh && !(taken && *taken == FileLock::Outcome::Busy)))
        unlink(blobs, part.name);
    else
        hold(folder);
}

/// All that a repository's folder has left, itself last: lists of files, what is known to be missing, unneeded
/// contents.
void CacheRemover::removeRest(const QString &folder)
{
    if (m_outcome.held.contains(folder) || isHeld(folder))
        return hold(folder);  // A download began since, and needs it.
    const OpenFolder root(m_contents.root, {}, OpenFolder::Missing::Fails);
    removeTree(root, QFile::encodeName(folder));
}

void CacheRemover::removeTree(const OpenFolder &parent, const QByteArray &name, int depth)
{
    const OpenFolder folder = parent.child(name);
    if (!folder && (folder.code() == ENOTDIR || folder.code() == ELOOP)) {
        unlink(parent, name);
        return;
    }
    if (!folder || depth > kDeepest)
        return fail(folder ? ENAMETOOLONG : folder.code(), QFile::decodeName(name));
    QByteArrayList names;
    folder.forEach([&names](const QByteArray &entry) { names << entry; });
    for (const QByteArray &entry : names) {
        const auto found = folder.look(entry);
        if (found && S_ISDIR(found->st_mode))
            removeTree(folder, entry, depth + 1);
        else
            unlink(folder, entry);
    }
    if (::unlinkat(parent.fd(), name.constData(), AT_REMOVEDIR) != 0 && errno != ENOENT)
        fail(errno, QFile::decodeName(name));
}

/// Takes the file or link \a name away, never what a link leads to, and counts what that frees.
bool CacheRemover::unlink(const OpenFolder &parent, const QByteArray &name)
{
    const auto found = parent.look(name);
    if (!found)
        return true;
    QByteArray payload;
    if (S_ISLNK(found->st_mode)) {
        // In blobs/ of any repository the way to the store is the same.
        payload = local::payloadOfLink(parent.linkText(name).value_or(QByteArray()), "any",
                                       QFile::encodeName(m_contents.root));
    }
    if (::unlinkat(parent.fd(), name.constData(), 0) != 0) {
        fail(errno, QFile::decodeName(name));
        return false;
    }
    if (S_ISREG(found->st_mode) && found->st_nlink == 1)
        m_outcome.freed += found->st_size;
    if (!payload.isEmpty())
        m_payloads.insert(payload);
    return true;
}

void CacheRemover::hold(const QString &folder)
{
    if (!m_outcome.held.contains(folder))
        m_outcome.held << folder;
}

void CacheRemover::fail(int code, const QString &at)
{
    if (m_outcome.error)
        return;
    m_outcome.error = core::diskError(code);
    m_outcome.error->detail = at + u": "_s + m_outcome.error->detail;
}
