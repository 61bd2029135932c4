// SPDX-License-Identifier: Apache-2.0
#include "core/partfile.h"

#include <QCoreApplication>

#include <fcntl.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>

// POSIX, since QFile's own open() follows links and its rename() does not replace. The same for Windows: CreateFileW
// with FILE_FLAG_OPEN_REPARSE_POINT, FlushFileBuffers, MoveFileExW with MOVEFILE_REPLACE_EXISTING.

namespace {

/// The translation context of this file.
struct PartFile {
    Q_DECLARE_TR_FUNCTIONS(core::PartFile)
};

}  // namespace

std::optional<Error> core::openPart(QFile &file, const QString &path, QIODevice::OpenMode mode)
{
    const int access = mode == QIODevice::ReadOnly ? O_RDONLY : O_WRONLY | O_APPEND | O_CREAT;
    const int fd = ::open(QFile::encodeName(path).constData(), access | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (fd < 0)
        return diskError(errno);
    const bool opened = file.open(fd, mode | QIODevice::Unbuffered, QFileDevice::AutoCloseHandle);
    return opened ? std::nullopt : std::optional(diskError(errno));
}

std::optional<Error> core::publishPart(const QFile &file, const QString &path, const QString &target)
{
    if (::fsync(file.handle()) != 0)  // Without it a power cut can leave the name and lose the bytes.
        return diskError(errno);
    if (::rename(QFile::encodeName(path).constData(), QFile::encodeName(target).constData()) != 0)
        return diskError(errno);
    return {};
}

Error core::diskError(int code)
{
    switch (code) {
    case ELOOP: return {Error::Kind::Refused, PartFile::tr("A link lies in the file's place."), {}};
    case EDQUOT:
    case ENOSPC: return {Error::Kind::DiskFull, PartFile::tr("The disk is full."), {}};
    default: return {Error::Kind::Disk, PartFile::tr("The file cannot be written."), qt_error_string(code)};
    }
}
