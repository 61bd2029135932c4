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
};

namespace engine {

/// Nothing where no file of \a revision is cached and no list of it kept. \a revision may be a commit, or seven or more
/// of its digits. Reads folders: for the pool.
std::optional<CachedRevision> cachedRevision(const RepoCache &cache, const QString &revision);

}  // namespace engine
