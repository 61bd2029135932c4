// SPDX-License-Identifier: Apache-2.0
// A file system that lacks something, for the program that this is preloaded into: ODDFS names what, separated by
// commas: "flock" (as NFS without its lock service), "symlink" (as exFAT), "syncrange" (as FUSE).
#include <cerrno>
#include <cstdlib>
#include <cstring>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/syscall.h>
#include <unistd.h>

static bool lacks(const char *what)
{
    const char *list = std::getenv("ODDFS");
    return list && std::strstr(list, what);
}

extern "C" {

int flock(int fd, int operation) noexcept
{
    if (!lacks("flock"))
        return int(::syscall(SYS_flock, fd, operation));
    errno = ENOLCK;
    return -1;
}

int symlinkat(const char *text, int folder, const char *name) noexcept
{
    if (!lacks("symlink"))
        return int(::syscall(SYS_symlinkat, text, folder, name));
    errno = EPERM;
    return -1;
}

int symlink(const char *text, const char *name) noexcept
{
    return symlinkat(text, AT_FDCWD, name);
}

int sync_file_range(int fd, off_t offset, off_t count, unsigned flags)
{
    if (!lacks("syncrange"))
        return int(::syscall(SYS_sync_file_range, fd, offset, count, flags));
    errno = ENOSYS;
    return -1;
}
}
