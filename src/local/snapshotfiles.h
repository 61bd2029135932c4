// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remotefile.h"
#include "core/result.h"
#include "local/repocache.h"

/// What the cache has of one commit.
struct SnapshotFiles {
    QString commit;
    /// Each one's name in the repository and size, in the order of the names. Where the content's hash is known it is
    /// the etag; else that is empty.
    RemoteFiles files;
    qint64 bytes = 0;
    int missing = 0;       ///< Files of the commit that are not here, as far as is known.
    bool isKnown = false;  ///< The list of the commit was kept: \a missing is the truth.
};

namespace local {

/// Reads folders: for the pool. Errors: NotFound where nothing of \a commit is here; Refused where a name or a link in
/// it is none that a download makes, since it would lead elsewhere when it is unpacked; Disk.
Result<SnapshotFiles> filesOfSnapshot(const RepoCache &cache, const QString &commit);

}  // namespace local
