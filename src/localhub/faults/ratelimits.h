// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/api/commonheaders.h"

#include <chrono>
#include <mutex>
#include <vector>

namespace localhub {

/// A limit that is enforced: so many requests in each window of so many seconds.
struct RateLimit {
    QByteArray bucket;  ///< "api" or "resolvers"
    qint64 quota = 0;
    qint64 window = 1;
};

/// Counts requests in fixed windows that begin when the limits are set. Any thread may ask.
class RateLimits
{
public:
    using Clock = std::chrono::steady_clock;

    struct Verdict {
        bool isOver = false;
        LimitState state = {};
    };

    void replace(const std::vector<RateLimit> &limits, Clock::time_point now = Clock::now());

    /// Counts a request of \a bucket. Nothing where that one has no limit.
    std::optional<Verdict> count(const QByteArray &bucket, Clock::time_point now = Clock::now());

private:
    struct Counted {
        RateLimit limit;
        qint64 window = 0;  // Which one since m_start.
        qint64 used = 0;
    };

    std::mutex m_mutex;
    Clock::time_point m_start;
    std::vector<Counted> m_limits;
};

}  // namespace localhub
