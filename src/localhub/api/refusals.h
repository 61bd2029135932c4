// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/http/response.h"
#include "localhub/store/accessrequest.h"
#include "localhub/store/reponame.h"

/// The Hub's ways to say no: status, X-Error-Code, X-Error-Message, and the message as JSON.
namespace localhub::refusal {

Response make(int status, const QByteArray &code, const QByteArray &message);

Response badRequest(const QByteArray &message);
Response forbidden(const QByteArray &message);
Response notFound();  ///< No such address.
Response repoNotFound(const Request &request,
                      bool isSignedIn);  ///< Missing, or private to others: nobody can tell which.
Response revisionNotFound(const QByteArray &revision);
Response entryNotFound(const QByteArray &path, const QByteArray &commit);
Response gatedFromAll(const RepoName &name);  ///< To those who did not sign in.
/// To somebody who asked for nothing yet, or whose request was not accepted.
Response gated(const Request &request, const RepoName &name, const std::optional<AccessRequest> &asked);
/// The user may, the token may not.
Response missingPermission(const RepoName &name, const char *permission);
Response signInFirst();
Response invalidCredentials();

}  // namespace localhub::refusal
