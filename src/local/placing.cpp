// SPDX-License-Identifier: Apache-2.0
#include "local/placing.h"

#include "core/partfile.h"
#include "local/openfolder.h"

#include <QCoreApplication>
#include <QFile>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <memory>

#ifdef __linux__
#include <linux/fs.h>
#include <sys/ioctl.h>
#endif

// POSIX. The same for Windows: FlushFileBuffers, SetFileInformationByHandle(FileRenameInfo) with ReplaceIfExists,
// CreateSymbolicLinkW with SYMBOLIC_LINK_FLAG_ALLOW_UNPRIVILEGED_CREATE, FSCTL_DUPLICATE_EXTENTS_TO_FILE.

namespace {

/// A descriptor that is closed in the end.
struct Descriptor {
    explicit Descriptor(int descriptor) : fd(descriptor) {}
    ~Descriptor()
    {
        if (fd >= 0)
            ::close(fd);
    }
    Descriptor(const Descriptor &) = delete;
    Descriptor &operator=(const Descriptor &) = delete;

    const int fd;
};

}  // namespace

static int copyBytes(int from, int to)
{
    constexpr qsizetype step = 1 << 20;
    const auto buffer = std::make_unique<char[]>(step);
    for (;;) {
        const ssize_t got = ::read(from, buffer.get(), step);
        if (got == 0)
            return 0;
        if (got < 0 && errno != EINTR)
            return errno;
        for (ssize_t done = 0; done < got;) {
            const ssize_t written = ::write(to, buffer.get() + done, size_t(got - done));
            if (written < 0 && errno != EINTR)
                return errno;
            done += std::max<ssize_t>(written, 0);
        }
    }
}

static int copyContent(int from, int to)
{
#ifdef FICLONE
    if (::ioctl(to, FICLONE, from) == 0)
        return 0;
#endif
    if (::lseek(from, 0, SEEK_SET) != 0)
        return errno;
    return copyBytes(from, to);
}

/// Copies what \a from holds into a new file of \a folder and renames that into place.
static int copyInto(int from, const OpenFolder &folder, const OpenFolder &target, const QByteArray &newName)
{
    const QByteArray temporary = '.' + local::randomDigits() + ".hubdeck.copy";
    const Descriptor copy(
        ::openat(folder.fd(), temporary.constData(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666));
    if (copy.fd < 0)
        return errno;
    int code = copyContent(from, copy.fd);
    if (code == 0 && ::fsync(copy.fd) != 0)
        code = errno;
    if (code == 0 && ::renameat(folder.fd(), temporary.constData(), target.fd(), newName.constData()) != 0)
        code = errno;
    if (code != 0)
        ::unlinkat(folder.fd(), temporary.constData(), 0);
    return code;
}

static std::optional<Error> errorOf(int code)
{
    return code == 0 ? std::nullopt : std::optional(core::diskError(code));
}

static bool isFile(const OpenFolder &folder, const QByteArray &name, int fd)
{
    struct stat open = {};
    const std::optional<struct stat> named = folder.look(name);
    return named && S_ISREG(named->st_mode) && ::fstat(fd, &open) == 0 && named->st_dev == open.st_dev
        && named->st_ino == open.st_ino;
}

std::optional<Error> local::placePart(const QFile &part, const OpenFolder &folder, const QByteArray &name,
                                      const OpenFolder &target, const QByteArray &newName)
{
    if (!isFile(folder, name, part.handle()))
        return Error{Error::Kind::Refused,
                     QCoreApplication::translate("local", "The downloaded file was replaced by another one."),
                     {}};
    if (::fsync(part.handle()) != 0)  // Without it a power cut can leave the name and lose the bytes.
        return core::diskError(errno);
    if (::renameat(folder.fd(), name.constData(), target.fd(), newName.constData()) == 0)
        return {};
    if (errno != EXDEV)
        return core::diskError(errno);
    // A folder of the target is another disk: the copy has to grow there, to take its name at once.
    const Descriptor source(::openat(folder.fd(), name.constData(), O_RDONLY | O_NOFOLLOW | O_CLOEXEC));
    const int code = source.fd < 0 ? errno : copyInto(source.fd, target, target, newName);
    if (code == 0)
        ::unlinkat(folder.fd(), name.constData(), 0);
    return errorOf(code);
}

std::optional<Error> local::placeCopy(const OpenFolder &folder, const QByteArray &name, const OpenFolder &target,
                                      const QByteArray &newName)
{
    // O_NONBLOCK: a named pipe in the file's place must not hold us.
    const Descriptor source(::openat(folder.fd(), name.constData(), O_RDONLY | O_NONBLOCK | O_CLOEXEC));
    struct stat found = {};
    if (source.fd < 0 || ::fstat(source.fd, &found) != 0)
        return core::diskError(errno);
    if (!S_ISREG(found.st_mode))
        return core::diskError(EINVAL);
    const int code = copyInto(source.fd, folder, target, newName);
    return errorOf(code == EXDEV ? copyInto(source.fd, target, target, newName) : code);
}

int local::placeLink(const QByteArray &text, const OpenFolder &folder, const OpenFolder &target,
                     const QByteArray &newName)
{
    if (::symlinkat(text.constData(), target.fd(), newName.constData()) == 0)
        return 0;
    if (errno != EEXIST)
        return errno;
    if (target.linkText(newName) == text)
        return 0;
    const QByteArray temporary = '.' + randomDigits() + ".hubdeck.link";
    if (::symlinkat(text.constData(), folder.fd(), temporary.constData()) != 0)
        return errno;
    if (::renameat(folder.fd(), temporary.constData(), target.fd(), newName.constData()) == 0)
        return 0;
    const int code = errno;
    ::unlinkat(folder.fd(), temporary.constData(), 0);
    return code;
}
