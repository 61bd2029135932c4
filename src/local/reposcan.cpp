// SPDX-License-Identifier: Apache-2.0
#include "local/reposcan.h"

#include "core/safename.h"
#include "local/sharedstore.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kDeepest = 64;  // Of folders: a hostile nest must not exhaust descriptors.

qint64 milliseconds(const timespec &time)
{
    return qint64(time.tv_sec) * 1000 + time.tv_nsec / 1'000'000;
}

/// What desktops put into every folder.
bool isHelper(const QByteArray &name)
{
    return name == ".DS_Store" || name == "Thumbs.db" || name == "desktop.ini";
}

/// "../../blobs/" for a file \a depth folders below its snapshot.
const QByteArray &wayToBlobs(int depth)
{
    static const std::array<QByteArray, kDeepest + 1> ways = [] {
        std::array<QByteArray, kDeepest + 1> made;
        for (int i = 0; i <= kDeepest; ++i)
            made[size_t(i)] = QByteArray("../").repeated(i + 2) + "blobs/";
        return made;
    }();
    return ways[size_t(depth)];
}

}  // namespace

RepoScan::RepoScan(const QString &root, const QHash<QByteArray, SharedPayload> &payloads,
                   const std::atomic<bool> *isStopped)
    : m_root(QFile::encodeName(root)),
      m_payloads(payloads),
      m_isStopped(isStopped)
{
}

CachedRepo RepoScan::read(CachedRepo repo)
{
    m_repo = std::move(repo);
    m_blobs.clear();
    m_others.clear();
    m_lastCommit.clear();
    m_refs.clear();
    const OpenFolder folder(QFile::decodeName(m_root) + u'/' + m_repo.folder, {}, OpenFolder::Missing::Fails);
    if (!folder) {
        setProblem(CacheProblem::Unreadable, {});
        return m_repo;
    }
    readBlobs(folder.child("blobs"));
    if (const OpenFolder refs = folder.child("refs"))
        readRefs(refs, {}, 0);
    else if (refs.code() != ENOENT)
        setProblem(refs.code() == ENOTDIR ? CacheProblem::RefsIsAFile : CacheProblem::Unreadable, u"refs"_s);
    readSnapshots(folder);
    finish(folder);
    return std::move(m_repo);
}

void RepoScan::setProblem(CacheProblem problem, const QString &at)
{
    if (m_repo.problem != CacheProblem::None)
        return;
    m_repo.problem = problem;
    m_repo.problemAt = at.isEmpty() ? m_repo.folder : m_repo.folder + u'/' + at;
}

void RepoScan::readBlobs(const OpenFolder &folder)
{
    if (!folder)
        return;  // None, or none that may be entered: files of commits are looked at one by one.
    folder.forEachEntry([&](const QByteArray &name, OpenFolder::Entry entry) {
        if (name.endsWith(".incomplete") || name.endsWith(".hubdeck.part") || name.endsWith(".hubdeck.map"))
            addPart(folder, name);
        else if (entry == OpenFolder::Entry::File || entry == OpenFolder::Entry::Link)
            addBlob(folder, name, entry);
    });
}

void RepoScan::addBlob(const OpenFolder &blobs, const QByteArray &name, OpenFolder::Entry entry)
{
    const auto found = entry == OpenFolder::Entry::Link ? blobs.lookThrough(name) : blobs.look(name);
    if (!found || S_ISDIR(found->st_mode))
        return;
    Blob blob{found->st_size, milliseconds(found->st_atim), milliseconds(found->st_mtim), {}};
    if (entry == OpenFolder::Entry::Link) {
        const QByteArray payload = local::payloadOfLink(blobs.linkText(name).value_or(QByteArray()),
                                                        QFile::encodeName(m_repo.folder), m_root);
        if (m_payloads.contains(payload))
            blob.payload = payload;
    }
    m_blobs.insert(name, blob);
}

void RepoScan::addPart(const OpenFolder &blobs, const QByteArray &name)
{
    const auto found = blobs.look(name);
    if (!found || !S_ISREG(found->st_mode))
        return;
    const QString etag = QString::fromLatin1(name.left(name.indexOf('.')));
    m_repo.parts << CachedPart{name, core::isContentName(etag) ? etag : QString(), found->st_size,
                               milliseconds(found->st_mtim), name.endsWith(".hubdeck.part")};
}

void RepoScan::readRefs(const OpenFolder &folder, const QString &prefix, int depth)
{
    folder.forEachEntry([&](const QByteArray &name, OpenFolder::Entry entry) {
        const QString ref = prefix + QFile::decodeName(name);
        if (entry == OpenFolder::Entry::Folder) {
            const OpenFolder child = folder.child(name);
            if (child && depth < kDeepest)
                readRefs(child, ref + u'/', depth + 1);
            return;
        }
        if (isHelper(name) || name.endsWith(".tmp"))  // The latter is being written just now.
            return;
        const QString commit = QString::fromUtf8(folder.read(name, 256).value_or(QByteArray())).trimmed();
        if (!commit.isEmpty())
            m_refs[commit] << ref;
    });
}

