// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/refusals.h"

#include "localhub/api/paging.h"

#include <QJsonObject>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace localhub::refusal {

/// \a text as a header may have it: names of files and revisions come from outside.
static QByteArray headerText(QByteArray text)
{
    std::ranges::replace_if(
        text, [](char c) { return uchar(c) < 0x20 || uchar(c) >= 0x7f; }, '?');
    return text;
}

Response make(int status, const QByteArray &code, const QByteArray &message)
{
    Response response = jsonResponse(QJsonDocument(QJsonObject{{u"error"_s, QString::fromUtf8(message)}}), status);
    response.with("X-Error-Message", headerText(message));
    if (!code.isEmpty())
        response.with("X-Error-Code", code);
    return response;
}

Response badRequest(const QByteArray &message)
{
    return make(400, {}, message);
}

Response forbidden(const QByteArray &message)
{
    return make(403, {}, message);
}

Response notFound()
{
    return make(404, {}, "Sorry, we can't find the page you are looking for.");
}

Response repoNotFound(const Request &request, bool isSignedIn)
{
    if (isSignedIn)
        return make(404, "RepoNotFound", "Repository not found");
    Response response = signInFirst();
    // The Hub sends no code with it. The Python client understands that over https only, and there is none here; with
    // the code it raises the same exception as on the Hub.
    if (request.header("User-Agent").contains("hf_hub/"))
        response.with("X-Error-Code", "RepoNotFound");
    return response;
}

Response revisionNotFound(const QByteArray &revision)
{
    return make(404, "RevisionNotFound", "Invalid rev id: " + revision);
}

Response entryNotFound(const QByteArray &path, const QByteArray &commit)
{
    return make(404, "EntryNotFound", "Entry not found: " + path).with("X-Repo-Commit", commit);
}

/// "model ada/engine"
static QByteArray typeAndId(const RepoName &name)
{
    return plural(name.type).chopped(1) + ' ' + name.id();
}

Response gatedFromAll(const RepoName &name)
{
    return make(401, "GatedRepo",
                "Access to " + typeAndId(name)
                    + " is restricted. You must have access to it and be authenticated to access it. Please log in.")
        .with("WWW-Authenticate", "Bearer realm=\"Authentication required\", charset=\"UTF-8\"");
}

Response gated(const Request &request, const RepoName &name, const std::optional<AccessRequest> &asked)
{
    if (!asked)
        return make(403, "GatedRepo",
                    "Access to " + typeAndId(name) + " is restricted and you are not in the authorized list. Visit "
                        + hubAddress(request) + '/' + name.webPrefix() + name.id() + " to ask for access.");
    return make(403, "GatedRepo",
                "Your request to access " + typeAndId(name)
                    + (asked->status == AccessRequest::Status::Rejected
                           ? " has been rejected by the repo's authors."
                           : " is awaiting a review from the repo authors."));
}

Response missingPermission(const RepoName &name, const char *permission)
{
    return forbidden("You don't have the required permissions to complete this action on " + name.id()
                     + ", missing permissions: " + permission + '.');
}

Response signInFirst()
{
    return make(401, {}, "Invalid username or password.")
        .with("WWW-Authenticate", "Bearer realm=\"Authentication required\", charset=\"UTF-8\"");
}

Response invalidCredentials()
{
    return make(401, {}, "Invalid credentials in Authorization header")
        .with("WWW-Authenticate", "Bearer realm=\"Authentication required\", charset=\"UTF-8\"");
}

}  // namespace localhub::refusal
