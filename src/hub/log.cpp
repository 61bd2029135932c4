// SPDX-License-Identifier: Apache-2.0
#include "hub/log.h"

Q_LOGGING_CATEGORY(hubLog, "hubdeck.hub", QtInfoMsg)

QString hub::loggable(const QUrl &url)
{
    return url.toString(QUrl::RemoveUserInfo | QUrl::RemoveQuery | QUrl::RemoveFragment | QUrl::FullyEncoded);
}
