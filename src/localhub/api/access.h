// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/api/hub.h"
#include "localhub/http/router.h"
#include "localhub/store/repository.h"

namespace localhub {

/// Who sent a request.
struct Caller {
    const User *user = nullptr;
    bool isInvalid = false;  ///< There is a token, and it is nobody's.

    bool mayRead(const RepoState &repo) const;
    bool mayReadFiles(const RepoState &repo) const;
};

/// By the bearer token, or by the password as git sends it.
Caller callerOf(const Hub &hub, const Request &request);

/// What a request about one repository works on, or why it does not.
struct Opened {
    Caller caller;
    std::shared_ptr<Repository> repo = {};
    RepoState state = {};
    QByteArray commit = {};
    std::optional<Response> refusal = {};
};

/// The repository that "type", "owner" and "name" of \a values name.
Opened openedRepo(const Hub &hub, const Request &request, const RouteValues &values);
/// The same, and the commit that "revision" names; without one, that of "main".
Opened openedRevision(const Hub &hub, const Request &request, const RouteValues &values);
/// The same, for reading the content of files: refused where the repository is gated for the caller.
Opened openedFiles(const Hub &hub, const Request &request, const RouteValues &values);

/// Adds the route \a pattern ("/:owner/:name/…") once for each type, with "type" among its values: models at the root,
/// others under "datasets/" and "spaces/".
void addWebRoute(Router &router, const QByteArray &method, const QByteArray &pattern, const Router::Handler &handler);

}  // namespace localhub
