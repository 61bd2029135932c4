// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/apicall.h"

#include <chrono>

/// What somebody who signs in by the browser must see there, and what the program asks with meanwhile.
struct DeviceCode {
    QByteArray secret;                 ///< Names the sign-in in each question; never shown.
    QString code;                      ///< "ABCD-1234": to be typed by a person.
    QUrl page;                         ///< Where it is typed.
    QUrl filledPage;                   ///< The same with the code in it already; \a page where the Hub gives none.
    std::chrono::seconds interval{5};  ///< Between two questions at the least.
    std::chrono::seconds lifetime{900};
};

/// A token that the Hub gave by OAuth, or why it did not.
struct TokenGrant {
    QByteArray token;         ///< Empty: not granted.
    QByteArray refreshToken;  ///< Empty where the Hub gives none: the one before goes on counting.
    std::optional<std::chrono::seconds> lifetime = {};
    QString refusal = {};  ///< "authorization_pending", "slow_down", "access_denied", "expired_token", "invalid_grant"…
    QString reason = {};  ///< In the Hub's words; may be empty.
};

/// Signing in with a browser, by OAuth 2.0 Device Authorization Grant (RFC 8628). Nothing here has a token to send.
namespace hub {

/// POST /oauth/device. Errors: BadReply, and NotFound where the Hub knows no such way.
ApiCall<DeviceCode> deviceCode(const QString &clientId);

/// POST /oauth/token for what deviceCode() answered. A refusal is an answer: it says whether to ask again.
ApiCall<TokenGrant> deviceGrant(const QString &clientId, const QByteArray &secret);

/// POST /oauth/token for a token that ends soon.
ApiCall<TokenGrant> refreshGrant(const QString &clientId, const QByteArray &refreshToken);

Result<DeviceCode> parseDeviceCode(const Reply &reply);
Result<TokenGrant> parseTokenGrant(const Reply &reply);

}  // namespace hub
