// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/filetree.h"

/// Rows of a folder for tests.
namespace entries {

inline FolderEntry file(const QString &path, qint64 size = 10)
{
    return {path.section(u'/', -1), path, false, {path, size, QString(40, u'a')}};
}

inline FolderEntry folder(const QString &path, qint64 bytes = -1, int files = -1)
{
    return {path.section(u'/', -1), path, true, {}, bytes, files};
}

/// \a count files of \a folder from number \a first on, in the order of their names.
inline QList<FolderEntry> page(const QString &folder, int first, int count)
{
    QList<FolderEntry> rows;
    for (int number = first; number < first + count; ++number)
        rows << file(QStringLiteral("%1/part-%2.json").arg(folder).arg(number, 6, 10, QChar(u'0')));
    return rows;
}

}  // namespace entries
