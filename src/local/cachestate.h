// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remotefile.h"
#include "local/repocache.h"

#include <QHash>

/// How much of a file is on this computer.
enum class LocalState {
    Absent,
    Partly,         ///< A part of it waits to be continued.
    Cached,         ///< This commit's content of it, whole; it may lack its name in this commit still.
    OtherRevision,  ///< A file of this path from another commit, with other content.
    Damaged,        ///< There, but not of the size the Hub says.
};

struct LocalFile {
    LocalState state = LocalState::Absent;
    qint64 bytes = 0;          ///< On this computer.
    QString otherCommit = {};  ///< With OtherRevision: the newest one that has it.
};

namespace local {

/// The state of each of \a files of \a commit, by path. Reads folders, not contents: for the pool.
QHash<QString, LocalFile> statesOf(const RepoCache &cache, const QString &commit, const RemoteFiles &files);

/// Whether the file system at \a folder (made where absent) takes symbolic links: found by making one. That it is asked
/// once a folder and process is the caller's business. Where nothing can be written at all the answer is Symlinks.
LinkMode probeLinks(const QString &folder, bool forbidden);

}  // namespace local
