// SPDX-License-Identifier: Apache-2.0
#include "hub/repoinfo.h"

#include "core/safename.h"
#include "hub/json.h"
#include "hub/repofields.h"

using namespace Qt::Literals::StringLiterals;

static QStringList infoSegments(const RepoId &id, const QString &revision)
{
    const QStringList at = revision.isEmpty() ? QStringList() : QStringList{u"revision"_s, revision};
    return hub::apiSegments(id) + at;
}

ApiCall<RepoInfo> hub::repoInfo(const RepoId &id, const QString &revision)
{
    const auto parse = [type = id.type](const Reply &reply) { return parseRepoInfo(reply, type); };
    return {"GET", infoSegments(id, revision), {}, {}, parse};
}

ApiCall<QStringList> hub::fileNames(const RepoId &id, const QString &revision)
{
    return {"GET", infoSegments(id, revision), {}, {}, &parseFileNames};
}

Result<QStringList> hub::parseFileNames(const Reply &reply)
{
    const auto json = json::objectOf(reply);
    if (!json)
        return json.error();
    if (!json->value("siblings"_L1).isArray())
        return json::badReply(u"no list of files"_s);
    QStringList names;
    for (const QJsonValue file : json->value("siblings"_L1).toArray()) {
        if (const QString name = file.toObject().value("rfilename"_L1).toString(); !name.isEmpty())
            names << name;
    }
    return names;
}

Result<RepoInfo> hub::parseRepoInfo(const Reply &reply, RepoType type)
{
    const auto json = json::objectOf(reply);
    if (!json)
        return json.error();

    RepoInfo info;
    info.id = {type, json->value("id"_L1).toString()};
    info.sha = json->value("sha"_L1).toString();
    if (!core::isRepoName(info.id.name))
        return json::badReply(u"the repository has no proper name"_s);
    if (!info.sha.isEmpty() && !core::isCommit(info.sha))
        return json::badReply(u"the commit is no hash"_s);
    info.isPrivate = json->value("private"_L1).toBool();
    info.isDisabled = json->value("disabled"_L1).toBool();
    info.gate = gateOf(json->value("gated"_L1));
    info.downloads = json::countOf(*json, "downloads"_L1);
    info.likes = json::countOf(*json, "likes"_L1);
    info.task = json->value("pipeline_tag"_L1).toString();
    info.library = json->value("library_name"_L1).toString();
    info.sdk = json->value("sdk"_L1).toString();
    info.tags = json::textsOf(json->value("tags"_L1));
    info.license = taggedValue(info.tags, "license:"_L1);
    info.lastModified = json::timeOf(json->value("lastModified"_L1));
    return info;
}
