// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/api/accounts.h"

#include <chrono>

namespace localhub {

/// How signing in by a browser goes.
struct OAuthOptions {
    std::chrono::milliseconds interval{5000};  ///< Who asks sooner whether it is done is told to slow down.
    std::chrono::milliseconds codeLifetime{900'000};
    std::chrono::milliseconds tokenLifetime{2'592'000'000};  ///< Of access tokens: 30 days.
};

/// A device shows a short code; somebody approves it elsewhere; the device gets a token (RFC 8628), and a newer one for
/// it before it expires.
///
/// May be used from several threads. Codes and what refreshes tokens are kept in memory alone.
class DeviceFlow
{
public:
    /// What a device is told when it begins.
    struct Codes {
        QByteArray device;
        QByteArray user;  ///< "BCDF-2345"
    };
    struct Tokens {
        QByteArray access;
        QByteArray refresh;
        QByteArrayList scopes;
    };
    /// The error's names are those of the protocol: "authorization_pending".
    struct Answer {
        QByteArray error = {};
        Tokens tokens = {};
    };

    /// \a accounts must outlive it.
    DeviceFlow(const OAuthOptions &options, Accounts &accounts) : m_options(options), m_accounts(accounts) {}

    const OAuthOptions &options() const { return m_options; }

    /// Nothing where too many wait already.
    std::optional<Codes> begin(const QByteArray &clientId, const QByteArrayList &scopes);
    /// Whether somebody can still decide over \a userCode.
    bool isWaiting(const QByteArray &userCode);
    /// False where nothing waits under \a userCode. Whoever gets tokens gets no more than \a approver allows.
    bool approve(const QByteArray &userCode, const Token &approver);
    bool deny(const QByteArray &userCode);

    Answer poll(const QByteArray &clientId, const QByteArray &deviceCode);
    Answer refresh(const QByteArray &clientId, const QByteArray &refreshToken);
    /// Ends the access token \a secret, and what would refresh it.
    void revoke(const QByteArray &secret);

private:
    using Clock = std::chrono::steady_clock;

    struct Pending {
        QByteArray userCode;
        QByteArray clientId;
        QByteArrayList scopes;
        Clock::time_point expires;
        std::optional<Clock::time_point> polled = {};
        std::optional<Token> approver = {};
        bool isDenied = false;
    };
    struct Grant {
        QByteArray clientId;
        QByteArrayList scopes;
        Token approver;
        QByteArray access = {};  ///< The newest token that came of it.
    };

    Pending *waiting(const QByteArray &userCode);
    void forgetOld();
    Answer issued(Grant grant);

    const OAuthOptions m_options;
    Accounts &m_accounts;
    mutable QMutex m_mutex;                // Over all that follows.
    QHash<QByteArray, Pending> m_pending;  // By device code.
    QHash<QByteArray, Grant> m_grants;     // By refresh token.
    std::deque<QByteArray> m_grantsInOrder;
};

}  // namespace localhub
