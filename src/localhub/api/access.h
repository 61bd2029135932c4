// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/api/hub.h"
#include "localhub/http/router.h"
#include "localhub/store/repository.h"

namespace localhub {

/// Who sent a request, and with what.
struct Caller {
    const User *user = nullptr;
    std::shared_ptr<const Token> token = {};  ///< Set where the user is.
    bool isInvalid = false;                   ///< There is a token, and it is nobody's, or it expired.

    /// Whether it is this user's, or of an organization of this user.
    bool owns(const RepoState &repo) const { return user && user->owns(repo.name.owner); }
    /// Whether this user may know of it; with another token maybe.
    bool maySee(const RepoState &repo) const { return !repo.info.isPrivate || owns(repo); }
    bool mayRead(const RepoState &repo) const;
    bool mayWrite(const RepoState &repo) const { return owns(repo) && token->allows(kWriteRepo, repo.name); }
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
/// Why the gate of what was opened keeps its caller from the files; nothing where it does not.
std::optional<Response> gateRefusal(const Request &request, const Opened &opened);

/// Adds the route \a pattern ("/:owner/:name/…") once for each type, with "type" among its values: models at the root,
/// others under "datasets/" and "spaces/".
void addWebRoute(Router &router, const QByteArray &method, const QByteArray &pattern, const Router::Handler &handler);

}  // namespace localhub
