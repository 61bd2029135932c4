// SPDX-License-Identifier: Apache-2.0
#include "local/filelock.h"

#include "core/partfile.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

// POSIX. Python's lock on Windows is LockFileEx(LOCKFILE_EXCLUSIVE_LOCK | LOCKFILE_FAIL_IMMEDIATELY) over the one byte
// at offset 0 of a file opened for reading and writing with FILE_SHARE_READ | FILE_SHARE_WRITE.

namespace {

struct Opened {
    int fd = -1;
    bool isNew = false;
};

}  // namespace

/// -1 and errno where it cannot be.
static Opened openLock(const char *path, unsigned mode)
{
    // O_NONBLOCK: neither a lease on the file nor a named pipe in its place may hold us.
    constexpr int flags = O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC;
    const int made = ::open(path, O_RDWR | O_CREAT | O_EXCL | flags, mode);
    if (made >= 0) {
        ::fchmod(made, mode);  // Whatever the umask: whoever shares the cache must be able to take the lock.
        return {made, true};
    }
    if (errno != EEXIST && errno != EACCES)  // In a sticky folder another user's file may be opened, not made.
        return {};
    const int existing = ::open(path, O_RDWR | flags);
    if (existing >= 0 || errno != EACCES)
        return {existing, false};
    return {::open(path, O_RDONLY | flags), false};  // Enough for flock on local file systems.
}

static bool isStillNamed(int fd, const char *path)
{
    struct stat held = {};
    struct stat named = {};
    return ::fstat(fd, &held) == 0 && held.st_nlink != 0 && ::lstat(path, &named) == 0 && held.st_dev == named.st_dev
        && held.st_ino == named.st_ino;
}

static bool isRegular(int fd)
{
    struct stat found = {};
    return ::fstat(fd, &found) == 0 && S_ISREG(found.st_mode);
}

/// What a flock that failed means. \a isNew: this attempt made the file.
static Result<FileLock::Outcome> outcomeOf(int code, bool isNew, const char *path)
{
    switch (code) {
    case EWOULDBLOCK:
    case EACCES:  // Some file systems say so of a lock that another holds.
    case EINTR: return FileLock::Outcome::Busy;
    case ENOSYS:
    case EOPNOTSUPP:
    case ENOLCK:  // NFS without its lock service.
        // Without flock huggingface_hub takes the file's existence for the lock, and would wait for ever for ours.
        if (isNew)
            ::unlink(path);
        return FileLock::Outcome::Unsupported;
    default: return core::diskError(code);
    }
}

FileLock::~FileLock()
{
    unlock();
}

Result<FileLock::Outcome> FileLock::tryLock()
{
    if (m_fd >= 0)
        return Outcome::Taken;
    const QByteArray path = QFile::encodeName(m_path);
    for (int attempt = 0; attempt < 8; ++attempt) {
        const Opened opened = openLock(path.constData(), m_mode);
        if (opened.fd < 0 && errno == ENOENT && attempt < 2 && QDir().mkpath(QFileInfo(m_path).path()))
            continue;
        if (opened.fd < 0)
            return core::diskError(errno);
        if (!isRegular(opened.fd)) {
            ::close(opened.fd);
            return core::diskError(ELOOP);
        }
        const int code = ::flock(opened.fd, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
        if (code == 0 && isStillNamed(opened.fd, path.constData())) {
            m_fd = opened.fd;
            return Outcome::Taken;
        }
        ::close(opened.fd);
        if (code != 0)
            return outcomeOf(code, opened.isNew, path.constData());
        // It was removed or replaced between open and flock: that lock guards no name.
    }
    return Outcome::Busy;
}

void FileLock::unlock()
{
    if (m_fd < 0)
        return;
    ::flock(m_fd, LOCK_UN);  // Not by close() alone: a child forked meanwhile would keep it.
    ::close(m_fd);
    m_fd = -1;
}
