// SPDX-License-Identifier: Apache-2.0
#include "hub/deviceauth.h"

#include "core/plaintext.h"
#include "hub/form.h"
#include "hub/json.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// Whether \a text can stand in a header or a form as it is.
bool isWord(const QString &text)
{
    return !text.isEmpty() && text.size() <= 8192
        && std::ranges::all_of(text, [](QChar c) { return c > u' ' && c < QChar(0x7f); });
}

std::chrono::seconds secondsOf(const QJsonValue &value, std::chrono::seconds otherwise)
{
    const double seconds = value.toDouble(-1);
    return seconds >= 1 && seconds <= 1e9 ? std::chrono::seconds(qint64(seconds)) : otherwise;
}

ApiCall<TokenGrant> tokenCall(const hub::Query &fields)
{
    return {.verb = "POST",
            .segments = {u"oauth"_s, u"token"_s},
            .query = {},
            .body = hub::formOf(fields),
            .parse = &hub::parseTokenGrant,
            .contentType = hub::kFormType,
            .readsRefusals = true};
}

}  // namespace

ApiCall<DeviceCode> hub::deviceCode(const QString &clientId)
{
    return {.verb = "POST",
            .segments = {u"oauth"_s, u"device"_s},
            .query = {},
            .body = hub::formOf({{u"client_id"_s, clientId}}),
            .parse = &parseDeviceCode,
            .contentType = kFormType};
}

ApiCall<TokenGrant> hub::deviceGrant(const QString &clientId, const QByteArray &secret)
{
    return tokenCall({{u"grant_type"_s, u"urn:ietf:params:oauth:grant-type:device_code"_s},
                      {u"device_code"_s, QString::fromLatin1(secret)},
                      {u"client_id"_s, clientId}});
}

ApiCall<TokenGrant> hub::refreshGrant(const QString &clientId, const QByteArray &refreshToken)
{
    return tokenCall({{u"grant_type"_s, u"refresh_token"_s},
                      {u"refresh_token"_s, QString::fromLatin1(refreshToken)},
                      {u"client_id"_s, clientId}});
}

Result<DeviceCode> hub::parseDeviceCode(const Reply &reply)
{
    const auto json = json::objectOf(reply);
    if (!json)
        return json.error();
    const QString secret = json->value("device_code"_L1).toString();
    const QString code = json->value("user_code"_L1).toString();
    const QUrl page(json->value("verification_uri"_L1).toString(), QUrl::StrictMode);
    const QUrl filled(json->value("verification_uri_complete"_L1).toString(), QUrl::StrictMode);
    if (!isWord(secret) || code.isEmpty() || code.size() > 40 || !page.isValid() || page.host().isEmpty())
        return json::badReply(u"this begins no sign-in"_s);
    return DeviceCode{secret.toLatin1(),
                      core::visible(code),
                      page,
                      filled.isValid() && hub::isSameOrigin(filled, page) ? filled : page,
                      secondsOf(json->value("interval"_L1), 5s),
                      secondsOf(json->value("expires_in"_L1), 900s)};
}

Result<TokenGrant> hub::parseTokenGrant(const Reply &reply)
{
    const auto json = json::objectOf(reply);
    if (!json)
        return json.error();
    TokenGrant grant;
    const QString token = json->value("access_token"_L1).toString();
    const QString refreshToken = json->value("refresh_token"_L1).toString();
    if (reply.status < 300 && isWord(token)) {
        grant.token = token.toLatin1();
        grant.refreshToken = isWord(refreshToken) ? refreshToken.toLatin1() : QByteArray();
        if (const auto lifetime = secondsOf(json->value("expires_in"_L1), 0s); lifetime > 0s)
            grant.lifetime = lifetime;
        return grant;
    }
    grant.refusal = core::visible(json->value("error"_L1).toString().left(100));
    grant.reason = core::visible(json->value("error_description"_L1).toString().left(300));
    if (grant.refusal.isEmpty())
        return json::badReply(u"neither a token nor a reason"_s);
    return grant;
}
