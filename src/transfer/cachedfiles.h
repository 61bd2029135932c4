// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "local/repocache.h"
#include "transfer/downloadwish.h"

namespace transfer {

/// The files of \a commit among which those of \a wish are, as far as the cache knows them without asking the Hub: its
/// kept list, or the files themselves where all that is wanted was named and is there. Nothing where the Hub must be
/// asked. For the pool.
std::optional<RemoteFiles> knownFiles(const RepoCache &cache, const DownloadWish &wish, const QString &commit);

}  // namespace transfer
