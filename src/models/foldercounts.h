// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/filemodel.h"

namespace models {

/// For each folder in \a folder, by its path: how many files lie below it and how many of them are cached.
QHash<QString, FolderCount> folderCounts(const FileTree &tree, const QString &folder,
                                         const QHash<QString, LocalFile> &states);

}  // namespace models
