// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/access.h"
#include "localhub/api/refusals.h"
#include "localhub/api/routes.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

static QString accountId(const QByteArray &name)
{
    return QString::fromLatin1(QCryptographicHash::hash("account/" + name, QCryptographicHash::Sha1).toHex().first(24));
}

static Response whoAmI(const User &user)
{
    const QString name = QString::fromUtf8(user.name);
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
    const QJsonObject token{{u"displayName"_s, u"localhub"_s},
                            {u"role"_s, user.mayWrite ? u"write"_s : u"read"_s},
                            {u"createdAt"_s, u"2024-01-01T00:00:00.000Z"_s}};
    return jsonResponse(QJsonDocument(
        QJsonObject{{u"type"_s, u"user"_s},
                    {u"id"_s, accountId(user.name)},
                    {u"name"_s, name},
                    {u"fullname"_s, name},
                    {u"email"_s, QString(name + "@localhost"_L1)},
                    {u"emailVerified"_s, true},
                    {u"canPay"_s, false},
                    {u"periodEnd"_s, QJsonValue::Null},
                    {u"isPro"_s, false},
                    {u"billingMode"_s, u"prepaid"_s},
                    {u"avatarUrl"_s, QString()},
                    {u"orgs"_s, organizations},
                    {u"auth"_s, QJsonObject{{u"type"_s, u"access_token"_s}, {u"accessToken"_s, token}}}}));
}

void addAccountRoutes(Router &router, const Hub &hub)
{
    router.add("GET", "api/whoami-v2", [&hub](const Request &request, const RouteValues &) {
        const Caller caller = callerOf(hub, request);
        if (caller.isInvalid)
            return refusal::invalidCredentials();
        return caller.user ? whoAmI(*caller.user) : refusal::signInFirst();
    });
}

}  // namespace localhub
