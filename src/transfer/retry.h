// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "hub/patience.h"

#include <chrono>
#include <optional>

namespace transfer {

/// How long to wait before the next try after \a tries that failed for a while, the one with \a error among them; or
/// nothing, where it is over: 1, 2, 4, 8, 16 seconds, or as long as the server asked (an hour at the most). It begins
/// with twice \a firstPause: what nobody waits for has time.
std::optional<std::chrono::milliseconds> delayAfter(const Error &error, int tries,
                                                    std::chrono::milliseconds firstPause = hub::Patience().firstPause);

/// Whether what keeps one file of a repository from coming keeps all of them: no access, no disk.
bool concernsAllFiles(const Error &error);

}  // namespace transfer
