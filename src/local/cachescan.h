// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "local/cachecontents.h"

#include <atomic>

/// How far a scan has come, and whether it should stop: shared by the thread that scans with the one that waits.
struct ScanWatch {
    std::atomic<bool> isStopped = false;
    std::atomic<int> done = 0;  ///< Repositories.
    std::atomic<int> total = 0;
};

namespace local {

/// What lies in the cache at \a root, counted as huggingface_hub's scan_cache_dir() counts it: a repository's size is
/// that of the contents its commits need, each once. Reads folders and links, no content. For the pool.
///
/// What that scan leaves out with a warning is here with its problem, and with what could be read of it.
CacheContents scanCache(const QString &root, ScanWatch *watch = nullptr);

/// The same of one repository's folder; what the others are is taken from \a before.
CacheContents rescanned(const CacheContents &before, const QString &folder);

}  // namespace local
