// SPDX-License-Identifier: Apache-2.0
#include "local/cachestate.h"

#include "core/safename.h"
#include "local/openfolder.h"

#include <QFile>
#include <QSet>

#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>

using namespace Qt::Literals::StringLiterals;

namespace {

/// What blobs/ holds, by content name: bytes of whole contents and of parts.
struct Blobs {
    QHash<QByteArray, qint64> whole;
    QHash<QByteArray, qint64> parts;

    std::optional<qint64> wholeSize(const QString &etag) const
    {
        const auto it = whole.constFind(etag.toLatin1());
        return it == whole.cend() ? std::nullopt : std::optional(*it);
    }
};

/// A file of a snapshot.
struct Found {
    qint64 bytes = 0;
    qint64 snapshotTime = 0;
    QByteArray commit = {};
};

using FoundFiles = QHash<QByteArray, Found>;

/// What the snapshots hold of some files, by path: the asked commit's, and of all others the newest.
struct Snapshots {
    FoundFiles here;
    FoundFiles elsewhere;
};

constexpr int kDeepest = 64;  // Of folders: a hostile nest must not exhaust descriptors.

/// The content name before ".hubdeck.part": "<etag>.hubdeck.part", or "<etag>.<digits>.hubdeck.part".
QByteArray etagOfPart(const QByteArray &name)
{
    return name.endsWith(".hubdeck.part") ? name.left(name.indexOf('.')) : QByteArray();
}

Blobs readBlobs(const RepoCache &cache)
{
    Blobs blobs;
    const OpenFolder folder(cache.layout().repo(cache.repo()), u"blobs"_s, OpenFolder::Missing::Fails);
    if (!folder)
        return blobs;
    folder.forEach([&](const QByteArray &name) {
        const QByteArray partOf = etagOfPart(name);
        const QByteArray &etag = partOf.isEmpty() ? name : partOf;
        if (!core::isContentName(QString::fromLatin1(etag)))
            return;
        const auto found = partOf.isEmpty() ? folder.lookThrough(name) : folder.look(name);
        if (!found || !S_ISREG(found->st_mode))
            return;
        qint64 &bytes = (partOf.isEmpty() ? blobs.whole : blobs.parts)[etag];
        bytes = std::max<qint64>(bytes, found->st_size);
    });
    return blobs;
}

/// Walks one snapshot and keeps of it what is wanted.
class SnapshotReader
{
public:
    SnapshotReader(const Blobs &blobs, const QSet<QByteArray> &wanted) : m_blobs(blobs), m_wanted(wanted) {}

    template<typename Keep>
    void read(const OpenFolder &folder, const QByteArray &prefix, int depth, const Keep &keep) const
    {
        folder.forEach([&](const QByteArray &name) {
            const QByteArray path = prefix + name;
            if (m_wanted.contains(path)) {
                if (const auto bytes = bytesOf(folder, name, depth))
                    keep(path, *bytes);
                return;  // A path cannot be a folder of one wanted file and a file itself.
            }
            if (!m_folders.contains(path) || depth >= kDeepest)
                return;
            if (const OpenFolder child = folder.child(name))
                read(child, path + '/', depth + 1, keep);
        });
    }

    /// Folders that wanted files lie in: others are not entered.
    void addFolders(const QByteArray &path)
    {
        for (qsizetype slash = path.lastIndexOf('/'); slash > 0; slash = path.lastIndexOf('/', slash - 1)) {
            if (m_folders.contains(path.left(slash)))
                return;
            m_folders.insert(path.left(slash));
        }
    }

private:
    std::optional<qint64> bytesOf(const OpenFolder &folder, const QByteArray &name, int depth) const
    {
        const auto text = folder.linkText(name);
        const QByteArray start = QByteArray("../").repeated(depth + 2) + "blobs/";
        if (text && text->startsWith(start)) {  // The usual link: its blob's size is known, no need to follow.
            const auto blob = m_blobs.whole.constFind(text->mid(start.size()));
            if (blob != m_blobs.whole.cend())
                return *blob;
        }
        const auto found = folder.lookThrough(name);
        return found && S_ISREG(found->st_mode) ? std::optional<qint64>(found->st_size) : std::nullopt;
    }

