// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <optional>

namespace localhub {

class Store;

/// Fills \a store with the demo: demo/tiny-llama, demo/many-files, demo/private, demo/gated, datasets/demo/tables,
/// spaces/demo/hello and a few hundred small ones. The same commits in every run; does nothing where the demo is there.
std::optional<Error> seedDemo(Store &store);

}  // namespace localhub
