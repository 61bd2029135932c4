// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/repoid.h"

#include <QStringList>
#include <QUrl>

namespace hub {

using Query = QList<std::pair<QString, QString>>;

/// \a endpoint, then \a segments and \a query, each percent-encoded whole: a "/" in a revision arrives as "%2F".
/// Not valid where a segment is empty, "." or "..": such a path leads elsewhere.
QUrl url(const QUrl &endpoint, const QStringList &segments, const Query &query = {});

/// What the API's addresses of a repository begin with: api/{models|datasets|spaces}/{owner}/{name}, a segment each.
QStringList apiSegments(const RepoId &id);

/// How addresses say \a revision, which is "main" where it is empty.
QString revisionSegment(const QString &revision);

/// Scheme, host and port: who a token may be shown to.
bool isSameOrigin(const QUrl &one, const QUrl &other);

/// The same as a text, alike for the same origin alone: "https://huggingface.co:443".
QString originOf(const QUrl &url);

/// Whether \a url leads to the Hub itself, huggingface.co, over https; not to a mirror or another Hub.
bool isTheHub(const QUrl &url);

/// Whether \a url leads to this computer.
bool isLoopback(const QUrl &url);

/// Whether nobody on the way reads what is sent to \a url: https, or this computer.
bool isConfidential(const QUrl &url);

}  // namespace hub
