// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/repoid.h"
#include "hub/apicall.h"

#include <QDateTime>

/// What the Hub says of a repository at a revision. Everything but \a id may be missing.
struct RepoInfo {
    enum class Gate { None, Automatic, Manual };

    RepoId id;    ///< As the Hub spells it: an old name answers with the new one.
    QString sha;  ///< Of the commit that the revision stands for.
    bool isPrivate = false;
    bool isDisabled = false;
    Gate gate = Gate::None;
    qint64 downloads = -1;  ///< In the last 30 days; -1: not said.
    qint64 likes = -1;
    QString task;     ///< "text-generation"
    QString library;  ///< "transformers"
    QString license;  ///< "apache-2.0", from the tags.
    QString sdk;      ///< Of a Space.
    QStringList tags;
    QDateTime lastModified;
};

namespace hub {

/// GET /api/{models|datasets|spaces}/{id}/revision/{revision}. An empty \a revision asks for the default branch.
/// Errors: NotFound, NoRevision, Unauthorized (also: it is private), Gated, BadReply.
ApiCall<RepoInfo> repoInfo(const RepoId &id, const QString &revision);

/// The same address, but only the paths of all files, which that answer names without sizes: for a Hub that has no
/// tree.
ApiCall<QStringList> fileNames(const RepoId &id, const QString &revision);

Result<RepoInfo> parseRepoInfo(const Reply &reply, RepoType type);
Result<QStringList> parseFileNames(const Reply &reply);

}  // namespace hub
