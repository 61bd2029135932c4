// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/apicall.h"
#include "hub/page.h"
#include "hub/repoinfo.h"
#include "hub/repoquery.h"

/// What a list of the Hub says of one repository. Everything but \a id may be missing.
struct RepoSummary {
    RepoId id;
    QString task = {};     ///< "text-generation"
    QString library = {};  ///< "transformers"
    QString license = {};  ///< "apache-2.0"
    QString sdk = {};      ///< Of a Space.
    RepoInfo::Gate gate = RepoInfo::Gate::None;
    bool isPrivate = false;
    qint64 parameters = -1;  ///< Of a model with safetensors; -1: not said.
    qint64 downloads = -1;   ///< In the last 30 days; -1: not said.
    qint64 likes = -1;
    QDateTime lastModified = {};

    friend bool operator==(const RepoSummary &, const RepoSummary &) = default;
};

namespace hub {

/// GET /api/{models|datasets|spaces}, 30 a page, in the order that \a query asks for. Spaces have no downloads to sort
/// by: those that are asked for so come in the Hub's own order.
ApiCall<Page<RepoSummary>> repoList(RepoType type, const RepoQuery &query);

/// GET /api/{models|datasets|spaces}/{id}, and of its answer what a list would say. Errors as those of repoInfo().
ApiCall<RepoSummary> repoSummary(const RepoId &id);

/// What cannot be the name of a repository is left out; the rest of its page stands.
Result<Page<RepoSummary>> parseRepoList(const Reply &reply, RepoType type);

}  // namespace hub
