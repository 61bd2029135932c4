// SPDX-License-Identifier: Apache-2.0
#include "hub/whoami.h"

#include "core/plaintext.h"
#include "hub/json.h"

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestName = 200;
constexpr qsizetype kMostOrganisations = 1000;

QString nameOf(const QJsonValue &value)
{
    return core::visible(value.toString().left(kLongestName));
}

QList<TokenScope> scopesOf(const QJsonValue &scoped)
{
    QList<TokenScope> scopes;
    for (const QJsonValue scope : scoped.toArray()) {
        const QString entity = nameOf(scope["entity"_L1]["name"_L1]);
        if (!entity.isEmpty())
            scopes << TokenScope{entity, hub::json::textsOf(scope["permissions"_L1])};
    }
    return scopes;
}

/// What a token says of itself; browser sign-ins have none of this.
void readToken(Identity &identity, const QJsonValue &token)
{
    identity.tokenName = nameOf(token["displayName"_L1]);
    identity.tokenRole = nameOf(token["role"_L1]);
    for (const QLatin1StringView key : {"expiration"_L1, "expiresAt"_L1}) {
        if (const QDateTime expires = hub::json::timeOf(token[key]); expires.isValid())
            identity.tokenExpires = expires;
    }
    const QJsonValue fine = token["fineGrained"_L1];
    if (!fine.isObject())
        return;
    identity.readsGated = fine["canReadGatedRepos"_L1].toBool();
    identity.scopes = scopesOf(fine["scoped"_L1]);
}

}  // namespace

ApiCall<Identity> hub::whoami()
{
    return {"GET", {u"api"_s, u"whoami-v2"_s}, {}, {}, &parseIdentity};
}

Result<Identity> hub::parseIdentity(const Reply &reply)
{
    const auto json = json::objectOf(reply);
    if (!json)
        return json.error();

    Identity identity;
    identity.name = nameOf(json->value("name"_L1));
    identity.fullName = nameOf(json->value("fullname"_L1));
    if (identity.name.isEmpty())
        return json::badReply(u"the account has no name"_s);
    for (const QJsonValue organisation : json->value("orgs"_L1).toArray()) {
        const QString name = nameOf(organisation["name"_L1]);
        if (!name.isEmpty() && identity.organisations.size() < kMostOrganisations)
            identity.organisations << name;
    }
    readToken(identity, json->value("auth"_L1)["accessToken"_L1]);
    return identity;
}
