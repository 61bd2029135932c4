// SPDX-License-Identifier: Apache-2.0
#include "engine/engineoptions.h"

#include "accounts/environmentcredentials.h"
#include "accounts/tokenstore.h"
#include "hub/proxies.h"
#include "hub/url.h"
#include "local/environment.h"
#include "local/settings.h"

EngineOptions EngineOptions::of(const QProcessEnvironment &variables)
{
    const Environment environment = Environment::of(variables);
    const QString proxy = hub::proxyVariable(variables);
    const auto tokens = std::make_shared<TokenStore>(std::make_shared<EnvironmentCredentials>(variables, environment));
    return {.endpoint = environment.endpoint,
            .cacheRoot = environment.cache,
            .caFile = environment.caFile,
            .isOffline = environment.isOffline,
            .noSymlinks = environment.noSymlinks,
            .credentials = tokens,
            .tokens = tokens,
            .environment = environment,
            .clientId = environment.clientId,
            .defaultEndpoint = environment.endpoint,
            .defaultCacheRoot = environment.cache,
            .overriding = environment.overriding + (proxy.isEmpty() ? QStringList() : QStringList{proxy})};
}

QString EngineOptions::clientIdAt(const QUrl &hub) const
{
    return hub::isSameOrigin(hub, endpoint) ? clientId : QString();
}

void EngineOptions::adopt(const Settings &settings, const Environment &environment)
{
    if (!environment.endpointIsSet && settings.endpoint().isValid())
        endpoint = settings.endpoint();
    if (!environment.setsCache() && !settings.cacheFolder().isEmpty())
        cacheRoot = settings.cacheFolder();
    if (clientId.isEmpty())
        clientId = settings.clientId();
    if (caFile.isEmpty())
        caFile = settings.caFile();
    proxy = hub::proxyUrl(settings.proxy());
    if (settings.downloadsAtOnce() > 0)
        mostAtOnce = settings.downloadsAtOnce();
}
