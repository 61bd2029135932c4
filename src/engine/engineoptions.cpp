// SPDX-License-Identifier: Apache-2.0
#include "engine/engineoptions.h"

#include "accounts/environmentcredentials.h"
#include "local/environment.h"

EngineOptions EngineOptions::of(const QProcessEnvironment &variables)
{
    const Environment environment = Environment::of(variables);
    return {.endpoint = environment.endpoint,
            .cacheRoot = environment.cache,
            .caFile = environment.caFile,
            .isOffline = environment.isOffline,
            .noSymlinks = environment.noSymlinks,
            .credentials = std::make_shared<EnvironmentCredentials>(variables, environment)};
}
