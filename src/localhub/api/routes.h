// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/api/hub.h"
#include "localhub/http/router.h"

/// The areas of the API, one file each. The hub must outlive the router.
namespace localhub {

void addAccountRoutes(Router &router, const Hub &hub);  ///< whoami-v2
void addOAuthRoutes(Router &router, const Hub &hub);    ///< oauth/device, oauth/token and the page for people
void addGateRoutes(Router &router, const Hub &hub);     ///< ask-access, user-access-request
void addPageRoutes(Router &router, const Hub &hub);     ///< a repository, for browsers; after all others
void addListRoutes(Router &router, const Hub &hub);     ///< models, datasets, spaces
void addInfoRoutes(Router &router, const Hub &hub);     ///< one repository, at a revision; auth-check
void addTreeRoutes(Router &router, const Hub &hub);     ///< tree, paths-info
void addHistoryRoutes(Router &router, const Hub &hub);  ///< refs, commits
void addFileRoutes(Router &router, const Hub &hub);     ///< resolve, resolve-cache, raw
void addLfsRoutes(Router &router, const Hub &hub);      ///< the batch API of git-lfs
void addGitRoutes(Router &router, const Hub &hub);      ///< git's smart HTTP

/// What the second origin serves: the bytes of large files, at signed addresses alone.
void addCdnRoutes(Router &router, const Hub &hub);

}  // namespace localhub
