// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "local/repocache.h"
#include "transfer/downloadwish.h"

namespace transfer {

/// Files of a commit that are known without asking the Hub.
struct KnownFiles {
    RemoteFiles files;
    bool isNewToFolder = false;  ///< All of the commit, and the folder of the wish does not have the list yet.
};

/// The files of \a commit among which those of \a wish are: by the list that the cache or the wish's folder keeps, or
/// the files themselves where all that is wanted was named and is there. Nothing where the Hub must be asked. For the
/// pool.
std::optional<KnownFiles> knownFiles(const RepoCache &cache, const DownloadWish &wish, const QString &commit);

}  // namespace transfer
