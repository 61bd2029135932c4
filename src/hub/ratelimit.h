// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/reply.h"

#include <chrono>
#include <optional>

namespace hub {

/// What an answer says of the limit that it counted towards.
struct RateLimit {
    QString bucket;  ///< "api", "resolvers", "pages"…
    int left = 0;    ///< Requests that may still come in this window.
    std::chrono::seconds resetsIn{0};
    int quota = 0;                   ///< Of a whole window; 0: not said.
    std::chrono::seconds window{0};  ///< How long it is; 0: not said.
};

/// From RateLimit and RateLimit-Policy; nothing where the first is missing or malformed.
std::optional<RateLimit> rateLimitOf(const Reply &reply);

/// How long the answer asks to wait before the next request: an hour at the most, zero where it does not say. Of a 429
/// that used up its window the rest of that; else Retry-After, in seconds or as a date.
std::chrono::seconds requestedWait(const Reply &reply);

}  // namespace hub
