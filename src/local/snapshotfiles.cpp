// SPDX-License-Identifier: Apache-2.0
#include "local/snapshotfiles.h"

#include "core/partfile.h"
#include "core/plaintext.h"
#include "core/safename.h"
#include "local/openfolder.h"

#include <QCoreApplication>
#include <QHash>

#include <sys/stat.h>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The translation context of this file.
struct Snapshot {
    Q_DECLARE_TR_FUNCTIONS(local::SnapshotFiles)
};

constexpr int kDeepest = 100;

Error ofPath(Error::Kind kind, const QString &sentence, const QString &path)
{
    return {kind, sentence.arg(core::visible(path)), {}};
}

/// The content's name in the text of a link that a download made: "../../blobs/<etag>".
QString etagIn(const QByteArray &link)
{
    const QByteArrayList parts = link.split('/');
    const QString etag = QString::fromLatin1(parts.constLast());
    const bool isOurs = parts.size() > 2 && parts[parts.size() - 2] == "blobs" && core::isContentName(etag);
    return isOurs ? etag : QString();
}

/// Walks a snapshot's folders; nothing is reached through a link but the contents.
class Walk
{
public:
    explicit Walk(const OpenFolder &blobs) : m_blobs(blobs) {}

    std::optional<Error> walk(const OpenFolder &folder, const QString &above, int depth)
    {
        if (!folder)
            return core::diskError(folder.code());
        std::optional<Error> error;
        const auto visit = [&](const QByteArray &name, OpenFolder::Entry entry) {
            if (error)
                return;
            const QString path = above + QFile::decodeName(name);
            if (depth > kDeepest || !core::whyUnsafe(path).isEmpty())
                error = ofPath(Error::Kind::Refused, Snapshot::tr("The name %1 is not safe to unpack."), path);
            else if (entry == OpenFolder::Entry::Folder)
                error = walk(folder.child(name), path + u'/', depth + 1);
            else
                error = take(folder, name, path, entry == OpenFolder::Entry::Link);
        };
        const int code = folder.forEachEntry(visit);
        return error ? error : code == 0 ? std::nullopt : std::optional(core::diskError(code));
    }

    RemoteFiles files;

private:
    std::optional<Error> take(const OpenFolder &folder, const QByteArray &name, const QString &path, bool isLink)
    {
        RemoteFile file{.path = path, .size = 0, .blobId = {}};
        std::optional<struct stat> found;
        if (isLink) {
            const QString etag = etagIn(folder.linkText(name).value_or(QByteArray()));
            if (etag.isEmpty())
                return ofPath(Error::Kind::Refused, Snapshot::tr("%1 is a link that leads out of the cache."), path);
            (etag.size() == 64 ? file.sha256 : file.blobId) = etag;
            found = m_blobs ? m_blobs.lookThrough(etag.toLatin1()) : std::nullopt;
        } else {
            found = folder.look(name);
        }
        if (!found || !S_ISREG(found->st_mode))
            return {};  // Its content is gone: it is one of those that are missing.
        file.size = found->st_size;
        files << file;
        return {};
    }

    const OpenFolder &m_blobs;
};

}  // namespace

Result<SnapshotFiles> local::filesOfSnapshot(const RepoCache &cache, const QString &commit)
{
    const QString repo = cache.layout().repo(cache.repo());
    const Error nothing{Error::Kind::NotFound, Snapshot::tr("Nothing of this revision is on this computer."), {}};
    if (!core::isCommit(commit))
        return nothing;
    const OpenFolder blobs(repo, u"blobs"_s, OpenFolder::Missing::Fails);
    const OpenFolder snapshot(repo, "snapshots/"_L1 + commit, OpenFolder::Missing::Fails);
    Walk walk(blobs);
    if (!snapshot)
        return nothing;
    if (const auto error = walk.walk(snapshot, {}, 0))
        return *error;

    SnapshotFiles snap{commit, std::move(walk.files)};
    if (const auto tree = cache.readTree(commit)) {
        QHash<QString, RemoteFile> known;
        for (const RemoteFile &file : *tree)
            known.insert(file.path, file);
        for (RemoteFile &file : snap.files) {
            const RemoteFile listed = known.take(file.path);
            if (file.etag().isEmpty() && !listed.path.isEmpty())  // A copy: its hash stands in the list alone.
                std::tie(file.sha256, file.blobId) = std::tie(listed.sha256, listed.blobId);
        }
        snap.missing = int(known.size());
        snap.isKnown = true;
    }
    if (snap.files.isEmpty())
        return nothing;
    std::ranges::sort(snap.files, {}, &RemoteFile::path);
    for (const RemoteFile &file : std::as_const(snap.files))
        snap.bytes += file.size;
    return snap;
}
