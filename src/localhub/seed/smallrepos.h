// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/seed/seeder.h"

namespace localhub::seed {

/// How many small repositories there are of each type.
struct SmallRepoCounts {
    int models = 300;
    int datasets = 40;
    int spaces = 20;
};

/// Makes small repositories of several owners, so that lists have pages, filters something to find and orders
/// something to sort. demo-labs/tiny-llama-base is one of them.
void seedSmallRepos(Seeder &seeder, const SmallRepoCounts &counts = {});

}  // namespace localhub::seed
