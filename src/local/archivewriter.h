// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <QString>

#include <memory>
#include <optional>

enum class ArchiveKind { Zip, TarGz };

/// Writes files into a .zip or a .tar.gz, a piece at a time and never more than a piece in memory. The same files in
/// the same order give the same bytes, wherever and whenever that is: every time in it is the first day of 1980.
class ArchiveWriter
{
public:
    /// Into the file open as \a fd, from where it stands; it stays the caller's. \a limits of the formats do not apply:
    /// a .zip grows beyond 4 GB by its 64-bit fields, a .tar.gz by those of POSIX.
    ArchiveWriter(ArchiveKind kind, int fd);
    ~ArchiveWriter();
    ArchiveWriter(const ArchiveWriter &) = delete;
    ArchiveWriter &operator=(const ArchiveWriter &) = delete;

    /// The file \a path comes next, \a size bytes long: add() must bring as many. Errors: Disk, DiskFull.
    std::optional<Error> begin(const QString &path, qint64 size);
    std::optional<Error> add(const char *bytes, qint64 count);
    std::optional<Error> finish();  ///< Of the whole archive. Without it the file is not one.

    /// By how its name ends; nothing where that is neither.
    static std::optional<ArchiveKind> kindOf(const QString &fileName);

private:
    struct Handle;
    std::optional<Error> errorOf(int code) const;

    std::unique_ptr<Handle> m_handle;
};
