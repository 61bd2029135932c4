// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/api/access.h"

namespace localhub {

/// As openedFiles(), for git and git-lfs: the name may end in ".git", and a refusal asks for a password, as git
/// understands it.
Opened openedForGit(const Hub &hub, const Request &request, RouteValues values);

}  // namespace localhub