void RepoScan::readSnapshots(const OpenFolder &folder)
{
    const OpenFolder snapshots = folder.child("snapshots");
    if (!snapshots)
        return setProblem(snapshots.code() == ELOOP ? CacheProblem::Unreadable : CacheProblem::NoSnapshots,
                          u"snapshots"_s);
    snapshots.forEachEntry([&](const QByteArray &name, OpenFolder::Entry entry) {
        if (isHelper(name) || (m_isStopped && m_isStopped->load(std::memory_order_relaxed)))
            return;
        const QString at = u"snapshots/"_s + QFile::decodeName(name);
        if (entry == OpenFolder::Entry::File)
            return setProblem(CacheProblem::FileAmongSnapshots, at);
        const OpenFolder commit = snapshots.child(name);
        if (!commit)
            return setProblem(CacheProblem::Unreadable, at);
        m_commit = {QFile::decodeName(name)};
        m_commit.refs = m_refs.take(m_commit.commit);
        m_commit.refs.sort();
        readCommit(commit, {}, 0);
        if (m_commit.files == 0) {
            const auto found = snapshots.look(name);
            m_commit.modified = found ? milliseconds(found->st_mtim) : 0;
            m_commit.accessed = found ? milliseconds(found->st_atim) : 0;
        }
        m_repo.commits << m_commit;
    });
}

void RepoScan::readCommit(const OpenFolder &folder, const QByteArray &below, int depth)
{
    const auto pathOf = [&](const QByteArray &name) {
        return "snapshots/" + QFile::encodeName(m_commit.commit) + '/' + below + name;
    };
    const int code = folder.forEachEntry([&](const QByteArray &name, OpenFolder::Entry entry) {
        if (entry == OpenFolder::Entry::Link)
            return addLink(folder, name, below, depth);
        if (entry != OpenFolder::Entry::Folder)
            return addOther(folder, name, pathOf(name));
        const OpenFolder child = folder.child(name);
        if (child && depth < kDeepest)
            readCommit(child, below + name + '/', depth + 1);
        else
            setProblem(CacheProblem::Unreadable, QFile::decodeName(pathOf(name)));
    });
    if (code != 0)
        setProblem(CacheProblem::Unreadable, QFile::decodeName(pathOf({})));
}

/// A link's first hop is its content: where that is a link itself, into the shared store, it is what a deletion
/// unlinks.
void RepoScan::addLink(const OpenFolder &folder, const QByteArray &name, const QByteArray &below, int depth)
{
    const QByteArray text = folder.linkText(name).value_or(QByteArray());
    const QByteArray &way = wayToBlobs(depth);
    if (text.startsWith(way)) {
        const auto blob = m_blobs.find(text.mid(way.size()));
        if (blob != m_blobs.end())
            return addFile(contentOf(*blob, text.mid(way.size() - 6)));  // From "blobs/" on.
    }
    const QByteArray here
        = m_root + '/' + QFile::encodeName(m_repo.folder) + "/snapshots/" + QFile::encodeName(m_commit.commit) + '/';
    const auto found = folder.lookThrough(name);
    if (!found)
        return setProblem(CacheProblem::ContentMissing,
                          u"snapshots/"_s + m_commit.commit + u'/' + QFile::decodeName(below + name));
    if (S_ISDIR(found->st_mode))
        return;
    const QString target = QDir::cleanPath(QFile::decodeName(text.startsWith('/') ? text : here + below + text));
    QByteArray path = QFile::encodeName(target);
    const QByteArray repo = m_root + '/' + QFile::encodeName(m_repo.folder) + '/';
    if (path.startsWith(repo))
        path = path.mid(repo.size());
    if (const auto blob = path.startsWith("blobs/") ? m_blobs.find(path.mid(6)) : m_blobs.end(); blob != m_blobs.end())
        return addFile(contentOf(*blob, path));
    addOther(folder, name, path);
}

/// A content that does not lie in blobs/: most often the commit's own file, where the file system has no links.
void RepoScan::addOther(const OpenFolder &folder, const QByteArray &name, const QByteArray &path)
{
    auto known = m_others.constFind(path);
    if (known == m_others.cend()) {
        const auto found = folder.lookThrough(name);
        if (!found)
            return;  // It went just now.
        Blob blob{found->st_size, milliseconds(found->st_atim), milliseconds(found->st_mtim), {}};
        known = m_others.insert(path, contentOf(blob, path));
    }
    addFile(*known);
}

int RepoScan::contentOf(Blob &blob, const QByteArray &path)
{
    if (blob.content < 0) {
        blob.content = int(m_repo.contents.size());
        m_repo.contents << CachedContent{path, blob.bytes, blob.accessed, blob.modified, blob.payload};
        m_lastCommit << -1;
    }
    return blob.content;
}

void RepoScan::addFile(int content)
{
    ++m_commit.files;
    const int number = int(m_repo.commits.size());
    if (std::exchange(m_lastCommit[content], number) == number)
        return;
    const CachedContent &added = std::as_const(m_repo.contents)[content];
    m_commit.contents << content;
    m_commit.bytes += added.bytes;
    m_commit.accessed = std::max(m_commit.accessed, added.accessed);
    m_commit.modified = std::max(m_commit.modified, added.modified);
}

void RepoScan::finish(const OpenFolder &folder)
{
    for (const CachedContent &content : std::as_const(m_repo.contents)) {
        m_repo.bytes += content.bytes;
        m_repo.accessed = std::max(m_repo.accessed, content.accessed);
        m_repo.modified = std::max(m_repo.modified, content.modified);
    }
    for (const Blob &blob : std::as_const(m_blobs)) {
        if (blob.content < 0 && blob.payload.isEmpty())
            m_repo.unusedBytes += blob.bytes;
    }
    struct stat found = {};
    if (m_repo.contents.isEmpty() && ::fstat(folder.fd(), &found) == 0) {
        m_repo.accessed = milliseconds(found.st_atim);
        m_repo.modified = milliseconds(found.st_mtim);
    }
    if (!m_refs.isEmpty())
        setProblem(CacheProblem::CommitMissing, u"refs/"_s + m_refs.cbegin()->value(0));
    std::ranges::sort(m_repo.commits, std::ranges::greater(), &CachedCommit::modified);
}
