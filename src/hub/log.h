// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QLoggingCategory>
#include <QUrl>

/// "hubdeck.hub". What goes there never has a query, a token or a header of ours.
Q_DECLARE_LOGGING_CATEGORY(hubLog)

namespace hub {

/// \a url as a log may have it: without user, query and fragment.
QString loggable(const QUrl &url);

}  // namespace hub
