// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/seeddemo.h"

#include "localhub/seed/demorepos.h"
#include "localhub/seed/seeder.h"
#include "localhub/seed/smallrepos.h"
#include "localhub/seed/tablesrepo.h"
#include "localhub/seed/tinyllama.h"

#include <future>

namespace localhub {

std::optional<Error> seedDemo(Store &store)
{
    if (seed::hasHello(store))
        return {};
    // Beside the large ones, which compute, the small ones wait for the disk.
    auto small = std::async(std::launch::async, [&store] {
        seed::Seeder seeder(store);
        seed::seedSmallRepos(seeder);
        return seeder.error();
    });
    seed::Seeder seeder(store);
    seed::seedTinyLlama(seeder);
    seed::seedManyFiles(seeder);
    seed::seedTables(seeder);
    seed::seedPrivate(seeder);
    seed::seedGated(seeder);
    if (const std::optional<Error> error = small.get())
        return error;
    seed::seedHello(seeder);
    return seeder.error();
}

}  // namespace localhub
