// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QString>

/// A file of a commit, as the Hub lists it: all that a download and the cache need to know.
struct RemoteFile {
    QString path;          ///< From the root of the repository.
    qint64 size = -1;      ///< Bytes of the content; -1 while unknown.
    QString blobId;        ///< Git's SHA-1: of the content, or of the pointer where \a sha256 is set.
    QString sha256 = {};   ///< Of the content of a large file (LFS, Xet); else empty.
    QString xetHash = {};  ///< 64 hex digits where the content lies in Xet storage; else empty.

    /// The content's name: in the cache, in ETags, and what its bytes must hash to.
    QString etag() const { return sha256.isEmpty() ? blobId : sha256; }

    friend bool operator==(const RemoteFile &, const RemoteFile &) = default;
};
Q_DECLARE_TYPEINFO(RemoteFile, Q_RELOCATABLE_TYPE);

using RemoteFiles = QList<RemoteFile>;
