// SPDX-License-Identifier: Apache-2.0
#include "localhub/server.h"

#include "localhub/api/commonheaders.h"
#include "localhub/api/refusals.h"
#include "localhub/api/routes.h"
#include "localhub/faults/faultinjector.h"
#include "localhub/http/httpserver.h"

#include <atomic>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

constexpr size_t kThreads = 64;
constexpr size_t kThreadsForFaults = 96;  // Whoever stalls 64 connections can still be told to go on.

/// Whether \a request was meant for \a port of this computer, and by no page of another site. Else any page could have
/// a browser ask this hub, under a name of its own that leads here.
bool isFromHere(const Request &request, quint16 port)
{
    const QByteArray suffix = ':' + QByteArray::number(port);
    const QByteArray host = request.header("Host").toLower();
    const auto isOurs = [&](const QByteArray &name) {
        return name == "127.0.0.1" + suffix || name == "localhost" + suffix || name == "[::1]" + suffix;
    };
    if (!isOurs(host))
        return false;
    return !request.hasHeader("Origin") || request.header("Origin").toLower() == "http://" + host;
}

}  // namespace

class Server::Private
{
public:
    Private(std::shared_ptr<Store> store, const Options &options)
        : hub{std::move(store), std::make_unique<Accounts>(options.users, options.tokens)},
          logs(options.logs)
    {
        hub.deviceFlow = std::make_unique<DeviceFlow>(options.oauth, *hub.accounts);
        const auto hello
            = [](const Request &, const RouteValues &) { return textResponse("This is a hub of localhub.\n"); };
        router.add("GET", "", hello);
        for (const auto add : {addAccountRoutes, addOAuthRoutes, addGateRoutes, addListRoutes, addFileRoutes,
                               addTreeRoutes, addHistoryRoutes, addInfoRoutes, addLfsRoutes, addGitRoutes})
            add(router, hub);
        addCdnRoutes(cdnRouter, hub);
        if (options.faults) {
            faults = std::make_unique<FaultInjector>();
            faults->addRoutes(router);
        }
        addPageRoutes(router, hub);
    }

    Response answer(const Request &request, const Router &router, quint16 port) const;
    Response checked(const Request &request, const Router &router, quint16 port) const;
    static Response routed(const Request &request, const Router &router);

    Hub hub;
    Router router;
    Router cdnRouter;
    bool logs;
    std::unique_ptr<FaultInjector> faults;
    std::atomic<quint16> apiPort = 0;
    std::shared_ptr<HttpServer> api;
    std::shared_ptr<HttpServer> cdn;
};

Response Server::Private::answer(const Request &request, const Router &router, quint16 port) const
{
    Response response = checked(request, router, port);
    if (logs)
        std::fprintf(stderr, "%d %s %s\n", response.status, request.method.constData(), request.path.constData());
    return response;
}

Response Server::Private::checked(const Request &request, const Router &router, quint16 port) const
{
    const bool isUnderstood = request.method != "BAD";
    if (isUnderstood && isFromHere(request, port)) {
        const auto truth = [&router](const Request &asked) { return routed(asked, router); };
        return faults ? faults->answer(request, &router == &cdnRouter ? Origin::Cdn : Origin::Hub, truth)
                      : truth(request);
    }
    Response response = isUnderstood ? refusal::forbidden("This hub only answers programs of this computer.")
                                     : refusal::badRequest("That was not understood.");
    addCommonHeaders(response, request);
    return response;
}

Response Server::Private::routed(const Request &request, const Router &router)
{
    auto found = router.route(request);
    Response response = found ? std::move(*found) : refusal::notFound();
    addCommonHeaders(response, request);
    return response;
}

Server::Server(std::unique_ptr<Private> d) : d(std::move(d)) {}

Server::~Server() = default;

Result<std::shared_ptr<Server>> Server::start(std::shared_ptr<Store> store, const Options &options)
{
    const quint16 port = options.port;
    const quint16 cdnPort = options.cdnPort;
    const size_t threads = options.faults ? kThreadsForFaults : kThreads;
    std::shared_ptr<Server> server(new Server(std::make_unique<Private>(std::move(store), options)));
    Private *d = server->d.get();
    // Each is told its own port only after it listens; nobody knows of it before this function is done.
    const auto cdn = HttpServer::start(
        cdnPort, [d](const Request &request) { return d->answer(request, d->cdnRouter, d->hub.cdnPort); }, threads);
    if (!cdn)
        return cdn.error();
    d->cdn = *cdn;
    d->hub.cdnPort = d->cdn->port();
    const auto api = HttpServer::start(
        port, [d](const Request &request) { return d->answer(request, d->router, d->apiPort); }, threads);
    if (!api)
        return api.error();
    d->api = *api;
    d->apiPort = d->api->port();
    return server;
}

quint16 Server::port() const
{
    return d->apiPort;
}

quint16 Server::cdnPort() const
{
    return d->hub.cdnPort;
}

QString Server::url() const
{
    return "http://127.0.0.1:"_L1 + QString::number(port());
}

Store &Server::store() const
{
    return *d->hub.store;
}

}  // namespace localhub
