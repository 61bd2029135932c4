// SPDX-License-Identifier: Apache-2.0
#include "engine/engineoptions.h"

#include "accounts/environmentcredentials.h"
#include "hub/proxies.h"
#include "local/environment.h"
#include "local/settings.h"

EngineOptions EngineOptions::of(const QProcessEnvironment &variables)
{
    const Environment environment = Environment::of(variables);
    const QString proxy = hub::proxyVariable(variables);
    return {.endpoint = environment.endpoint,
            .cacheRoot = environment.cache,
            .caFile = environment.caFile,
            .isOffline = environment.isOffline,
            .noSymlinks = environment.noSymlinks,
            .credentials = std::make_shared<EnvironmentCredentials>(variables, environment),
            .defaultEndpoint = environment.endpoint,
            .defaultCacheRoot = environment.cache,
            .overriding = environment.overriding + (proxy.isEmpty() ? QStringList() : QStringList{proxy})};
}

void EngineOptions::adopt(const Settings &settings, const Environment &environment)
{
    if (!environment.endpointIsSet && settings.endpoint().isValid())
        endpoint = settings.endpoint();
    if (!environment.setsCache() && !settings.cacheFolder().isEmpty())
        cacheRoot = settings.cacheFolder();
    proxy = hub::proxyUrl(settings.proxy());
    if (settings.downloadsAtOnce() > 0)
        mostAtOnce = settings.downloadsAtOnce();
}
