// SPDX-License-Identifier: Apache-2.0
#include "localhub/server.h"

#include "localhub/api/refusals.h"
#include "localhub/api/routes.h"
#include "localhub/http/httpserver.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <atomic>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

struct Bucket {
    QByteArray name;
    int quota;
};

/// Which of the Hub's limits a request would count against. They are announced, not enforced.
Bucket bucketOf(const Request &request)
{
    if (request.path.startsWith("/api/"))
        return {"api", 100000};
    return request.segments.contains("resolve") ? Bucket{"resolvers", 500000} : Bucket{"pages", 20000};
}

QByteArray requestId()
{
    const quint64 random = QRandomGenerator::global()->generate64();
    return "Root=1-" + QByteArray::number(QDateTime::currentSecsSinceEpoch(), 16) + '-'
        + QByteArray::number(random, 16).rightJustified(24, '0');
}

void addCommonHeaders(Response &response, const Request &request)
{
    constexpr qint64 kWindow = 300;
    const Bucket bucket = bucketOf(request);
    const QByteArray quota = QByteArray::number(bucket.quota);
    const qint64 left = kWindow - QDateTime::currentSecsSinceEpoch() % kWindow;
    response.with("X-Request-Id", requestId())
        .with("RateLimit", '"' + bucket.name + "\";r=" + quota + ";t=" + QByteArray::number(left))
        .with("RateLimit-Policy", "\"fixed window\";\"" + bucket.name + "\";q=" + quota + ";w=300");
}

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
    Private(std::shared_ptr<Store> store, Options options)
        : hub{std::move(store), Users(std::move(options.users))},
          logs(options.logs)
    {
        const auto hello
            = [](const Request &, const RouteValues &) { return textResponse("This is a hub of localhub.\n"); };
        router.add("GET", "", hello);
        for (const auto add : {addAccountRoutes, addListRoutes, addFileRoutes, addTreeRoutes, addHistoryRoutes,
                               addInfoRoutes, addLfsRoutes, addGitRoutes})
            add(router, hub);
        addCdnRoutes(cdnRouter, hub);
    }

    Response answer(const Request &request, const Router &router, quint16 port) const;

    Hub hub;
    Router router;
    Router cdnRouter;
    bool logs;
    std::atomic<quint16> apiPort = 0;
    std::shared_ptr<HttpServer> api;
    std::shared_ptr<HttpServer> cdn;
};

Response Server::Private::answer(const Request &request, const Router &router, quint16 port) const
{
    Response response;
    if (request.method == "BAD")
        response = refusal::badRequest("That was not understood.");
    else if (!isFromHere(request, port))
        response = refusal::forbidden("This hub only answers programs of this computer.");
    else if (auto routed = router.route(request))
        response = std::move(*routed);
    else
        response = refusal::notFound();
    addCommonHeaders(response, request);
    if (logs)
        std::fprintf(stderr, "%d %s %s\n", response.status, request.method.constData(), request.path.constData());
    return response;
}

Server::Server(std::unique_ptr<Private> d) : d(std::move(d)) {}

Server::~Server() = default;

Result<std::shared_ptr<Server>> Server::start(std::shared_ptr<Store> store, Options options)
{
    const quint16 port = options.port;
    const quint16 cdnPort = options.cdnPort;
    std::shared_ptr<Server> server(new Server(std::make_unique<Private>(std::move(store), std::move(options))));
    Private *d = server->d.get();
    // Each is told its own port only after it listens; nobody knows of it before this function is done.
    const auto cdn = HttpServer::start(
        cdnPort, [d](const Request &request) { return d->answer(request, d->cdnRouter, d->hub.cdnPort); });
    if (!cdn)
        return cdn.error();
    d->cdn = *cdn;
    d->hub.cdnPort = d->cdn->port();
    const auto api
        = HttpServer::start(port, [d](const Request &request) { return d->answer(request, d->router, d->apiPort); });
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
