// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace models {

/// A file of the Hub, seen from this computer.
enum class FileState {
    Remote,
    Queued,
    Running,
    Cached,
    OtherRevision,
    Damaged,
    Partly,  ///< A folder of which some files are cached.
};

/// The state in a word or two, for badges and screen readers; empty where only figures say it (Running, Partly).
QString textOf(FileState state);

}
