// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/patience.h"
#include "local/repocache.h"

#include <QUrl>

#include <memory>

class Credentials;
class QThreadPool;
class SpeedLimit;

namespace hub {
class RateLimiter;
}

/// What all transfers of an engine have in common, as a value.
struct TransferOptions {
    /// So many requests for bytes run at once: more transfers could not move any.
    static constexpr int kMostAtOnce = 8;

    QUrl endpoint;
    QString cacheRoot = {};
    QString caFile = {};
    QUrl proxy = {};
    LinkMode linkMode = LinkMode::Symlinks;
    bool isOffline = false;  ///< No request leaves.
    std::shared_ptr<const Credentials> credentials = {};
    std::shared_ptr<hub::RateLimiter> limiter = {};  ///< Shared with those who browse; null: a count of its own.
    hub::Patience patience = {};
    QThreadPool *pool = nullptr;   ///< Outlives the transfers.
    SpeedLimit *speed = nullptr;   ///< The queue's own, in its thread; null: there is none.
    int mostAtOnce = kMostAtOnce;  ///< Transfers that may have begun and not ended.
    QString journal = {};  ///< The file that keeps the transfers from one run to the next; empty: they are forgotten.

    RepoCache cache(const RepoId &repo) const { return {CacheLayout(cacheRoot), repo, linkMode}; }
};
