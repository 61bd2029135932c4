// SPDX-License-Identifier: Apache-2.0
#include "engine/cachedrevision.h"

#include "core/safename.h"

#include <QDirIterator>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The one commit in the cache that begins with \a digits, or nothing.
QString commitBeginningWith(const RepoCache &cache, const QString &digits)
{
    static const QRegularExpression shortHash(QRegularExpression::anchoredPattern(u"[0-9a-f]{7,39}"_s),
                                              QRegularExpression::CaseInsensitiveOption);
    if (!shortHash.match(digits).hasMatch())
        return {};
    const QDir snapshots(cache.layout().repo(cache.repo()) + "/snapshots"_L1);
    const QStringList found = snapshots.entryList({digits.toLower() + u'*'}, QDir::Dirs | QDir::NoDotAndDotDot);
    return found.size() == 1 && core::isCommit(found.first()) ? found.first() : QString();
}

/// A file of the snapshot as the Hub would list it: where it is a link, the blob's name is the content's.
RemoteFile fileAt(const QString &path, const QFileInfo &info)
{
    RemoteFile file{.path = path, .size = info.size(), .blobId = {}};
    const QString etag = QFileInfo(info.symLinkTarget()).fileName();
    if (core::isContentName(etag))
        (etag.size() == 64 ? file.sha256 : file.blobId) = etag;
    return file;
}

RemoteFiles filesIn(const QString &snapshot)
{
    RemoteFiles files;
    const QDir root(snapshot);
    QDirIterator entries(snapshot, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);  // Links to folders: no.
    while (entries.hasNext()) {
        entries.next();
        files << fileAt(root.relativeFilePath(entries.filePath()), entries.fileInfo());
    }
    std::ranges::sort(files, {}, &RemoteFile::path);
    return files;
}

QStringList commitsIn(const QString &snapshots)
{
    QStringList commits = QDir(snapshots).entryList(QDir::Dirs | QDir::NoDotAndDotDot, QDir::Time);
    commits.removeIf([](const QString &name) { return !core::isCommit(name); });
    return commits;
}

}  // namespace

Refs engine::cachedRefs(const RepoCache &cache)
{
    Refs refs;
    const QString folder = cache.layout().repo(cache.repo()) + "/refs"_L1;
    const QDir root(folder);
    QDirIterator entries(folder, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    while (entries.hasNext()) {
        const QString name = root.relativeFilePath(entries.next());
        const std::optional<QString> commit = cache.commitOf(name);
        if (!commit)
            continue;
        const Ref ref{name, name, *commit};
        if (name.startsWith("refs/pr/"_L1))
            refs.pullRequests << ref;
        else if (name.startsWith("refs/convert/"_L1))
            refs.converts << ref;
        else
            refs.branches << ref;
    }
    std::ranges::sort(refs.branches, {}, &Ref::name);
    return refs;
}

std::optional<CachedRevision> engine::cachedRevision(const RepoCache &cache, const QString &revision)
{
    CachedRevision found;
    found.commit = cache.commitOf(revision).value_or(commitBeginningWith(cache, revision));
    if (found.commit.isEmpty())
        return {};
    if (auto kept = cache.readTree(found.commit)) {
        found.files = std::move(*kept);
        found.isWhole = true;
    } else {
        found.files = filesIn(cache.layout().snapshot(cache.repo(), found.commit));
        if (found.files.isEmpty())
            return {};
    }
    found.refs = cachedRefs(cache);
    found.commits = commitsIn(cache.layout().repo(cache.repo()) + "/snapshots"_L1);
    return found;
}
