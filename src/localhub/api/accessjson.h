// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/store/accessrequest.h"
#include "localhub/store/reponame.h"

namespace localhub {

/// What the owner of \a repo is told of a request.
QJsonObject accessJson(const RepoName &repo, const AccessRequest &asked);
/// By which the request of \a user can be named instead of its user.
QString accessRequestId(const RepoName &repo, const QString &user);

}  // namespace localhub
