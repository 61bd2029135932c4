// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/http/response.h"

namespace localhub {

/// Which of the Hub's rate limits a request counts against: "api", "resolvers" or "pages".
QByteArray bucketOf(const Request &request);

/// What an answer says about a limit: so many requests are allowed in a window, so many are left, for so many seconds.
struct LimitState {
    QByteArray bucket;
    qint64 quota = 0;
    qint64 window = 0;
    qint64 remaining = 0;
    qint64 seconds = 0;
};

void addLimitHeaders(Response &response, const LimitState &limit);

/// What every answer of the Hub has: its number, and its limits, which are announced and not enforced.
void addCommonHeaders(Response &response, const Request &request);

}  // namespace localhub
