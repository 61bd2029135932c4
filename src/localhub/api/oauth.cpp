// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/oauthpage.h"
#include "localhub/api/paging.h"
#include "localhub/api/routes.h"

#include <QJsonArray>
#include <QJsonObject>

#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

constexpr qsizetype kLargestForm = 16 << 10;
constexpr qsizetype kLongestClientId = 200;
constexpr char kDeviceGrant[] = "urn:ietf:params:oauth:grant-type:device_code";

Response noStore(Response response)
{
    return response.with("Cache-Control", "no-store");
}

/// The protocol has its own way to say no: always JSON with "error", whatever the status.
Response oauthError(const QByteArray &error, const QString &description = {}, int status = 400)
{
    QJsonObject json{{u"error"_s, QString::fromLatin1(error)}};
    if (!description.isEmpty())
        json.insert(u"error_description"_s, description);
    return noStore(jsonResponse(QJsonDocument(json), status));
}

/// The fields of a form, which is read like a query. Nothing where it is too long.
std::optional<Request> formOf(const Request &request)
{
    const auto body = request.body(kLargestForm);
    return body ? std::optional(Request{.query = parsedForm(*body)}) : std::nullopt;
}

QByteArrayList scopesOf(const Request &form)
{
    QByteArrayList scopes = form.value("scope").simplified().split(' ');
    scopes.removeAll(QByteArray());
    return scopes;
}

/// Whole seconds as such, parts of them only where a test asked for less.
QJsonValue secondsOf(std::chrono::milliseconds time)
{
    return double(time.count()) / 1000;
}

Response device(const Hub &hub, const Request &request)
{
    const auto form = formOf(request);
    const QByteArray client = form ? form->value("client_id") : QByteArray();
    if (client.isEmpty() || client.size() > kLongestClientId)
        return oauthError("invalid_request", u"A client_id is needed."_s);
    const auto codes = hub.deviceFlow->begin(client, scopesOf(*form));
    if (!codes)
        return oauthError("temporarily_unavailable", u"Too many devices wait already."_s, 503);
    const OAuthOptions &options = hub.deviceFlow->options();
    const QString page = QString::fromUtf8(hubAddress(request) + "/oauth/device");
    const QString userCode = QString::fromLatin1(codes->user);
    return noStore(jsonResponse(
        QJsonDocument(QJsonObject{{u"device_code"_s, QString::fromLatin1(codes->device)},
                                  {u"user_code"_s, userCode},
                                  {u"verification_uri"_s, page},
                                  {u"verification_uri_complete"_s, QString(page + "?user_code="_L1 + userCode)},
                                  {u"interval"_s, secondsOf(options.interval)},
                                  {u"expires_in"_s, secondsOf(options.codeLifetime)}})));
}

Response tokensResponse(const Hub &hub, const DeviceFlow::Answer &answer)
{
    if (!answer.error.isEmpty())
        return oauthError(answer.error);
    // Whole seconds, never more than there are.
    const double lifetime = std::floor(double(hub.deviceFlow->options().tokenLifetime.count()) / 1000);
    return noStore(
        jsonResponse(QJsonDocument(QJsonObject{{u"access_token"_s, QString::fromLatin1(answer.tokens.access)},
                                               {u"token_type"_s, u"bearer"_s},
                                               {u"expires_in"_s, lifetime},
                                               {u"refresh_token"_s, QString::fromLatin1(answer.tokens.refresh)},
                                               {u"scope"_s, QString::fromUtf8(answer.tokens.scopes.join(' '))}})));
}

Response token(const Hub &hub, const Request &request)
{
    const auto form = formOf(request);
    if (!form)
        return oauthError("invalid_request", u"The form is too long."_s);
    const QByteArray grant = form->value("grant_type");
    const QByteArray client = form->value("client_id");
    if (grant.isEmpty())
        return oauthError("invalid_request", u"A grant_type is needed."_s);
    if (grant == kDeviceGrant)
        return tokensResponse(hub, hub.deviceFlow->poll(client, form->value("device_code")));
    if (grant == "refresh_token")
        return tokensResponse(hub, hub.deviceFlow->refresh(client, form->value("refresh_token")));
    return oauthError("unsupported_grant_type");
}

Response confirm(const Hub &hub, const Request &request)
{
    const auto form = formOf(request);
    const QByteArray code = form ? form->value("user_code") : QByteArray();
    const QByteArray decision = form ? form->value("decision") : QByteArray();
    if (decision != "approve" && decision != "deny")
        return deviceCodePage(code, u"Nothing was decided."_s, 400);
    const Accounts::SignIn signIn = hub.accounts->byToken(form->value("token").trimmed());
    // Who was let in by a person lets nobody else in.
    if (!signIn.user || signIn.token->isOAuth)
        return deviceCodePage(code, u"That is no token of anybody here, or it expired."_s, 403);
    const bool isDone
        = decision == "approve" ? hub.deviceFlow->approve(code, *signIn.token) : hub.deviceFlow->deny(code);
    if (!isDone)
        return deviceCodePage({}, u"No device waits with this code: it is mistyped, used or expired."_s, 404);
    return decisionPage(decision == "approve" ? u"The device is signed in as %1. This page can be closed."_s.arg(
                            QString::fromUtf8(signIn.user->name))
                                              : u"The device was not signed in. This page can be closed."_s);
}

Response configuration(const Request &request)
{
    const QString hub = QString::fromUtf8(hubAddress(request));
    const QJsonArray grants{QString::fromLatin1(kDeviceGrant), u"refresh_token"_s};
    const QJsonArray scopes{u"openid"_s,      u"profile"_s,          u"email"_s,       u"read-repos"_s,
                            u"gated-repos"_s, u"contribute-repos"_s, u"write-repos"_s, u"manage-repos"_s};
    return jsonResponse(
        QJsonDocument(QJsonObject{{u"issuer"_s, hub},
                                  {u"device_authorization_endpoint"_s, QString(hub + "/oauth/device"_L1)},
                                  {u"token_endpoint"_s, QString(hub + "/oauth/token"_L1)},
                                  {u"token_endpoint_auth_methods_supported"_s, QJsonArray{u"none"_s}},
                                  {u"grant_types_supported"_s, grants},
                                  {u"response_types_supported"_s, QJsonArray()},
                                  {u"scopes_supported"_s, scopes}}));
}

/// For tokens that became known to others. Says the same of all, so that nobody learns which ones there are.
Response revoke(const Hub &hub, const Request &request)
{
    const QJsonObject json = QJsonDocument::fromJson(request.body(kLargestForm).value_or(QByteArray())).object();
    for (const QJsonValue secret : json["credentials"_L1].toArray())
        hub.deviceFlow->revoke(secret.toString().toUtf8());
    return textResponse("Accepted", 202);
}

}  // namespace

void addOAuthRoutes(Router &router, const Hub &hub)
{
    router.add("POST", "oauth/device",
               [&hub](const Request &request, const RouteValues &) { return device(hub, request); });
    router.add("POST", "oauth/token",
               [&hub](const Request &request, const RouteValues &) { return token(hub, request); });
    router.add("GET", "oauth/device",
               [](const Request &request, const RouteValues &) { return deviceCodePage(request.value("user_code")); });
    router.add("POST", "oauth/device/confirm",
               [&hub](const Request &request, const RouteValues &) { return confirm(hub, request); });
    router.add("GET", ".well-known/openid-configuration",
               [](const Request &request, const RouteValues &) { return configuration(request); });
    router.add("POST", "api/credentials/revoke",
               [&hub](const Request &request, const RouteValues &) { return revoke(hub, request); });
}

}  // namespace localhub
