// SPDX-License-Identifier: Apache-2.0
#include "hub/json.h"

#include <QCoreApplication>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

Error hub::json::badReply(const QString &detail)
{
    return {Error::Kind::BadReply, QCoreApplication::translate("hub", "The Hub's answer cannot be understood."),
            detail};
}

Result<QJsonObject> hub::json::objectOf(const Reply &reply)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(reply.body, &error);
    if (!document.isObject())
        return badReply(error.error == QJsonParseError::NoError ? u"no JSON object"_s : error.errorString());
    return document.object();
}

Result<QJsonArray> hub::json::arrayOf(const Reply &reply)
{
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(reply.body, &error);
    if (!document.isArray())
        return badReply(error.error == QJsonParseError::NoError ? u"no JSON array"_s : error.errorString());
    return document.array();
}

qint64 hub::json::countOf(const QJsonObject &json, QLatin1StringView key)
{
    return std::max<qint64>(-1, json.value(key).toInteger(-1));
}

QStringList hub::json::textsOf(const QJsonValue &list)
{
    QStringList texts;
    for (const QJsonValue item : list.toArray()) {
        if (item.isString())
            texts << item.toString();
    }
    return texts;
}

QDateTime hub::json::timeOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODateWithMs);
}
