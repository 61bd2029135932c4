// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/reply.h"

#include <QHash>

#include <chrono>
#include <mutex>

namespace hub {

struct RateLimit;

/// Keeps to the limits that a Hub announces. All clients of a Hub share one; it may be called from any thread.
///
/// Hugging Face counts requests in fixed windows of five minutes, those for files apart from those to the API and for
/// pages. Each answer says how many its bucket has left (RateLimit: "api";r=12;t=55) and what the whole is
/// (RateLimit-Policy: "fixed window";"api";q=500;w=300). A 429 with requests left, or without these headers, comes from
/// another limiter: then Retry-After counts.
///
/// Of a window that nobody told of yet the limiter assumes that it is like the last one; its first answer corrects
/// that.
class RateLimiter
{
public:
    using Clock = std::chrono::steady_clock;

    /// How long a request to \a url has to wait. Zero: it may go now, and is counted.
    std::chrono::milliseconds admit(const QUrl &url, Clock::time_point now = Clock::now());
    /// The same, and nothing is counted.
    std::chrono::milliseconds waitFor(const QUrl &url, Clock::time_point now = Clock::now()) const;
    /// A request that was admitted gets no answer any more.
    void forget(const QUrl &url);
    /// Learns from the answer to a request that was admitted.
    void note(const Reply &reply, Clock::time_point now = Clock::now());

private:
    struct Bucket {
        int left = -1;     ///< Requests that the window has for us; -1: not known.
        int spare = 0;     ///< Of these, left to others who share our address, and to what is on its way.
        int onTheWay = 0;  ///< Requests without an answer yet.
        int quota = 0;     ///< Of a window, as it was told last; 0: not known.
        std::chrono::seconds window{0};
        bool isAssumed = false;  ///< No answer told of this window yet.
        Clock::time_point windowEnds = {};
        Clock::time_point notBefore = {};
    };

    QString bucketOf(const QUrl &url) const;
    std::chrono::milliseconds waitOf(const Bucket &bucket, Clock::time_point now) const;
    static void learn(Bucket &bucket, const RateLimit &limit, Clock::time_point now);

    mutable std::mutex m_mutex;
    QHash<QString, QString> m_names;  ///< What the server calls the bucket of a kind of address.
    QHash<QString, Bucket> m_buckets;
};

}  // namespace hub
