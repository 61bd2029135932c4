// SPDX-License-Identifier: Apache-2.0
#include "localhub/store/repoinfo.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

static QStringList strings(const QJsonValue &array)
{
    QStringList list;
    for (const QJsonValue value : array.toArray())
        list += value.toString();
    return list;
}

static QJsonArray arrayOf(const AccessRequests &requests)
{
    QJsonArray array;
    for (const AccessRequest &request : requests.all())
        array += request.toJson();
    return array;
}

/// What \a json says of requests, and all whom it says to be admitted, of whom older ones say nothing else.
static AccessRequests requestsOf(const QJsonObject &json, const QDateTime &createdAt)
{
    AccessRequests requests;
    for (const QString &user : strings(json["admitted"_L1])) {
        requests.put({.user = user,
                      .status = AccessRequest::Status::Accepted,
                      .askedAt = createdAt,
                      .reviewedAt = createdAt,
                      .isGranted = true});
    }
    for (const QJsonValue value : json["requests"_L1].toArray()) {
        if (const auto request = AccessRequest::fromJson(value.toObject()))
            requests.put(*request);
    }
    return requests;
}

QJsonObject RepoInfo::toJson() const
{
    return {{u"private"_s, isPrivate},
            {u"gate"_s, int(gate)},
            {u"admitted"_s, QJsonArray::fromStringList(admitted)},
            {u"requests"_s, arrayOf(requests)},
            {u"createdAt"_s, createdAt.toUTC().toString(Qt::ISODateWithMs)},
            {u"tags"_s, QJsonArray::fromStringList(tags)},
            {u"pipelineTag"_s, pipelineTag},
            {u"libraryName"_s, libraryName},
            {u"sdk"_s, sdk},
            {u"likes"_s, likes},
            {u"downloads"_s, downloads},
            {u"downloadsAllTime"_s, downloadsAllTime},
            {u"trendingScore"_s, trendingScore},
            {u"cardData"_s, cardData},
            {u"fields"_s, fields}};
}

RepoInfo RepoInfo::fromJson(const QJsonObject &json)
{
    const QDateTime createdAt = QDateTime::fromString(json["createdAt"_L1].toString(), Qt::ISODateWithMs).toUTC();
    return {.isPrivate = json["private"_L1].toBool(),
            .gate = Gate(qBound(0, json["gate"_L1].toInt(), int(Gate::Manual))),
            .requests = requestsOf(json, createdAt),
            .createdAt = createdAt,
            .tags = strings(json["tags"_L1]),
            .pipelineTag = json["pipelineTag"_L1].toString(),
            .libraryName = json["libraryName"_L1].toString(),
            .sdk = json["sdk"_L1].toString(),
            .likes = json["likes"_L1].toInteger(),
            .downloads = json["downloads"_L1].toInteger(),
            .downloadsAllTime = json["downloadsAllTime"_L1].toInteger(),
            .trendingScore = json["trendingScore"_L1].toDouble(),
            .cardData = json["cardData"_L1].toObject(),
            .fields = json["fields"_L1].toObject()};
}

}  // namespace localhub
