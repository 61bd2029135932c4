// SPDX-License-Identifier: Apache-2.0
#include "hub/ratelimiter.h"

#include "hub/ratelimit.h"

#include <algorithm>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Which limit an address is likely to count towards, until the server has named it.
QString kindOf(const QUrl &url)
{
    const QString path = url.path();
    if (path.contains("/resolve/"_L1) || path.contains("/resolve-cache/"_L1))
        return u"resolvers"_s;
    return path.contains("/api/"_L1) ? u"api"_s : u"pages"_s;
}

QString originOf(const QUrl &url)
{
    return url.scheme() + "://"_L1 + url.authority() + u' ';
}

}  // namespace

QString hub::RateLimiter::bucketOf(const QUrl &url) const
{
    const QString kind = kindOf(url);
    return originOf(url) + m_names.value(originOf(url) + kind, kind);
}

std::chrono::milliseconds hub::RateLimiter::waitOf(const Bucket &bucket, Clock::time_point now) const
{
    const bool isUsedUp = bucket.left >= 0 && bucket.left <= bucket.spare && now < bucket.windowEnds;
    const auto until = std::max(bucket.notBefore, isUsedUp ? bucket.windowEnds : bucket.notBefore);
    return std::max(0ms, std::chrono::ceil<std::chrono::milliseconds>(until - now));
}

std::chrono::milliseconds hub::RateLimiter::admit(const QUrl &url, Clock::time_point now)
{
    const std::scoped_lock lock(m_mutex);
    Bucket &bucket = m_buckets[bucketOf(url)];
    const auto wait = waitOf(bucket, now);
    if (wait > 0ms)
        return wait;
    if (now >= bucket.windowEnds) {
        const bool isKnown = bucket.quota > 0 && bucket.window > 0s;
        bucket.left = isKnown ? bucket.quota : -1;
        bucket.windowEnds = isKnown ? now + bucket.window : now;
        bucket.isAssumed = isKnown;
    }
    if (bucket.left > 0)
        --bucket.left;
    ++bucket.onTheWay;
    return 0ms;
}

std::chrono::milliseconds hub::RateLimiter::waitFor(const QUrl &url, Clock::time_point now) const
{
    const std::scoped_lock lock(m_mutex);
    return waitOf(m_buckets.value(bucketOf(url)), now);
}

void hub::RateLimiter::forget(const QUrl &url)
{
    const std::scoped_lock lock(m_mutex);
    Bucket &bucket = m_buckets[bucketOf(url)];
    bucket.onTheWay = std::max(0, bucket.onTheWay - 1);
}

void hub::RateLimiter::note(const Reply &reply, Clock::time_point now)
{
    const auto limit = rateLimitOf(reply);
    const std::scoped_lock lock(m_mutex);
    if (limit)
        m_names[originOf(reply.url) + kindOf(reply.url)] = limit->bucket;
    Bucket &bucket = m_buckets[bucketOf(reply.url)];
    bucket.onTheWay = std::max(0, bucket.onTheWay - 1);
    if (limit)
        learn(bucket, *limit, now);
    if (reply.status == 429 || reply.status == 503)
        bucket.notBefore = std::max(bucket.notBefore, now + requestedWait(reply));
}

void hub::RateLimiter::learn(Bucket &bucket, const RateLimit &limit, Clock::time_point now)
{
    // Half a second for clocks that tick apart: the server tells whole seconds.
    const auto ends = now + limit.resetsIn + 500ms;
    const bool isOldWindow = bucket.left >= 0 && !bucket.isAssumed && ends < bucket.windowEnds - 2s;
    if (isOldWindow)
        return;  // An answer that was overtaken: its window's last requests are not this one's.
    const bool isNewWindow = bucket.left < 0 || ends > bucket.windowEnds + 2s;
    // The answer knows nothing of what is still on its way.
    const int left = std::max(0, limit.left - bucket.onTheWay);
    bucket.left = isNewWindow && !bucket.isAssumed ? left : std::min(bucket.left, left);
    if (bucket.isAssumed || isNewWindow)
        bucket.windowEnds = ends;
    bucket.isAssumed = false;
    bucket.spare = std::min(10, limit.quota / 20);
    bucket.quota = limit.quota;
    bucket.window = limit.window;
}
