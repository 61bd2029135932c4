// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/access.h"
#include "localhub/api/paging.h"
#include "localhub/api/refusals.h"
#include "localhub/api/routes.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

constexpr qsizetype kPage = 1000;
constexpr qsizetype kExpandedPage = 50;
constexpr qsizetype kMostPaths = 1000;
constexpr qsizetype kLargestBody = 8 << 20;

QJsonObject lastCommitJson(const GitRepo &repo, const QByteArray &id)
{
    const auto commit = repo.commit(id);
    if (!commit)
        return {};
    return {{u"id"_s, QString::fromLatin1(id)},
            {u"title"_s, QString::fromUtf8(commit->title)},
            {u"date"_s, hubDate(commit->time)}};
}

QJsonObject entryJson(const GitRepo &repo, const TreeEntry &entry, const Repository::LastCommits &last)
{
    QJsonObject json{{u"type"_s,
                      entry.kind == TreeEntry::Kind::Folder     ? u"directory"_s
                          : entry.kind == TreeEntry::Kind::File ? u"file"_s
                                                                : u"unknown"_s},
                     {u"oid"_s, QString::fromLatin1(entry.id)},
                     {u"size"_s, 0},
                     {u"path"_s, QString::fromUtf8(entry.path)}};
    if (last)
        json.insert(u"lastCommit"_s, lastCommitJson(repo, last->value(entry.path)));
    if (entry.kind != TreeEntry::Kind::File)
        return json;
    const FileContent content = repo.content(entry.id).value_or(FileContent());
    json.insert(u"size"_s, content.size);
    if (content.large)
        json.insert(u"lfs"_s,
                    QJsonObject{{u"oid"_s, QString::fromLatin1(content.large->sha256)},
                                {u"size"_s, content.size},
                                {u"pointerSize"_s, content.pointerSize}});
    if (last)  // Nobody here looks for viruses, and that is what is said.
        json.insert(u"securityFileStatus"_s,
                    QJsonObject{{u"status"_s, u"unscanned"_s},
                                {u"avScan"_s, QJsonObject()},
                                {u"pickleImportScan"_s, QJsonValue::Null}});
    return json;
}

Response tree(const Hub &hub, const Request &request, const RouteValues &values)
{
    const Opened opened = openedRevision(hub, request, values);
    if (opened.refusal)
        return *opened.refusal;
    QByteArray folder = values["path"];
    while (folder.endsWith('/'))
        folder.chop(1);
    // The pages after the first are of the same commit, whatever became of the branch meanwhile.
    const QJsonObject cursor = cursorOf(request);
    const QByteArray commit = cursor.isEmpty() ? opened.commit : cursor["commit"_L1].toString().toLatin1();
    const bool isExpanded = request.isTrue("expand");
    const Repository::Listing entries = opened.repo->list(commit, folder, request.isTrue("recursive"));
    if (!entries)
        return refusal::entryNotFound(folder, opened.commit);

    const qsizetype most = isExpanded ? kExpandedPage : kPage;
    const qsizetype limit = qBound(qsizetype(1), qsizetype(request.number("limit", most)), most);
    const qsizetype begin = qBound(qsizetype(0), qsizetype(cursor["at"_L1].toInteger()), entries->size());
    const qsizetype end = qMin(begin + limit, entries->size());
    const auto last = isExpanded ? opened.repo->lastCommits(commit) : nullptr;
    const QJsonArray page = opened.repo->with([&](const GitRepo &repo) {
        QJsonArray page;
        for (qsizetype i = begin; i < end; ++i)
            page += entryJson(repo, (*entries)[i], last);
        return page;
    });
    Response response = jsonResponse(QJsonDocument(page));
    if (end < entries->size())
        addNextPage(response, request, {{u"commit"_s, QString::fromLatin1(commit)}, {u"at"_s, end}});
    return response;
}

struct Wish {
    QByteArrayList paths;
    bool isExpanded = false;
};

/// From a form or from JSON. Nothing where it is neither.
std::optional<Wish> wishOf(const Request &request)
{
    const auto body = request.body(kLargestBody);
    if (!body)
        return {};
    Wish wish;
    if (!request.header("Content-Type").toLower().startsWith("application/json")) {
        const Request form{
            .method = {}, .path = {}, .segments = {}, .rawQuery = {}, .query = parsedForm(*body), .headers = {}};
        return Wish{form.values("paths"), form.isTrue("expand")};
    }
    const QJsonObject json = QJsonDocument::fromJson(*body).object();
    if (!json["paths"_L1].isArray())
        return {};
    for (const QJsonValue path : json["paths"_L1].toArray())
        wish.paths += path.toString().toUtf8();
    wish.isExpanded = json["expand"_L1].toBool();
    return wish;
}

Response pathsInfo(const Hub &hub, const Request &request, const RouteValues &values)
{
    const Opened opened = openedRevision(hub, request, values);
    if (opened.refusal)
        return *opened.refusal;
    const auto wish = wishOf(request);
    if (!wish)
        return refusal::badRequest("\"paths\" is required");
    if (wish->paths.size() > kMostPaths)
        return refusal::make(413, {}, "too many parameters");
    const auto last = wish->isExpanded ? opened.repo->lastCommits(opened.commit) : nullptr;
    return jsonResponse(QJsonDocument(opened.repo->with([&](const GitRepo &repo) {
        QJsonArray found;
        for (const QByteArray &path : wish->paths) {
            if (const auto entry = repo.entry(opened.commit, path))
                found += entryJson(repo, *entry, last);
        }
        return found;
    })));
}

}  // namespace

void addTreeRoutes(Router &router, const Hub &hub)
{
    const auto show = [&hub](const Request &request, const RouteValues &values) { return tree(hub, request, values); };
    router.add("GET", "api/:type/:owner/:name/tree/:revision", show);
    router.add("GET", "api/:type/:owner/:name/tree/:revision/*path", show);
    router.add("POST", "api/:type/:owner/:name/paths-info/:revision",
               [&hub](const Request &request, const RouteValues &values) { return pathsInfo(hub, request, values); });
}

}  // namespace localhub
