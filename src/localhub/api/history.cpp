// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/access.h"
#include "localhub/api/paging.h"
#include "localhub/api/refusals.h"
#include "localhub/api/routes.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

Response refs(const Hub &hub, const Request &request, const RouteValues &values)
{
    const Opened opened = openedRepo(hub, request, values);
    if (opened.refusal)
        return *opened.refusal;
    struct Kind {
        QString key;
        QByteArray prefix;
        QJsonArray refs = {};
    };
    Kind kinds[] = {{u"branches"_s, "refs/heads/"},
                    {u"tags"_s, "refs/tags/"},
                    {u"converts"_s, "refs/convert/"},
                    {u"pullRequests"_s, "refs/pr/"}};
    for (const Ref &ref : opened.repo->with([](const GitRepo &repo) { return repo.refs(); })) {
        for (Kind &kind : kinds) {
            if (ref.name.startsWith(kind.prefix))
                kind.refs += QJsonObject{{u"name"_s, QString::fromUtf8(ref.name.sliced(kind.prefix.size()))},
                                         {u"ref"_s, QString::fromUtf8(ref.name)},
                                         {u"targetCommit"_s, QString::fromLatin1(ref.commit)}};
        }
    }
    QJsonObject json;
    for (const Kind &kind : kinds) {
        if (kind.prefix != "refs/pr/" || request.isTrue("include_prs"))
            json.insert(kind.key, kind.refs);
    }
    return jsonResponse(QJsonDocument(json));
}

QJsonObject commitJson(const CommitInfo &commit, bool isFormatted)
{
    const QString title = QString::fromUtf8(commit.title);
    const QString message = QString::fromUtf8(commit.message);
    QJsonObject json{
        {u"id"_s, QString::fromLatin1(commit.id)},
        {u"title"_s, title},
        {u"message"_s, message},
        {u"authors"_s,
         QJsonArray{QJsonObject{{u"user"_s, QString::fromUtf8(commit.authorName)}, {u"avatar"_s, QString()}}}},
        {u"date"_s, hubDate(commit.time)}};
    if (isFormatted)
        json.insert(u"formatted"_s,
                    QJsonObject{{u"title"_s, title.toHtmlEscaped()}, {u"message"_s, message.toHtmlEscaped()}});
    return json;
}

Response commits(const Hub &hub, const Request &request, const RouteValues &values)
{
    const Opened opened = openedRevision(hub, request, values);
    if (opened.refusal)
        return *opened.refusal;
    const QJsonObject cursor = cursorOf(request);
    const QByteArray newest = cursor.isEmpty() ? opened.commit : cursor["commit"_L1].toString().toLatin1();
    const qsizetype limit = qBound(qint64(1), request.number("limit", 50), qint64(1000));
    const bool isFormatted = request.values("expand").contains("formatted");
    return opened.repo->with([&](const GitRepo &repo) {
        const QList<QByteArray> ids = repo.history(newest);
        const qsizetype begin = qBound(qsizetype(0), qsizetype(cursor["at"_L1].toInteger()), ids.size());
        const qsizetype end = qMin(begin + limit, ids.size());
        QJsonArray page;
        for (qsizetype i = begin; i < end; ++i) {
            if (const auto commit = repo.commit(ids[i]))
                page += commitJson(*commit, isFormatted);
        }
        Response response = jsonResponse(QJsonDocument(page)).with("X-Total-Count", QByteArray::number(ids.size()));
        if (end < ids.size())
            addNextPage(response, request, {{u"commit"_s, QString::fromLatin1(newest)}, {u"at"_s, end}});
        return response;
    });
}

}  // namespace

void addHistoryRoutes(Router &router, const Hub &hub)
{
    router.add("GET", "api/:type/:owner/:name/refs",
               [&hub](const Request &request, const RouteValues &values) { return refs(hub, request, values); });
    router.add("GET", "api/:type/:owner/:name/commits/:revision",
               [&hub](const Request &request, const RouteValues &values) { return commits(hub, request, values); });
}

}  // namespace localhub
