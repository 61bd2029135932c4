// SPDX-License-Identifier: Apache-2.0
#include "accounts/account.h"

#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace {

QJsonArray jsonOf(const QList<TokenScope> &scopes)
{
    QJsonArray array;
    for (const TokenScope &scope : scopes)
        array.append(QJsonObject{{u"entity"_s, scope.entity},
                                 {u"permissions"_s, QJsonArray::fromStringList(scope.permissions)}});
    return array;
}

QStringList textsOf(const QJsonValue &array)
{
    QStringList texts;
    for (const QJsonValue text : array.toArray())
        texts << text.toString();
    return texts;
}

QList<TokenScope> scopesOf(const QJsonValue &array)
{
    QList<TokenScope> scopes;
    for (const QJsonValue scope : array.toArray())
        scopes << TokenScope{scope["entity"_L1].toString(), textsOf(scope["permissions"_L1])};
    return scopes;
}

}  // namespace

QString Account::key() const
{
    QUrl origin;
    origin.setScheme(endpoint.scheme());
    origin.setHost(endpoint.host());
    if (endpoint.port() != (endpoint.scheme() == "https"_L1 ? 443 : 80))
        origin.setPort(endpoint.port());
    return name() + u'@' + origin.toString();
}

bool Account::isAt(const QUrl &hub) const
{
    return hub::isSameOrigin(endpoint, hub);
}

QJsonObject Account::toJson() const
{
    return {{u"endpoint"_s, endpoint.toString(QUrl::RemoveUserInfo)},
            {u"name"_s, identity.name},
            {u"fullName"_s, identity.fullName},
            {u"organisations"_s, QJsonArray::fromStringList(identity.organisations)},
            {u"tokenName"_s, identity.tokenName},
            {u"tokenRole"_s, identity.tokenRole},
            {u"tokenExpires"_s, identity.tokenExpires.toString(Qt::ISODate)},
            {u"scopes"_s, jsonOf(identity.scopes)},
            {u"readsGated"_s, identity.readsGated},
            {u"way"_s, way == Way::Browser ? u"browser"_s : u"token"_s}};
}

std::optional<Account> Account::of(const QJsonObject &json)
{
    Account account;
    account.endpoint = QUrl(json["endpoint"_L1].toString(), QUrl::StrictMode);
    account.identity = {.name = json["name"_L1].toString(),
                        .fullName = json["fullName"_L1].toString(),
                        .organisations = textsOf(json["organisations"_L1]),
                        .tokenName = json["tokenName"_L1].toString(),
                        .tokenRole = json["tokenRole"_L1].toString(),
                        .tokenExpires = QDateTime::fromString(json["tokenExpires"_L1].toString(), Qt::ISODate),
                        .scopes = scopesOf(json["scopes"_L1]),
                        .readsGated = json["readsGated"_L1].toBool(true)};
    account.way = json["way"_L1].toString() == "browser"_L1 ? Way::Browser : Way::Token;
    if (account.name().isEmpty() || account.endpoint.host().isEmpty())
        return {};
    return account;
}
