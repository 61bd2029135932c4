// SPDX-License-Identifier: Apache-2.0
#include "local/openfolder.h"

#include <QDir>
#include <QFile>
#include <QRandomGenerator>

#include <dirent.h>
#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <cerrno>
#include <climits>
#include <cstdio>
#include <memory>

// POSIX. The same for Windows: NtCreateFile with a RootDirectory handle and FILE_FLAG_OPEN_REPARSE_POINT for each
// segment, FILE_RENAME_INFO with ReplaceIfExists, and "\\?\" before paths of over 247 characters.

using namespace Qt::Literals::StringLiterals;

static constexpr int kFolderFlags = O_RDONLY | O_DIRECTORY | O_CLOEXEC;

/// Opens the folder \a name of \a parent, never through a link; -1 and errno.
static int openChild(int parent, const char *name)
{
    const int fd = ::openat(parent, name, kFolderFlags | O_NOFOLLOW);
    if (fd >= 0 || errno != ENOTDIR)
        return fd;
    // Linux says ENOTDIR of a link, too: only a look tells an attack from a plain file.
    struct stat found = {};
    const bool isLink = ::fstatat(parent, name, &found, AT_SYMLINK_NOFOLLOW) == 0 && S_ISLNK(found.st_mode);
    errno = isLink ? ELOOP : ENOTDIR;
    return -1;
}

static int openOrMake(int parent, const char *name, OpenFolder::Missing missing)
{
    const int fd = openChild(parent, name);
    if (fd >= 0 || errno != ENOENT || missing == OpenFolder::Missing::Fails)
        return fd;
    if (::mkdirat(parent, name, 0777) != 0 && errno != EEXIST)  // Somebody else may have made it just now.
        return -1;
    return openChild(parent, name);
}

/// Opens the folder at \a path below \a parent in one step, never through a link; -1 where that cannot be done in one
/// (an old kernel, a sandbox) or at all.
static int openDeep(int parent, const QByteArray &path)
{
    open_how how = {};
    how.flags = kFolderFlags;
    how.resolve = RESOLVE_BENEATH | RESOLVE_NO_SYMLINKS;
    return int(::syscall(SYS_openat2, parent, path.constData(), &how, sizeof how));
}

/// The same, a folder at a time; an errno goes with its -1. \a parent is closed.
static int walkDown(int parent, const QList<QByteArray> &segments, OpenFolder::Missing missing)
{
    for (const QByteArray &segment : segments) {
        const int next = openOrMake(parent, segment.constData(), missing);
        const int code = errno;
        ::close(parent);
        errno = code;
        parent = next;
        if (next < 0)
            break;
    }
    return parent;
}

/// Calls \a visit for each entry of the folder \a parent, but "." and ".."; an errno, 0 where all went well.
template<typename Visit>
static int walk(int parent, const Visit &visit)
{
    // A descriptor of its own: reading moves a position that copies of one descriptor share.
    const int fd = ::openat(parent, ".", kFolderFlags);
    if (fd < 0)
        return errno;
    const std::unique_ptr<DIR, int (*)(DIR *)> entries(::fdopendir(fd), ::closedir);
    if (!entries) {
        const int code = errno;
        ::close(fd);
        return code;
    }
    for (;;) {
        errno = 0;
        const dirent *entry = ::readdir(entries.get());
        if (!entry)
            return errno;
        if (qstrcmp(entry->d_name, ".") != 0 && qstrcmp(entry->d_name, "..") != 0)
            visit(*entry);
    }
}

static OpenFolder::Entry kindOf(const dirent &entry, int parent)
{
    unsigned char kind = entry.d_type;
    struct stat found = {};
    if (kind == DT_UNKNOWN && ::fstatat(parent, entry.d_name, &found, AT_SYMLINK_NOFOLLOW) == 0)
        kind = IFTODT(found.st_mode);
    switch (kind) {
    case DT_REG: return OpenFolder::Entry::File;
    case DT_DIR: return OpenFolder::Entry::Folder;
    case DT_LNK: return OpenFolder::Entry::Link;
    default: return OpenFolder::Entry::Other;
    }
}

OpenFolder::OpenFolder(const QString &root, const QString &below, Missing missing)
{
    const QByteArray path = QFile::encodeName(below);
    const QList<QByteArray> segments = path.isEmpty() ? QList<QByteArray>() : path.split('/');
    for (const QByteArray &segment : segments) {
        if (segment.isEmpty() || segment == "." || segment == ".." || segment.contains('\0')) {
            m_code = EINVAL;
            return;
        }
    }
    const QByteArray start = QFile::encodeName(root);
    m_fd = ::open(start.constData(), kFolderFlags);
    if (m_fd < 0 && errno == ENOENT && missing == Missing::IsMade && QDir().mkpath(root))
        m_fd = ::open(start.constData(), kFolderFlags);
    if (m_fd >= 0 && !segments.isEmpty()) {
        const int deep = openDeep(m_fd, path);
        if (deep >= 0)
            ::close(m_fd);
        m_fd = deep >= 0 ? deep : walkDown(m_fd, segments, missing);
    }
    if (m_fd < 0)
        m_code = errno;
}

