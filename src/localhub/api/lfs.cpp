// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/access.h"
#include "localhub/api/cdn.h"
#include "localhub/api/gitaccess.h"
#include "localhub/api/refusals.h"
#include "localhub/api/routes.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

const QByteArray kMediaType = "application/vnd.git-lfs+json";

Response lfsResponse(const QJsonObject &json, int status = 200)
{
    Response response{status};
    response.with("Content-Type", kMediaType);
    response.body = QJsonDocument(json).toJson(QJsonDocument::Compact);
    return response;
}

QJsonObject objectJson(const Hub &hub, const Request &request, const Repository &repo, const QJsonObject &wanted)
{
    QJsonObject json{{u"oid"_s, wanted["oid"_L1]}, {u"size"_s, wanted["size"_L1]}, {u"authenticated"_s, true}};
    const QByteArray sha256 = wanted["oid"_L1].toString().toLatin1();
    const QString path = hub.store->largePath(sha256);
    if (path.isEmpty() || !repo.hasLarge(sha256)) {
        json.insert(u"error"_s, QJsonObject{{u"code"_s, 404}, {u"message"_s, u"Object does not exist"_s}});
        return json;
    }
    const LargeFile file{sha256, QFileInfo(path).size()};
    const QJsonObject download{{u"href"_s, QString::fromLatin1(cdnAddress(hub, request, file, sha256, false))},
                               {u"expires_in"_s, 3600}};
    json.insert(u"size"_s, file.size);
    json.insert(u"actions"_s, QJsonObject{{u"download"_s, download}});
    return json;
}

Response batch(const Hub &hub, const Request &request, const RouteValues &values)
{
    const Opened opened = openedForGit(hub, request, values);
    if (opened.refusal)
        return *opened.refusal;
    const auto body = request.body(8 << 20);
    const QJsonObject wish = QJsonDocument::fromJson(body.value_or(QByteArray())).object();
    if (wish["operation"_L1].toString() == "upload"_L1)
        return lfsResponse({{u"message"_s, u"This hub does not take uploads yet."_s}}, 403);
    if (wish["operation"_L1].toString() != "download"_L1 || !wish["objects"_L1].isArray())
        return lfsResponse({{u"message"_s, u"Neither a download nor an upload of objects."_s}}, 422);
    QJsonArray objects;
    for (const QJsonValue wanted : wish["objects"_L1].toArray())
        objects += objectJson(hub, request, *opened.repo, wanted.toObject());
    return lfsResponse({{u"transfer"_s, u"basic"_s}, {u"objects"_s, objects}, {u"hash_algo"_s, u"sha256"_s}});
}

}  // namespace

void addLfsRoutes(Router &router, const Hub &hub)
{
    addWebRoute(router, "POST", ":owner/:name/info/lfs/objects/batch",
                [&hub](const Request &request, const RouteValues &values) { return batch(hub, request, values); });
}

}  // namespace localhub
