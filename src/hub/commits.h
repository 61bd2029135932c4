// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/repoid.h"
#include "hub/apicall.h"
#include "hub/page.h"

#include <QDateTime>

/// An entry of a repository's history.
struct Commit {
    QString id;
    QString title;
    QString message;
    QStringList authors;
    QDateTime date;
};

namespace hub {

/// GET /api/{T}/{id}/commits/{revision}, newest first, \a limit a page.
ApiCall<Page<Commit>> commits(const RepoId &id, const QString &revision, int limit);

Result<Page<Commit>> parseCommits(const Reply &reply);

}  // namespace hub
