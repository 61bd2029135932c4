// SPDX-License-Identifier: Apache-2.0
#include "core/filetree.h"

#include <algorithm>

namespace {

using Files = std::map<QString, RemoteFile>;

/// Where the files below \a folder begin and end: all that start with "folder/", which lie together.
std::pair<Files::const_iterator, Files::const_iterator> rangeOf(const Files &files, const QString &folder)
{
    if (folder.isEmpty())
        return {files.cbegin(), files.cend()};
    constexpr QChar kAfterSlash(u'/' + 1);
    return {files.lower_bound(folder + u'/'), files.lower_bound(folder + kAfterSlash)};
}

/// Counts \a file among those below \a folder.
void addTo(FolderEntry &folder, const RemoteFile &file)
{
    ++folder.files;
    const bool known = folder.bytes >= 0 && file.size >= 0;
    folder.bytes = known ? folder.bytes + file.size : -1;
}

}  // namespace

void FileTree::add(const RemoteFiles &files)
{
    m_list.clear();
    for (const RemoteFile &file : files)
        m_files.insert_or_assign(m_files.end(), file.path,
                                 file);  // Pages come sorted: the hint is nearly always right.
}

QList<FolderEntry> FileTree::entriesOf(const QString &folder) const
{
    return entriesOf(folder, true);
}

QList<FolderEntry> FileTree::uncountedEntriesOf(const QString &folder) const
{
    return entriesOf(folder, false);
}

QList<FolderEntry> FileTree::entriesOf(const QString &folder, bool isCounted) const
{
    QList<FolderEntry> folders;
    QList<FolderEntry> files;
    const qsizetype start = folder.isEmpty() ? 0 : folder.size() + 1;
    const auto [begin, end] = rangeOf(m_files, folder);
    for (auto it = begin; it != end;) {
        const auto &[path, file] = *it;
        const QStringView rest = QStringView(path).mid(start);
        const qsizetype slash = rest.indexOf(u'/');
        // A folder without a name would have the path of another: such a file shows the rest of its path.
        if (slash <= 0) {
            files << FolderEntry{rest.toString(), path, false, file};
            ++it;
            continue;
        }
        const QStringView name = rest.left(slash);
        if (!isCounted) {
            folders << FolderEntry{name.toString(), path.left(start + slash), true};
            it = rangeOf(m_files, folders.constLast().path).second;
            continue;
        }
        if (folders.isEmpty() || folders.constLast().name != name)
            folders << FolderEntry{name.toString(), path.left(start + slash), true, {}, 0, 0};
        addTo(folders.last(), file);
        ++it;
    }
    std::ranges::sort(folders, {}, &FolderEntry::name);  // Their paths were sorted with the slash: "a-b/" before "a/".
    return folders + files;
}

RemoteFiles FileTree::filesBelow(const QString &folder) const
{
    RemoteFiles files;
    if (folder.isEmpty())
        files.reserve(count());
    const auto [begin, end] = rangeOf(m_files, folder);
    std::transform(begin, end, std::back_inserter(files), [](const auto &entry) { return entry.second; });
    return files;
}

const RemoteFiles &FileTree::files() const
{
    if (m_list.isEmpty())
        m_list = filesBelow({});
    return m_list;
}

const RemoteFile *FileTree::find(const QString &path) const
{
    const auto it = m_files.find(path);
    return it == m_files.cend() ? nullptr : &it->second;
}

bool FileTree::hasFolder(const QString &folder) const
{
    const auto [begin, end] = rangeOf(m_files, folder);
    return folder.isEmpty() || begin != end;
}
