// SPDX-License-Identifier: Apache-2.0
#include "localhub/faults/ratelimits.h"

#include <algorithm>

namespace localhub {

void RateLimits::replace(const std::vector<RateLimit> &limits, Clock::time_point now)
{
    const std::scoped_lock lock(m_mutex);
    m_start = now;
    m_limits.clear();
    for (const RateLimit &limit : limits)
        m_limits.push_back({limit});
}

std::optional<RateLimits::Verdict> RateLimits::count(const QByteArray &bucket, Clock::time_point now)
{
    const std::scoped_lock lock(m_mutex);
    const auto found
        = std::ranges::find_if(m_limits, [&](const Counted &counted) { return counted.limit.bucket == bucket; });
    if (found == m_limits.end())
        return {};
    const RateLimit &limit = found->limit;
    const std::chrono::seconds length(limit.window);
    const qint64 window = (now - m_start) / length;
    if (window != found->window) {
        found->window = window;
        found->used = 0;
    }
    const bool isOver = found->used >= limit.quota;
    if (!isOver)
        ++found->used;
    // Rounded up: whoever waits as long finds the next window.
    const auto left = std::chrono::ceil<std::chrono::seconds>(m_start + (window + 1) * length - now);
    return Verdict{isOver, {bucket, limit.quota, limit.window, limit.quota - found->used, left.count()}};
}

}  // namespace localhub
