// SPDX-License-Identifier: Apache-2.0
#include "models/foldercounts.h"

#include <algorithm>

QHash<QString, FolderCount> models::folderCounts(const FileTree &tree, const QString &folder,
                                                 const QHash<QString, LocalFile> &states)
{
    QHash<QString, FolderCount> counts;
    const qsizetype begin = folder.isEmpty() ? 0 : folder.size() + 1;
    const RemoteFiles &files = tree.files();
    const QString above = folder.isEmpty() ? QString() : folder + u'/';
    for (auto at = std::ranges::lower_bound(files, above, {}, &RemoteFile::path); at != files.cend(); ++at) {
        const RemoteFile &file = *at;
        if (!file.path.startsWith(above))
            break;
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
