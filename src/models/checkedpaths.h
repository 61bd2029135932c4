// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filetree.h"

#include <QStringList>

/// Which files and folders of a repository are in the plan. A folder stands for all that lies below it, also for what
/// is not known yet; what was taken out of a folder again is remembered as such.
class CheckedPaths
{
public:
    Qt::CheckState stateOf(const QString &path) const;  ///< Of a file or folder; Partially: some of what lies below.
    void set(const QString &path, bool isFolder, bool isChecked);
    void clear() { m_marks.clear(); }

    /// Whether \a path may be set to \a isChecked where the files of folders are not known (see wishOf()).
    bool maySet(const QString &path, bool isChecked) const;

    bool isEmpty() const { return m_marks.empty(); }

    /// As DownloadWish has them: files, folders with "/" at the end, and patterns for what is left out of these.
    struct Wish {
        QStringList paths;
        QStringList exclude;
    };
    /// \a tree, where it is whole, turns what the two lists cannot say (a file taken back into the plan, out of a
    /// folder that was taken out of one) into the files meant.
    Wish wishOf(const FileTree *tree) const;

private:
    struct Mark {
        bool isFolder;
        bool isChecked;
    };
    using Marks = std::map<QString, Mark>;

    /// The mark on \a path or on the nearest folder above it; end() where there is none.
    Marks::const_iterator nearest(const QString &path) const;
    /// The marks below the folder \a path.
    std::pair<Marks::const_iterator, Marks::const_iterator> below(const QString &path) const;
    bool isNested() const;

    Marks m_marks;  // By path. A mark says something else than the nearest one above it, or there is none above it.
};
