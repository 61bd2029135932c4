// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <chrono>

namespace hub {

/// How long one waits for a Hub that falls silent, or says that it cannot answer now.
struct Patience {
    std::chrono::milliseconds silence{15'000};  ///< A connection that brings nothing so long is given up.
    std::chrono::milliseconds firstPause{500};  ///< Before a call is made again; twice as long each time after it.
};

}  // namespace hub
