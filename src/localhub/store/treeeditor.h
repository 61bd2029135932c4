// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/store/objectsink.h"

#include <QByteArrayList>

#include <map>

namespace localhub {

/// A tree of a commit while it is being changed: loads the folders that are touched, writes the ones that changed.
class TreeEditor
{
public:
    /// Begins with \a tree; null: with nothing.
    TreeEditor(git_repository *repository, const git_tree *tree);
    ~TreeEditor();

    /// The file \a path is \a blob from now on. False where a file stands in the place of one of its folders.
    bool put(const QByteArray &path, const git_oid &blob);
    /// False where there is no such file, or with \a folder no such folder.
    bool remove(const QByteArray &path, bool folder);
    /// The blob at \a path, as it is now.
    std::optional<git_oid> blob(const QByteArray &path);

    /// The id of the whole tree. Empty folders are not kept, as ever in git.
    git_oid write(ObjectSink &sink);

private:
    struct Entry;
    using Entries = std::map<QByteArray, Entry>;

    void load(Entries &entries, const git_tree *tree);
    Entries &opened(Entry &folder);
    /// The folder that has \a parts' last one; null where there is none and \a make is not set.
    Entries *parentOf(const QByteArrayList &parts, bool make);
    git_oid write(Entries &entries, ObjectSink &sink);

    git_repository *m_repository;
    std::unique_ptr<Entries> m_root;
};

}  // namespace localhub
