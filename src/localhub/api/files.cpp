// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/access.h"
#include "localhub/api/cdn.h"
#include "localhub/api/refusals.h"
#include "localhub/api/routes.h"

namespace localhub {

namespace {

struct File {
    Opened opened;
    QByteArray path;
    QByteArray blob = {};
    FileContent content = {};
    std::optional<Response> refusal = {};
};

File openedFile(const Hub &hub, const Request &request, const RouteValues &values)
{
    File file{openedFiles(hub, request, values), values["path"]};
    file.refusal = file.opened.refusal;
    if (file.refusal)
        return file;
    file.opened.repo->with([&](const GitRepo &repo) {
        const auto entry = repo.entry(file.opened.commit, file.path);
        const auto content = entry && entry->kind == TreeEntry::Kind::File ? repo.content(entry->id) : std::nullopt;
        if (!content) {
            file.refusal = refusal::entryNotFound(file.path, file.opened.commit);
            return;
        }
        file.blob = entry->id;
        file.content = *content;
    });
    return file;
}

QByteArray bytesOf(const File &file)
{
    return file.opened.repo->with([&](const GitRepo &repo) { return repo.bytes(file.blob).value_or(QByteArray()); });
}

QByteArray quoted(const QByteArray &etag)
{
    return '"' + etag + '"';
}

/// A small file: its bytes are at an address that never changes, on the same origin.
Response redirectToCache(const Request &request, const File &file)
{
    const RepoName &name = file.opened.state.name;
    QByteArray location = "/api/resolve-cache/" + plural(name.type) + '/' + name.id() + '/' + file.opened.commit + '/'
        + file.path.toPercentEncoding("/") + '?';
    if (!request.rawQuery.isEmpty())
        location += request.rawQuery + '&';
    location += "etag=" + quoted(file.blob).toPercentEncoding();
    return textResponse("Temporary Redirect. Redirecting to " + location, 307).with("Location", location);
}

Response redirectToCdn(const Hub &hub, const Request &request, const File &file)
{
    const QByteArray location
        = cdnAddress(hub, request, *file.content.large, file.path.sliced(file.path.lastIndexOf('/') + 1),
                     request.isTrue("download"));
    return textResponse("Found. Redirecting to " + location, 302)
        .with("Location", location)
        .with("X-Linked-Size", QByteArray::number(file.content.size));
}

Response resolve(const Hub &hub, const Request &request, const RouteValues &values)
{
    const File file = openedFile(hub, request, values);
    if (file.refusal)
        return *file.refusal;
    const auto &large = file.content.large;
    Response response = large ? redirectToCdn(hub, request, file) : redirectToCache(request, file);
    return response.with("X-Repo-Commit", file.opened.commit)
        .with("X-Linked-Etag", quoted(large ? large->sha256 : file.blob))
        .with("Accept-Ranges", "bytes");
}

Response fileResponse(const Request &request, const File &file)
{
    Response response = rangedResponse(request, bytesOf(file), quoted(file.blob));
    const QByteArray name = file.path.sliced(file.path.lastIndexOf('/') + 1);
    return response.with("Content-Type", "text/plain; charset=utf-8")
        .with("X-Repo-Commit", file.opened.commit)
        .with("Content-Disposition", contentDisposition(name, request.isTrue("download")))
        .with("Content-Security-Policy", "default-src 'none'; sandbox")
        .with("X-Content-Type-Options", "nosniff");
}

Response resolveCache(const Hub &hub, const Request &request, const RouteValues &values)
{
    const File file = openedFile(hub, request, values);
    return file.refusal ? *file.refusal : fileResponse(request, file);
}

}  // namespace

void addFileRoutes(Router &router, const Hub &hub)
{
    const auto resolved
        = [&hub](const Request &request, const RouteValues &values) { return resolve(hub, request, values); };
    const auto shown
        = [&hub](const Request &request, const RouteValues &values) { return resolveCache(hub, request, values); };
    router.add("GET", "api/resolve-cache/:type/:owner/:name/:revision/*path", shown);
    addWebRoute(router, "GET", ":owner/:name/resolve/:revision/*path", resolved);
    addWebRoute(router, "GET", ":name/resolve/:revision/*path", resolved);
    addWebRoute(router, "GET", ":owner/:name/raw/:revision/*path", shown);  // Of a large file: its pointer.
}

}  // namespace localhub
