// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "localhub/faults/faultrule.h"
#include "localhub/faults/ratelimits.h"

namespace localhub {

/// All that somebody wants to go wrong.
struct FaultPlan {
    std::vector<FaultRule> rules;
    std::vector<RateLimit> limits;

    /// From {"rules": [RULE…], "rateLimits": [LIMIT…]}, where each key of a RULE is named as the members of FaultRule
    /// and Fault are, or as is said there:
    ///
    ///     {"method": "GET", "server": "hub", "path": "*/resolve/*", "ranged": true, "skip": 1, "times": 2, "status":
    ///     503}
    ///
    /// and a LIMIT is {"bucket": "api", "quota": 5, "window": 10}. The Error has one sentence that names the place.
    static Result<FaultPlan> parse(const QByteArray &json);
};

}  // namespace localhub
