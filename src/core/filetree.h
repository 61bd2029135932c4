// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remotefile.h"

#include <map>

/// A row of a folder: a file, or a folder with what lies below it.
struct FolderEntry {
    QString name;
    QString path;
    bool isFolder = false;
    RemoteFile file = {};  ///< Of files alone.
    qint64 bytes = -1;     ///< Of a folder: of all below it; -1 while unknown.
    int files = -1;        ///< Of a folder: how many lie below it; -1 while unknown.

    friend bool operator==(const FolderEntry &, const FolderEntry &) = default;
};
Q_DECLARE_TYPEINFO(FolderEntry, Q_RELOCATABLE_TYPE);  // A list of a large folder grows by memcpy().

/// The files of a commit as folders: fed with a recursive listing, it answers what any folder holds.
///
/// Git keeps no empty folder, so the files' paths say all. Grows page by page; the answers are right for what was
/// added.
class FileTree
{
public:
    void add(const RemoteFiles &files);

    /// Folders first, then files, each in the order of their names' characters (what the Hub sends).
    QList<FolderEntry> entriesOf(const QString &folder) const;
    /// The same without what lies below its folders being counted: their bytes and files stay -1. It takes as long as
    /// the folder has rows, however much lies below them.
    QList<FolderEntry> uncountedEntriesOf(const QString &folder) const;
    RemoteFiles filesBelow(const QString &folder) const;  ///< All, in the order of their paths; "" is the root.
    const RemoteFile *find(const QString &path) const;    ///< Null where there is no such file.
    bool hasFolder(const QString &folder) const;

    const RemoteFiles &files() const;  ///< All. The list is made once for all who ask, until more is added.
    qsizetype count() const { return qsizetype(m_files.size()); }

private:
    QList<FolderEntry> entriesOf(const QString &folder, bool isCounted) const;

    std::map<QString, RemoteFile> m_files;  // By path: a folder is a range.
    mutable RemoteFiles m_list;             // The same as a list, where somebody asked for it.
};
