// SPDX-License-Identifier: Apache-2.0
#include "models/checkedpaths.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The folder that \a path lies in; empty: the root.
QString folderOf(const QString &path)
{
    return path.left(qMax(qsizetype(0), path.lastIndexOf(u'/')));
}

/// \a path as a pattern that matches nothing else.
QString patternOf(const QString &path)
{
    QString pattern;
    for (const QChar letter : path) {
        if (letter == u'*' || letter == u'?' || letter == u'[')
            pattern += u'[' + letter + u']';
        else
            pattern += letter;
    }
    return pattern;
}

}  // namespace

CheckedPaths::Marks::const_iterator CheckedPaths::nearest(const QString &path) const
{
    for (QString at = path; !at.isEmpty(); at = folderOf(at)) {
        const auto mark = m_marks.find(at);
        if (mark != m_marks.end())
            return mark;
    }
    return m_marks.end();
}

std::pair<CheckedPaths::Marks::const_iterator, CheckedPaths::Marks::const_iterator>
CheckedPaths::below(const QString &path) const
{
    return {m_marks.lower_bound(path + u'/'), m_marks.lower_bound(path + QChar(u'/' + 1))};
}

Qt::CheckState CheckedPaths::stateOf(const QString &path) const
{
    const auto mark = nearest(path);
    const bool isChecked = mark != m_marks.end() && mark->second.isChecked;
    const auto [first, last] = below(path);
    const bool isMixed
        = std::any_of(first, last, [&](const auto &other) { return other.second.isChecked != isChecked; });
    return isMixed ? Qt::PartiallyChecked : isChecked ? Qt::Checked : Qt::Unchecked;
}

void CheckedPaths::set(const QString &path, bool isFolder, bool isChecked)
{
    const auto [first, last] = below(path);
    m_marks.erase(first, last);
    m_marks.erase(path);
    const auto above = nearest(path);
    const bool wasChecked = above != m_marks.end() && above->second.isChecked;
    if (wasChecked != isChecked)
        m_marks[path] = {isFolder, isChecked};
}

bool CheckedPaths::maySet(const QString &path, bool isChecked) const
{
    if (!isChecked)
        return true;
    const auto above = nearest(folderOf(path));
    return above == m_marks.end() || above->second.isChecked;
}

bool CheckedPaths::isNested() const
{
    return std::ranges::any_of(m_marks, [this](const auto &mark) {
        return mark.second.isChecked && nearest(folderOf(mark.first)) != m_marks.end();
    });
}

CheckedPaths::Wish CheckedPaths::wishOf(const FileTree *tree) const
{
    Wish wish;
    if (tree && isNested()) {
        for (const RemoteFile &file : tree->files()) {
            if (stateOf(file.path) == Qt::Checked)
                wish.paths << file.path;
        }
        return wish;
    }
    for (const auto &[path, mark] : m_marks) {
        const QString slash = mark.isFolder ? u"/"_s : QString();
        if (mark.isChecked)
            wish.paths << path + slash;
        else
            wish.exclude << patternOf(path) + slash;
    }
    return wish;
}
