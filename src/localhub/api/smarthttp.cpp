// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/gitaccess.h"
#include "localhub/api/refusals.h"
#include "localhub/api/routes.h"
#include "localhub/git/uploadpack.h"

#include <algorithm>

namespace localhub {

namespace {

constexpr qsizetype kLargestRequest = 64 << 20;  // Of a client that has very many commits already.

UploadPack uploadPackOf(const Request &request, const Opened &opened)
{
    QByteArray protocol = request.header("Git-Protocol");
    const auto isPlain
        = [](char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '=' || c == ':'; };
    if (protocol.size() > 64 || !std::ranges::all_of(protocol, isPlain))
        protocol.clear();
    return {opened.repo->path(), protocol};
}

Response infoRefs(const Hub &hub, const Request &request, const RouteValues &values)
{
    const QByteArray service = request.value("service");
    if (service == "git-receive-pack")
        return refusal::forbidden("This hub does not take pushes yet.");
    if (service != "git-upload-pack")
        return refusal::badRequest("Only git's smart protocol is served.");
    const Opened opened = openedForGit(hub, request, values);
    if (opened.refusal)
        return *opened.refusal;
    const auto refs = uploadPackOf(request, opened).advertisement();
    if (!refs)
        return refusal::make(500, {}, "git could not be run.");
    Response response;
    response.body = *refs;
    return response.with("Content-Type", "application/x-git-upload-pack-advertisement")
        .with("Cache-Control", "no-cache");
}

Response uploadPack(const Hub &hub, const Request &request, const RouteValues &values)
{
    const Opened opened = openedForGit(hub, request, values);
    if (opened.refusal)
        return *opened.refusal;
    const auto body = request.body(kLargestRequest);
    if (!body)
        return refusal::make(413, {}, "The request is too large.");
    Response response;
    response.body = StreamBody(
        [git = uploadPackOf(request, opened), wish = *body](const TakeBytes &take) { return git.answer(wish, take); });
    return response.with("Content-Type", "application/x-git-upload-pack-result").with("Cache-Control", "no-cache");
}

}  // namespace

void addGitRoutes(Router &router, const Hub &hub)
{
    addWebRoute(router, "GET", ":owner/:name/info/refs",
                [&hub](const Request &request, const RouteValues &values) { return infoRefs(hub, request, values); });
    addWebRoute(router, "POST", ":owner/:name/git-upload-pack",
                [&hub](const Request &request, const RouteValues &values) { return uploadPack(hub, request, values); });
    addWebRoute(router, "POST", ":owner/:name/git-receive-pack", [](const Request &, const RouteValues &) {
        return refusal::forbidden("This hub does not take pushes yet.");
    });
}

}  // namespace localhub
