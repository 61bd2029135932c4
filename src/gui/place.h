// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/location.h"

/// Somewhere in the window: one of its pages, and for a repository where in it.
struct Place {
    enum class Kind { Start, Repository, Transfers, Cache };

    Kind kind = Kind::Start;
    Location location = {};  ///< With Kind::Repository.

    friend bool operator==(const Place &, const Place &) = default;
};
