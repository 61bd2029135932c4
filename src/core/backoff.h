// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace core {

/// How long to wait before another try after \a tries that failed: \a first, then twice as long each time, at most 16
/// times; a quarter more or less by chance, so that many who failed together do not come back together.
std::chrono::milliseconds backoff(std::chrono::milliseconds first, int tries);

}  // namespace core