OpenFolder::OpenFolder(OpenFolder &&other) noexcept : m_fd(std::exchange(other.m_fd, -1)), m_code(other.m_code) {}

OpenFolder::~OpenFolder()
{
    if (m_fd >= 0)
        ::close(m_fd);
}

OpenFolder OpenFolder::child(const QByteArray &name) const
{
    const int fd = openChild(m_fd, name.constData());
    return OpenFolder(fd, fd < 0 ? errno : 0);
}

std::optional<struct stat> OpenFolder::look(const QByteArray &name) const
{
    struct stat found = {};
    if (::fstatat(m_fd, name.constData(), &found, AT_SYMLINK_NOFOLLOW) != 0)
        return {};
    return found;
}

std::optional<struct stat> OpenFolder::lookThrough(const QByteArray &name) const
{
    struct stat found = {};
    if (::fstatat(m_fd, name.constData(), &found, 0) != 0)
        return {};
    return found;
}

std::optional<QByteArray> OpenFolder::linkText(const QByteArray &name) const
{
    char text[PATH_MAX];
    const ssize_t length = ::readlinkat(m_fd, name.constData(), text, sizeof text);
    if (length < 0)
        return {};
    return QByteArray(text, length);
}

std::optional<QByteArray> OpenFolder::read(const QByteArray &name, qint64 limit) const
{
    // O_NONBLOCK: a named pipe in the file's place must not hold us.
    const int fd = ::openat(m_fd, name.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
    if (fd < 0)
        return {};
    struct stat found = {};
    QFile file;
    const bool opened = file.open(fd, QIODevice::ReadOnly, QFileDevice::AutoCloseHandle);
    if (!opened || ::fstat(fd, &found) != 0 || !S_ISREG(found.st_mode))
        return {};
    QByteArray bytes = file.read(limit + 1);  // It may grow meanwhile.
    if (bytes.size() > limit)
        return {};
    return bytes;
}

/// Writes and closes; an errno, 0 where all went well.
static int fill(int fd, const QByteArray &bytes)
{
    int code = 0;
    for (qsizetype done = 0; code == 0 && done < bytes.size();) {
        const ssize_t written = ::write(fd, bytes.constData() + done, size_t(bytes.size() - done));
        if (written >= 0)
            done += written;
        else if (errno != EINTR)
            code = errno;
    }
    if (code == 0 && !bytes.isEmpty() && ::fsync(fd) != 0)
        code = errno;
    if (::close(fd) != 0 && code == 0)
        code = errno;
    return code;
}

int OpenFolder::write(const QByteArray &name, const QByteArray &bytes) const
{
    constexpr int longestName = 255;
    QByteArray temporary = name + '.' + local::randomDigits() + ".tmp";
    if (temporary.size() > longestName)
        temporary = temporary.last(13);
    if (const int code = writeNew(temporary, bytes))
        return code;
    if (::renameat(m_fd, temporary.constData(), m_fd, name.constData()) == 0)
        return 0;
    const int code = errno;
    ::unlinkat(m_fd, temporary.constData(), 0);
    return code;
}

int OpenFolder::writeNew(const QByteArray &name, const QByteArray &bytes) const
{
    const int fd = ::openat(m_fd, name.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0666);
    if (fd < 0)
        return errno;
    const int code = fill(fd, bytes);
    if (code != 0)
        ::unlinkat(m_fd, name.constData(), 0);
    return code;
}

void OpenFolder::flush() const
{
    if (m_fd >= 0)
        ::fsync(m_fd);
}

void OpenFolder::forEach(const std::function<void(const QByteArray &)> &visit) const
{
    walk(m_fd, [&visit](const dirent &entry) { visit(entry.d_name); });
}

int OpenFolder::forEachEntry(const std::function<void(const QByteArray &, Entry)> &visit) const
{
    return walk(m_fd, [&](const dirent &entry) {
        const QByteArray name(entry.d_name);
        visit(name, kindOf(entry, m_fd));
    });
}

QString local::folderOf(const QString &path)
{
    return path.left(qMax<qsizetype>(path.lastIndexOf(u'/'), 0));
}

QSet<QString> local::foldersOf(const RemoteFiles &files)
{
    QSet<QString> folders;
    for (const RemoteFile &file : files)
        folders.insert(folderOf(file.path));
    return folders;
}

QString local::joined(const QString &folder, const QString &below)
{
    return below.isEmpty() ? folder : folder + u'/' + below;
}

QByteArray local::nameOf(const QString &path)
{
    return QFile::encodeName(path.mid(path.lastIndexOf(u'/') + 1));
}

QByteArray local::randomDigits()
{
    return QByteArray::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, '0');
}
