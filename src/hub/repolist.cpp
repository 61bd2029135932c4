// SPDX-License-Identifier: Apache-2.0
#include "hub/repolist.h"

#include "hub/json.h"
#include "hub/repofields.h"

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kPage = 30;
constexpr qsizetype kLongestWord = 100;  // Of a task, a library, a licence: what is longer is none.

QString sortKeyOf(RepoQuery::Sort sort)
{
    switch (sort) {
    case RepoQuery::Sort::Downloads: return u"downloads"_s;
    case RepoQuery::Sort::Likes: return u"likes"_s;
    case RepoQuery::Sort::Updated: return u"lastModified"_s;
    case RepoQuery::Sort::Trending: break;
    }
    return u"trendingScore"_s;
}

/// What a card shows, and no more: the Hub's own choice has long descriptions and lacks dates.
QStringList fieldsOf(RepoType type)
{
    QStringList fields{u"lastModified"_s, u"likes"_s, u"private"_s, u"tags"_s};
    if (type == RepoType::Space)
        return fields << u"sdk"_s;
    fields << u"downloads"_s << u"gated"_s;
    if (type == RepoType::Model)
        fields << u"library_name"_s << u"pipeline_tag"_s << u"safetensors"_s;
    return fields;
}

/// The Hub knows a task by a parameter of its own for models, by a tag for the rest.
void addFilters(hub::Query &wire, RepoType type, const RepoQuery &query)
{
    const bool isDataset = type == RepoType::Dataset;
    if (!query.task.isEmpty() && type == RepoType::Model)
        wire << std::pair(u"pipeline_tag"_s, query.task);
    else if (!query.task.isEmpty())
        wire << std::pair(u"filter"_s, isDataset ? "task_categories:"_L1 + query.task : query.task);
    if (!query.library.isEmpty())
        wire << std::pair(u"filter"_s, isDataset ? "library:"_L1 + query.library : query.library);
    if (!query.license.isEmpty())
        wire << std::pair(u"filter"_s, "license:"_L1 + query.license);
}

QString word(const QString &text)
{
    return text.size() <= kLongestWord ? text : QString();
}

RepoSummary summaryOf(const QJsonObject &json, RepoType type)
{
    using namespace hub::json;
    const QStringList tags = textsOf(json["tags"_L1]);
    RepoSummary summary;
    summary.id = {type, json["id"_L1].toString()};
    const QString task = json["pipeline_tag"_L1].toString();
    summary.task = word(task.isEmpty() ? hub::taggedValue(tags, "task_categories:"_L1) : task);
    summary.library = word(json["library_name"_L1].toString());
    summary.license = word(hub::taggedValue(tags, "license:"_L1));
    summary.sdk = word(json["sdk"_L1].toString());
    summary.gate = hub::gateOf(json["gated"_L1]);
    summary.isPrivate = json["private"_L1].toBool();
    summary.parameters = countOf(json["safetensors"_L1].toObject(), "total"_L1);
    summary.downloads = countOf(json, "downloads"_L1);
    summary.likes = countOf(json, "likes"_L1);
    summary.lastModified = timeOf(json["lastModified"_L1]);
    return summary;
}

}  // namespace

ApiCall<Page<RepoSummary>> hub::repoList(RepoType type, const RepoQuery &query)
{
    Query wire;
    if (!query.search.isEmpty())
        wire << std::pair(u"search"_s, query.search);
    if (!query.author.isEmpty())
        wire << std::pair(u"author"_s, query.author);
    addFilters(wire, type, query);
    if (type != RepoType::Space || query.sort != RepoQuery::Sort::Downloads)
        wire << std::pair(u"sort"_s, sortKeyOf(query.sort));
    wire << std::pair(u"limit"_s, QString::number(kPage));
    for (const QString &field : fieldsOf(type))
        wire << std::pair(u"expand"_s, field);
    const auto parse = [type](const Reply &reply) { return parseRepoList(reply, type); };
    return {"GET", {u"api"_s, core::pluralOf(type)}, wire, {}, parse};
}

ApiCall<RepoSummary> hub::repoSummary(const RepoId &id)
{
    Query wire;
    for (const QString &field : fieldsOf(id.type))
        wire << std::pair(u"expand"_s, field);
    const auto parse = [type = id.type](const Reply &reply) -> Result<RepoSummary> {
        const auto json = json::objectOf(reply);
        if (!json)
            return json.error();
        if (!core::isRepoName(json->value("id"_L1).toString()))
            return json::badReply(u"the repository has no proper name"_s);
        return summaryOf(*json, type);
    };
    return {"GET", apiSegments(id), wire, {}, parse};
}

Result<Page<RepoSummary>> hub::parseRepoList(const Reply &reply, RepoType type)
{
    const auto list = json::arrayOf(reply);
    if (!list)
        return list.error();

    Page<RepoSummary> page{{}, nextPageOf(reply), totalOf(reply)};
    for (const QJsonValue value : *list) {
        if (core::isRepoName(value["id"_L1].toString()))
            page.items << summaryOf(value.toObject(), type);
    }
    return page;
}
