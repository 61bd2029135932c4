// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/repoid.h"
#include "hub/apicall.h"

#include <QDateTime>
#include <QHash>

/// The commit that changed a file or folder last.
struct LastChange {
    QString commit;
    QString title;
    QDateTime date;

    friend bool operator==(const LastChange &, const LastChange &) = default;
};

namespace hub {

/// POST /api/{T}/{id}/paths-info/{revision}, expanded. Hubs take up to 1 000 \a paths, and are slow at it.
ApiCall<QHash<QString, LastChange>> lastChanges(const RepoId &id, const QString &revision, const QStringList &paths);

/// By path; what the Hub does not know, or says of no commit, is left out.
Result<QHash<QString, LastChange>> parseLastChanges(const Reply &reply);

}  // namespace hub
