// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "local/archivewriter.h"
#include "local/snapshotfiles.h"

#include <atomic>

/// How far an export is, for whoever looks from another thread; and how it is told to stop.
struct ExportWatch {
    std::atomic<qint64> done = 0;  ///< Bytes of files.
    std::atomic<qint64> total = 0;
    std::atomic<bool> isStopped = false;
};

namespace local {

/// Writes \a snapshot, as filesOfSnapshot() found it, into the archive \a target, which is replaced; what kind it is
/// says the end of its name. It grows beside it, in "<target>.hubdeck.part", and appears once all is there and on the
/// disk; else nothing of it is left. Every content whose hash is known is proved while it is read.
///
/// Constant memory. For the pool. Errors: Cancelled; Checksum where a content is damaged; NotFound where one went
/// meanwhile; Refused for another kind of name; Disk, DiskFull.
std::optional<Error> exportSnapshot(const RepoCache &cache, const SnapshotFiles &snapshot, const QString &target,
                                    ExportWatch *watch);

}  // namespace local
