// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/access.h"
#include "localhub/api/accountjson.h"
#include "localhub/api/paging.h"
#include "localhub/api/refusals.h"
#include "localhub/api/routes.h"

#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

QJsonArray arrayOf(const QByteArrayList &texts)
{
    QJsonArray array;
    for (const QByteArray &text : texts)
        array += QString::fromUtf8(text);
    return array;
}

QString roleName(Token::Role role)
{
    switch (role) {
    case Token::Role::Read: return u"read"_s;
    case Token::Role::Write: return u"write"_s;
    case Token::Role::FineGrained: return u"fineGrained"_s;
    }
    return {};
}

QJsonObject entityJson(const User &user, const TokenScope &scope)
{
    if (scope.repo)
        return {{u"_id"_s, repoObjectId(*scope.repo)},
                {u"type"_s, QString::fromLatin1(plural(scope.repo->type).chopped(1))},
                {u"name"_s, QString::fromLatin1(scope.repo->id())}};
    return {{u"_id"_s, accountId(scope.owner)},
            {u"type"_s, scope.owner == user.name ? u"user"_s : u"org"_s},
            {u"name"_s, QString::fromUtf8(scope.owner)}};
}

QJsonObject fineGrainedJson(const User &user, const Token &token)
{
    QJsonArray scoped;
    for (const TokenScope &scope : token.scopes)
        scoped += QJsonObject{{u"entity"_s, entityJson(user, scope)}, {u"permissions"_s, arrayOf(scope.permissions)}};
    return {{u"canReadGatedRepos"_s, token.readsGated}, {u"global"_s, arrayOf(token.global)}, {u"scoped"_s, scoped}};
}

QJsonObject authJson(const User &user, const Token &token)
{
    if (token.isOAuth)
        return {{u"type"_s, u"app_token_as_user"_s}, {u"expiresAt"_s, hubDate(token.expiresAt)}};
    QJsonObject json{{u"displayName"_s, token.displayName},
                     {u"role"_s, roleName(token.role)},
                     {u"createdAt"_s, hubDate(token.createdAt)}};
    if (token.expiresAt.isValid())
        json.insert(u"expiration"_s, hubDate(token.expiresAt));
    if (token.role == Token::Role::FineGrained)
        json.insert(u"fineGrained"_s, fineGrainedJson(user, token));
    return {{u"type"_s, u"access_token"_s}, {u"accessToken"_s, json}};
}

QJsonArray organizationsJson(const User &user)
{
    QJsonArray organizations;
    for (const QByteArray &organization : user.organizations) {
        const QString title = QString::fromUtf8(organization);
        organizations += QJsonObject{{u"type"_s, u"org"_s},
                                     {u"id"_s, accountId(organization)},
                                     {u"name"_s, title},
                                     {u"fullname"_s, title},
                                     {u"email"_s, QJsonValue::Null},
                                     {u"canPay"_s, false},
                                     {u"periodEnd"_s, QJsonValue::Null},
                                     {u"avatarUrl"_s, QString()}};
    }
    return organizations;
}

Response whoAmI(const User &user, const Token &token)
{
    const QString name = QString::fromUtf8(user.name);
    return jsonResponse(QJsonDocument(QJsonObject{{u"type"_s, u"user"_s},
                                                  {u"id"_s, accountId(user.name)},
                                                  {u"name"_s, name},
                                                  {u"fullname"_s, name},
                                                  {u"email"_s, emailOf(user.name)},
                                                  {u"emailVerified"_s, true},
                                                  {u"canPay"_s, false},
                                                  {u"periodEnd"_s, QJsonValue::Null},
                                                  {u"isPro"_s, false},
                                                  {u"billingMode"_s, u"prepaid"_s},
                                                  {u"avatarUrl"_s, QString()},
                                                  {u"orgs"_s, organizationsJson(user)},
                                                  {u"auth"_s, authJson(user, token)}}));
}

}  // namespace

void addAccountRoutes(Router &router, const Hub &hub)
{
    router.add("GET", "api/whoami-v2", [&hub](const Request &request, const RouteValues &) {
        const Caller caller = callerOf(hub, request);
        if (caller.isInvalid)
            return refusal::invalidCredentials();
        return caller.user ? whoAmI(*caller.user, *caller.token) : refusal::signInFirst();
    });
}

}  // namespace localhub
