// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/access.h"
#include "localhub/api/refusals.h"
#include "localhub/api/repojson.h"
#include "localhub/api/routes.h"

#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

static Response info(const Hub &hub, const Request &request, const RouteValues &values)
{
    // A repository without a commit has no revision, yet there is something to say of it.
    Opened opened = openedRepo(hub, request, values);
    if (!opened.refusal && (values.contains("revision") || !opened.state.head.isEmpty()))
        opened = openedRevision(hub, request, values);
    if (opened.refusal)
        return *opened.refusal;

    const RepoType type = opened.state.name.type;
    QStringList fields = infoFields(type);
    if (const QByteArrayList wanted = request.values("expand"); !wanted.isEmpty()) {
        fields.clear();
        for (const QByteArray &field : wanted)
            fields += QString::fromUtf8(field);
        for (const QString &field : fields) {
            if (!expandableFields(type).contains(field))
                return refusal::badRequest("\"expand\" must be one of: "
                                           + expandableFields(type).join(", "_L1).toUtf8());
        }
    }
    RepoJson json(*opened.repo, opened.state, opened.commit);
    json.setWithBlobs(request.isTrue("blobs"));
    QJsonObject object = json.object(fields);
    if (request.isTrue("securityStatus"))
        object.insert(u"securityRepoStatus"_s, QJsonObject());
    return jsonResponse(QJsonDocument(object));
}

static Response authCheck(const Hub &hub, const Request &request, const RouteValues &values)
{
    const Opened opened = openedRepo(hub, request, values);
    if (opened.refusal)
        return *opened.refusal;
    const auto refusal = gateRefusal(request, opened);
    return refusal ? *refusal : textResponse("OK");
}

static Response authCheckWrite(const Hub &hub, const Request &request, const RouteValues &values)
{
    const Opened opened = openedRepo(hub, request, values);
    if (opened.refusal)
        return *opened.refusal;
    if (!opened.caller.user)
        return refusal::signInFirst();
    if (!opened.caller.owns(opened.state))
        return refusal::forbidden("You don't have the rights to write to this repository.");
    return opened.caller.mayWrite(opened.state) ? textResponse("OK")
                                                : refusal::missingPermission(opened.state.name, kWriteRepo);
}

void addInfoRoutes(Router &router, const Hub &hub)
{
    const auto show = [&hub](const Request &request, const RouteValues &values) { return info(hub, request, values); };
    router.add("GET", "api/:type/:owner/:name", show);
    router.add("GET", "api/:type/:owner/:name/revision/:revision", show);
    // Names without an owner: there is none of them here, and that is said as of any other.
    router.add("GET", "api/:type/:name", show);
    router.add("GET", "api/:type/:name/revision/:revision", show);
    router.add("GET", "api/:type/:owner/:name/auth-check",
               [&hub](const Request &request, const RouteValues &values) { return authCheck(hub, request, values); });
    router.add(
        "GET", "api/:type/:owner/:name/auth-check/write",
        [&hub](const Request &request, const RouteValues &values) { return authCheckWrite(hub, request, values); });
}

}  // namespace localhub
