// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "local/cachecontents.h"
#include "local/repocache.h"
#include "transfer/downloadwish.h"

namespace engine {

/// The downloads that go on from the parts of \a repo, one a commit, as far as a list of a commit's files that was kept
/// says what they are parts of. Reads these lists: for the pool.
QList<DownloadWish> wishesFor(const RepoCache &cache, const CachedRepo &repo);

}  // namespace engine
