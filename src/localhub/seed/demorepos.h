// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/seed/seeder.h"

namespace localhub::seed {

/// Makes spaces/demo/hello: an app that greets. Its tag is the last thing that is made.
void seedHello(Seeder &seeder);
bool hasHello(const Store &store);

/// Makes demo/private.
void seedPrivate(Seeder &seeder);

/// Makes demo/gated, which lets people in by itself, and demo/gated-manual, where somebody must look first.
void seedGated(Seeder &seeder);

/// Makes demo/many-files, whose folder data/ has 100 000 entries.
void seedManyFiles(Seeder &seeder);

}  // namespace localhub::seed
