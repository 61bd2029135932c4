// SPDX-License-Identifier: Apache-2.0
#include "models/foldercounts.h"

QHash<QString, FolderCount> models::folderCounts(const FileTree &tree, const QString &folder,
                                                 const QHash<QString, LocalFile> &states)
{
    QHash<QString, FolderCount> counts;
    const qsizetype begin = folder.isEmpty() ? 0 : folder.size() + 1;
    for (const RemoteFile &file : tree.filesBelow(folder)) {
        const qsizetype slash = file.path.indexOf(u'/', begin);
        if (slash < 0)
            continue;
        FolderCount &count = counts[file.path.left(slash)];
        ++count.files;
        if (states.value(file.path).state == LocalState::Cached)
            ++count.cached;
    }
    return counts;
}
