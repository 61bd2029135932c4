// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/refs.h"
#include "local/repocache.h"

/// What the cache alone knows of a revision: enough to look at it without the Hub.
struct CachedRevision {
    QString commit;
    RemoteFiles files;
    bool isWhole = false;  ///< \a files are all of the commit, not just those that lie here.
    Refs refs;             ///< The names that were asked for once; tags cannot be told from branches here.
    QStringList commits;   ///< Those of which something lies here, what came last in front.
};

namespace engine {

/// Nothing where no file of \a revision is cached and no list of it kept. \a revision may be a commit, or seven or more
/// of its digits. Reads folders: for the pool.
std::optional<CachedRevision> cachedRevision(const RepoCache &cache, const QString &revision);

/// All names that were asked for once. Reads folders: for the pool.
Refs cachedRefs(const RepoCache &cache);

}  // namespace engine
