// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "core/remotefile.h"

#include <optional>

class QFile;

/// How much of a file a destination has.
enum class Presence {
    Absent,
    Part,     ///< Bytes of an earlier try.
    Content,  ///< The content is there, under another name: adopt() makes the file of it.
    Whole,
};

/// Where files of one commit are downloaded into: the shared cache, or a plain folder. Says where the part of a file
/// lies, which lock guards it, and makes the proved part the file.
///
/// Const and without state of its own: the pool's threads call it. Every function may wait for the disk.
class Destination
{
public:
    virtual ~Destination() = default;

    virtual QString whyUnsafe(const QString &path) const = 0;  ///< Empty: it may be written.
    virtual Presence presenceOf(const RemoteFile &file) const = 0;
    virtual QString part(const RemoteFile &file) const = 0;
    virtual QString lock(const RemoteFile &file) const = 0;
    virtual QString target(const RemoteFile &file) const = 0;  ///< What people open, once it is there.
    virtual QString root() const = 0;                          ///< The folder that holds all targets.

    virtual std::optional<Error> prepare(const RemoteFile &file) const = 0;
    /// Makes \a file of the content that presenceOf() found or, where \a twin is set, of that file of this
    /// destination, which has the same content and was published just now.
    /// Error::Kind::Checksum where what lies there is another content than its name says: it must be fetched.
    virtual std::optional<Error> adopt(const RemoteFile &file, const RemoteFile *twin = nullptr) const = 0;
    /// Makes \a file of the proved part, open as \a part: fsync, then an atomic rename. \a partPath is where it lies,
    /// beside part() if not there.
    virtual std::optional<Error> publish(const QFile &part, const QString &partPath, const RemoteFile &file) const = 0;
    /// What publish() and adopt() made of \a files has its names after a power cut, too. Not every file system can:
    /// without it a file may be missing then, but never wrong.
    virtual void flush(const RemoteFiles &files) const = 0;
};
