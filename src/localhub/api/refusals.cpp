// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/refusals.h"

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

Response repoNotFound(bool isSignedIn)
{
    return isSignedIn ? make(404, "RepoNotFound", "Repository not found") : signInFirst();
}

Response revisionNotFound(const QByteArray &revision)
{
    return make(404, "RevisionNotFound", "Invalid rev id: " + revision);
}

Response entryNotFound(const QByteArray &path, const QByteArray &commit)
{
    return make(404, "EntryNotFound", "Entry not found: " + path).with("X-Repo-Commit", commit);
}

Response gated(const QByteArray &id, bool isSignedIn)
{
    if (!isSignedIn)
        return make(401, "GatedRepo",
                    "Access to " + id + " is restricted. You must have access to it and be authenticated to access it.")
            .with("WWW-Authenticate", "Bearer realm=\"Authentication required\", charset=\"UTF-8\"");
    return make(403, "GatedRepo",
                "Access to " + id
                    + " is restricted and you are not in the authorized list. Ask for access on its page.");
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
