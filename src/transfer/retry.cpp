// SPDX-License-Identifier: Apache-2.0
#include "transfer/retry.h"

#include "core/backoff.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {
constexpr int kTries = 5;
}

std::optional<std::chrono::milliseconds> transfer::delayAfter(const Error &error, int tries,
                                                              std::chrono::milliseconds firstPause)
{
    if (!error.isTransient() || tries > kTries)
        return {};
    if (error.kind == Error::Kind::Timeout && tries == 1)
        return 0ms;  // It was a connection that died, most likely: another one may do at once.
    return std::clamp<std::chrono::milliseconds>(error.retryAfter, core::backoff(2 * firstPause, tries), 1h);
}

bool transfer::concernsAllFiles(const Error &error)
{
    using Kind = Error::Kind;
    switch (error.kind) {
    case Kind::Tls:
    case Kind::Proxy:
    case Kind::Unauthorized:
    case Kind::MissingScope:
    case Kind::Forbidden:
    case Kind::Gated:
    case Kind::NotFound:
    case Kind::NoRevision:
    case Kind::Disk: return true;
    default: return false;
    }
}
