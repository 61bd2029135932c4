// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QNetworkRequest>

namespace hub {

/// The request that follows \a from to \a location, or Error::Kind::Refused where following is unsafe.
/// Credentials stay on their own origin: Qt's own policies forward them to any host.
Result<QNetworkRequest> redirected(const QNetworkRequest &from, const QUrl &location);

}  // namespace hub
