// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

namespace cli {

/// What the program ends with: scripts rely on these numbers.
enum ExitCode {
    Done = 0,
    Failed = 1,
    WrongUse = 2,
    NotAllowed = 3,
    NotFound = 4,
    Gated = 5,
    Network = 6,
    Disk = 7,
    WrongContent = 8,
    Interrupted = 130,
};

ExitCode exitCodeOf(const Error &error);

}  // namespace cli
