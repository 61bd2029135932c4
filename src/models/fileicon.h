// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/repoid.h"

namespace models {

/// The line icon for a file, told by the end of its name: "braces", "weights", "table", "archive", "image", "text",
/// else "file".
QString fileIconOf(const QString &name);

/// "model", "dataset" or "space".
QString repoIconOf(RepoType type);

}  // namespace models