    const Blobs &m_blobs;
    const QSet<QByteArray> &m_wanted;
    QSet<QByteArray> m_folders;
};

Snapshots readSnapshots(const RepoCache &cache, const QString &commit, const QSet<QByteArray> &wanted,
                        const Blobs &blobs)
{
    Snapshots snapshots;
    const OpenFolder all(cache.layout().repo(cache.repo()), u"snapshots"_s, OpenFolder::Missing::Fails);
    if (!all || wanted.isEmpty())
        return snapshots;
    SnapshotReader reader(blobs, wanted);
    for (const QByteArray &path : wanted)
        reader.addFolders(path);
    all.forEach([&](const QByteArray &name) {
        const OpenFolder folder = all.child(name);
        const auto found = all.look(name);
        if (!folder || !found || !core::isCommit(QString::fromLatin1(name)))
            return;
        FoundFiles &files = name == commit.toLatin1() ? snapshots.here : snapshots.elsewhere;
        reader.read(folder, {}, 0, [&](const QByteArray &path, qint64 bytes) {
            Found &best = files[path];
            if (best.commit.isEmpty() || found->st_mtime > best.snapshotTime)
                best = {bytes, found->st_mtime, name};
        });
    });
    return snapshots;
}

bool isWhole(const RemoteFile &file, std::optional<qint64> bytes)
{
    return bytes && (file.size < 0 || *bytes == file.size);
}

LocalFile stateOf(const RemoteFile &file, const Blobs &blobs, const Snapshots &snapshots)
{
    const QByteArray path = QFile::encodeName(file.path);
    const auto blob = blobs.wholeSize(file.etag());
    if (isWhole(file, blob))
        return {LocalState::Cached, *blob};
    if (const auto it = snapshots.here.constFind(path); it != snapshots.here.cend())
        return {isWhole(file, it->bytes) ? LocalState::Cached : LocalState::Damaged, it->bytes};
    if (blob)
        return {LocalState::Damaged, *blob};
    if (const qint64 bytes = blobs.parts.value(file.etag().toLatin1()); bytes > 0)
        return {LocalState::Partly, bytes};
    if (const auto it = snapshots.elsewhere.constFind(path); it != snapshots.elsewhere.cend())
        return {LocalState::OtherRevision, it->bytes, QString::fromLatin1(it->commit)};
    return {};
}

}  // namespace

QHash<QString, LocalFile> local::statesOf(const RepoCache &cache, const QString &commit, const RemoteFiles &files)
{
    const Blobs blobs = readBlobs(cache);
    // Whose blob is whole need not be looked for: that spares most files of most snapshots.
    QSet<QByteArray> wanted;
    for (const RemoteFile &file : files) {
        if (!isWhole(file, blobs.wholeSize(file.etag())))
            wanted.insert(QFile::encodeName(file.path));
    }
    const Snapshots snapshots = readSnapshots(cache, commit, wanted, blobs);

    QHash<QString, LocalFile> states;
    states.reserve(files.size());
    for (const RemoteFile &file : files)
        states.insert(file.path, stateOf(file, blobs, snapshots));
    return states;
}

LinkMode local::probeLinks(const QString &folder, bool forbidden)
{
    if (forbidden)
        return LinkMode::Copies;
    const OpenFolder place(folder, {}, OpenFolder::Missing::IsMade);
    const QByteArray name = ".hubdeck-probe." + randomDigits();
    if (!place || ::symlinkat("hubdeck-probe", place.fd(), name.constData()) == 0) {
        if (place)
            ::unlinkat(place.fd(), name.constData(), 0);
        return LinkMode::Symlinks;
    }
    switch (errno) {
    case EACCES:
    case EROFS:
    case ENOSPC:
    case EDQUOT: return LinkMode::Symlinks;  // It says nothing of links.
    default: return LinkMode::Copies;
    }
}
