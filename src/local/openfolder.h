// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remotefile.h"

#include <QByteArray>
#include <QSet>
#include <QString>

#include <functional>
#include <optional>

#include <sys/types.h>

struct stat;

/// A folder held open, below which nothing is reached through a link: neither what lies there already nor what somebody
/// puts there meanwhile can lead a write elsewhere.
///
/// Functions that answer an int answer an errno, 0 where all went well; names are encoded and have no slash.
class OpenFolder
{
public:
    enum class Missing { Fails, IsMade };

    /// Links on the way to \a root are followed: its owner made them. One among the folders of \a below is ELOOP, a
    /// segment that is empty, "." or ".." is EINVAL.
    OpenFolder(const QString &root, const QString &below, Missing missing);
    ~OpenFolder();
    OpenFolder(OpenFolder &&other) noexcept;
    OpenFolder(const OpenFolder &) = delete;
    OpenFolder &operator=(const OpenFolder &) = delete;

    explicit operator bool() const { return m_fd >= 0; }
    int code() const { return m_code; }  ///< Why it is not open.
    int fd() const { return m_fd; }

    /// The folder \a name in it; ELOOP where that is a link.
    OpenFolder child(const QByteArray &name) const;

    /// What \a name is, a link itself.
    std::optional<struct stat> look(const QByteArray &name) const;
    /// What \a name is, links followed.
    std::optional<struct stat> lookThrough(const QByteArray &name) const;
    std::optional<QByteArray> linkText(const QByteArray &name) const;

    /// The bytes of the regular file \a name, where it has no more than \a limit.
    std::optional<QByteArray> read(const QByteArray &name, qint64 limit) const;
    /// Puts a file of these bytes in the place of \a name, atomically, over "<name>.<8 hex digits>.tmp" (without the
    /// name where that would be too long).
    int write(const QByteArray &name, const QByteArray &bytes) const;
    /// Makes the file where there is none.
    int writeNew(const QByteArray &name, const QByteArray &bytes) const;

    /// The names in it are on the disk; not every file system can do that.
    void flush() const;

    /// Each name in it, but "." and "..".
    void forEach(const std::function<void(const QByteArray &name)> &visit) const;

    enum class Entry { File, Folder, Link, Other };
    /// The same with what each is, as the folder itself says it: no further question to the disk for most file systems.
    /// Answers an errno, 0 where all were seen.
    int forEachEntry(const std::function<void(const QByteArray &name, Entry entry)> &visit) const;

private:
    explicit OpenFolder(int fd, int code) : m_fd(fd), m_code(code) {}

    int m_fd = -1;
    int m_code = 0;
};

namespace local {

/// The part of \a path before its last slash; empty where it has none.
QString folderOf(const QString &path);
/// Each folder that one of \a files lies in, once.
QSet<QString> foldersOf(const RemoteFiles &files);
/// \a folder with \a below it, which may be empty.
QString joined(const QString &folder, const QString &below);
/// The part of \a path after its last slash, as the file system takes it.
QByteArray nameOf(const QString &path);
/// Eight random hex digits, for the names of temporary files.
QByteArray randomDigits();

}  // namespace local
