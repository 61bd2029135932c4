// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/store/store.h"

namespace localhub {

/// Makes \a name, new or there already, hold on "main" what the folder at \a path holds: one commit, none where nothing
/// changed.
///
/// Large files are those of at least 10 MB, those that a .gitattributes at the top of the folder says, and without that
/// those of the kinds that the Hub takes for large (".safetensors", ".bin"…). Links and what lies in ".git" are left
/// out.
std::optional<Error> importFolder(Store &store, const RepoName &name, const QString &path);

}  // namespace localhub
