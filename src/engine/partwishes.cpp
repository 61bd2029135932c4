// SPDX-License-Identifier: Apache-2.0
#include "engine/partwishes.h"

#include <algorithm>

namespace {

/// The name that somebody asked for \a commit by, "main" first; the commit itself where there is none.
QString revisionOf(const CachedCommit &commit)
{
    const QString main = QStringLiteral("main");
    return commit.refs.contains(main) ? main : commit.refs.value(0, commit.commit);
}

}  // namespace

QList<DownloadWish> engine::wishesFor(const RepoCache &cache, const CachedRepo &repo)
{
    QSet<QString> wanted;
    for (const CachedPart &part : repo.parts) {
        if (part.isResumable)
            wanted.insert(part.etag);
    }
    QList<DownloadWish> wishes;
    for (const CachedCommit &commit : repo.commits) {  // The newest first: a part is gone on with there.
        const std::optional<RemoteFiles> files = wanted.isEmpty() ? std::nullopt : cache.readTree(commit.commit);
        if (!files)
            continue;
        DownloadWish wish{.repo = cache.repo(), .revision = revisionOf(commit), .commit = commit.commit};
        for (const RemoteFile &file : *files) {
            if (wanted.remove(file.etag()))
                wish.paths << file.path;
        }
        if (wish.paths.isEmpty())
            continue;
        wish.tree = files;
        wishes << wish;
    }
    return wishes;
}
