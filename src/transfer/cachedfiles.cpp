// SPDX-License-Identifier: Apache-2.0
#include "transfer/cachedfiles.h"

#include "core/safename.h"
#include "local/localfolder.h"

#include <QFileInfo>

#include <algorithm>

namespace {

/// A file of the snapshot, as its pointer describes it, or nothing. A pointer that is a copy names no content.
std::optional<RemoteFile> cachedFile(const RepoCache &cache, const QString &commit, const QString &path)
{
    if (!core::whyUnsafe(path).isEmpty() || !cache.hasFile(commit, path))
        return {};
    const QFileInfo pointer(cache.layout().pointer(cache.repo(), commit, path));
    const QString etag = QFileInfo(pointer.symLinkTarget()).fileName();
    RemoteFile file{path, pointer.size(), {}, {}, {}};
    if (core::isContentName(etag))
        (etag.size() == 64 ? file.sha256 : file.blobId) = etag;
    return file;
}

std::optional<RemoteFiles> namedFiles(const RepoCache &cache, const DownloadWish &wish, const QString &commit)
{
    const auto isFolder = [](const QString &path) { return path.endsWith(u'/'); };
    if (wish.paths.isEmpty() || std::ranges::any_of(wish.paths, isFolder))
        return {};
    RemoteFiles files;
    for (const QString &path : wish.paths) {
        const auto file = cachedFile(cache, commit, path);
        const bool isCopyOfUnknown = file && file->etag().isEmpty() && !wish.folder.isEmpty();
        if (!file || isCopyOfUnknown)  // What goes into a folder is proved first.
            return {};
        files << *file;
    }
    return files;
}

}  // namespace

std::optional<transfer::KnownFiles> transfer::knownFiles(const RepoCache &cache, const DownloadWish &wish,
                                                         const QString &commit)
{
    if (const auto files = namedFiles(cache, wish, commit))
        return KnownFiles{*files};
    const auto ofFolder = wish.folder.isEmpty() ? std::nullopt : LocalFolder(wish.folder).readTree(commit);
    const auto tree = ofFolder ? ofFolder : cache.readTree(commit);
    if (!tree)
        return {};
    if (!wish.isSingleFile)
        return KnownFiles{*tree, !wish.folder.isEmpty() && !ofFolder};
    const auto isWanted = [&](const RemoteFile &file) { return file.path == wish.paths.value(0); };
    const auto it = std::ranges::find_if(*tree, isWanted);
    return it == tree->cend() ? std::nullopt : std::optional(KnownFiles{{*it}});
}
