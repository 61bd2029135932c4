// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QStringList>
#include <QUrl>

namespace hub {

using Query = QList<std::pair<QString, QString>>;

/// \a endpoint, then \a segments and \a query, each percent-encoded whole: a "/" in a revision arrives as "%2F".
/// Not valid where a segment is empty, "." or "..": such a path leads elsewhere.
QUrl url(const QUrl &endpoint, const QStringList &segments, const Query &query = {});

}  // namespace hub
