// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/seed/seeder.h"

namespace localhub::seed {

/// Makes demo/tiny-llama: the model with everything in it, and two years of history.
void seedTinyLlama(Seeder &seeder);

}  // namespace localhub::seed
