// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remotefile.h"
#include "transfer/destination.h"
#include "transfer/downloadwish.h"

/// What a download will do, before it does it.
struct DownloadPlan {
    struct File {
        RemoteFile file;
        Presence presence = Presence::Absent;
        qint64 here = 0;  ///< Bytes on this computer already: of the whole file or of its part.
    };
    /// A name that the Hub sent and that must not be written: skipped, and named.
    struct Refused {
        QString path;
        QString why;
    };

    QString commit;
    QList<File> files;
    QList<Refused> refused;
    qint64 free = -1;  ///< Bytes that the disk of the destination has room for; -1: nobody looked.

    qint64 bytes() const;  ///< Of all files.
    qint64 bytesHere() const;
    qint64 bytesToFetch() const;  ///< Contents that several files share count once.
    int filesToFetch() const;
};

namespace transfer {

/// The files of \a tree that \a wish takes, and how much of each is there. Reads the disk: for the pool.
DownloadPlan planOf(const DownloadWish &wish, const QString &commit, const RemoteFiles &tree,
                    const Destination &destination);

}  // namespace transfer
