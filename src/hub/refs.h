// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/repoid.h"
#include "hub/apicall.h"

/// A name for a commit.
struct Ref {
    QString name;      ///< As people say it: "main", "v1.0", "refs/pr/1", "refs/convert/parquet".
    QString revision;  ///< As the Hub's addresses take it; the same as \a name but for pull requests and converts.
    QString commit;
};

/// All names that a repository has for its commits.
struct Refs {
    QList<Ref> branches;
    QList<Ref> tags;
    QList<Ref> converts;
    QList<Ref> pullRequests;
};

namespace hub {

/// GET /api/{T}/{id}/refs?include_prs=1
ApiCall<Refs> refs(const RepoId &id);

Result<Refs> parseRefs(const Reply &reply);

}  // namespace hub
