// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remotefile.h"
#include "core/repoid.h"
#include "hub/apicall.h"

/// What the Hub's headers say of one file at a revision, before a byte of it comes.
struct FileMetadata {
    QString commit;   ///< 40 hex digits; empty where the server does not say it, as some mirrors.
    RemoteFile file;  ///< Its size is -1 where the server does not say it.
};

namespace hub {

/// The path of a file's address: [{datasets|spaces}/]{owner}/{name}/resolve/{revision}/{path…}, a segment each.
QStringList resolveSegments(const RepoId &id, const QString &revision, const QString &path);

/// HEAD of the file's address. Redirects are followed on the Hub's own origin; the one that leads away from it (to
/// signed storage) is not followed but is the answer: its X-Repo-Commit, X-Linked-Etag and X-Linked-Size count, its
/// Content-Length does not.
///
/// Errors: NoEntry (Error::commit is set where the Hub named the commit that lacks the file), NoRevision, NotFound,
/// Gated, Unauthorized; BadReply where a hash is missing or is none: such a name would become a file's.
ApiCall<FileMetadata> fileMetadata(const RepoId &id, const QString &revision, const QString &path);

/// The content's name in an ETag, proved by nobody yet: W/"abc" and "abc" name abc.
QString contentNameOf(QByteArray etag);

Result<FileMetadata> parseFileMetadata(const Reply &reply, const QString &path);

}  // namespace hub
