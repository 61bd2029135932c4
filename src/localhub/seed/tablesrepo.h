// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/seed/seeder.h"

namespace localhub::seed {

/// Makes datasets/demo/tables: CSV, JSON lines, pictures and an archive.
void seedTables(Seeder &seeder);

}  // namespace localhub::seed
