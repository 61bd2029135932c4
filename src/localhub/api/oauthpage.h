// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/http/response.h"

namespace localhub {

/// The page where somebody enters the code that a device shows, with \a userCode filled in and \a message above it.
Response deviceCodePage(const QByteArray &userCode, const QString &message = {}, int status = 200);
/// The page that says what came of it.
Response decisionPage(const QString &message);

}  // namespace localhub
