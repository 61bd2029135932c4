// SPDX-License-Identifier: Apache-2.0
#include "accounts/secret.h"

#include "hub/deviceauth.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

QByteArray Secret::toEntry() const
{
    QJsonObject json{{u"token"_s, QString::fromLatin1(token)}};
    if (!refreshToken.isEmpty())
        json.insert(u"refreshToken"_s, QString::fromLatin1(refreshToken));
    if (expires.isValid())
        json.insert(u"expires"_s, expires.toSecsSinceEpoch());
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

std::optional<Secret> Secret::of(const QByteArray &entry)
{
    const QJsonObject json = QJsonDocument::fromJson(entry).object();
    Secret secret{json["token"_L1].toString().toLatin1(), json["refreshToken"_L1].toString().toLatin1()};
    if (json["expires"_L1].isDouble())
        secret.expires = QDateTime::fromSecsSinceEpoch(json["expires"_L1].toInteger(), QTimeZone::utc());
    const bool fitsHeader = std::ranges::all_of(secret.token, [](char c) { return c > ' ' && c < 0x7f; });
    return secret.token.isEmpty() || !fitsHeader ? std::nullopt : std::optional(secret);
}

Secret Secret::granted(const TokenGrant &grant, const QDateTime &now, const QByteArray &refreshToken)
{
    return {grant.token, grant.refreshToken.isEmpty() ? refreshToken : grant.refreshToken,
            grant.lifetime ? now.addSecs(grant.lifetime->count()) : QDateTime()};
}
