// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/account.h"
#include "accounts/giventoken.h"
#include "accounts/secret.h"
#include "hub/deviceauth.h"

#include <QPointer>
#include <QTimer>

#include <chrono>
#include <memory>

class Accounts;
class HubClient;
class QNetworkAccessManager;

/// Gets a new token for who is chosen at a Hub and signed in there by a browser, a day before theirs ends, or when half
/// of what was left of it is over.
///
/// The Hub takes a refresh token once. So it is asked for only where the keychain can be read, and what another program
/// of ours got meanwhile is used. What goes wrong fails no request: the token goes on counting as long as it does.
///
///   wait → look into the keychain → ask the Hub → wait
///                                       ↓ "invalid_grant"
///                    a little later, look once more → trouble: sign in again
class TokenRefresh final : public QObject
{
    Q_OBJECT

public:
    struct Pauses {
        std::chrono::milliseconds least = std::chrono::minutes(1);    ///< However soon tokens end.
        std::chrono::milliseconds failure = std::chrono::minutes(5);  ///< Until the Hub is asked again.
        std::chrono::milliseconds locked = std::chrono::hours(1);     ///< The same: it may ask somebody for a password.
        std::chrono::milliseconds second = std::chrono::seconds(5);   ///< For another program of ours to write its own.
    };

    /// All of them outlive it. Where \a clientId is empty no token is refreshed.
    TokenRefresh(Accounts *accounts, QNetworkAccessManager *network, const QUrl &endpoint, QString clientId,
                 QObject *parent = nullptr);
    ~TokenRefresh() override;

    void setPauses(const Pauses &pauses) { m_pauses = pauses; }
    bool isBusy() const { return m_isBusy; }

Q_SIGNALS:
    void ended();  ///< It is not busy any more; the token may be another one.

private:
    void plan();
    void look();
    void onLooked(bool isThere);
    void ask();
    void take(const Result<TokenGrant> &grant);
    void lookOnceMore();
    void giveUp();
    void end(std::chrono::milliseconds pause);
    bool isOvertaken() const;

    Accounts *m_accounts;
    QUrl m_endpoint;
    QString m_clientId;
    GivenToken m_nobody;
    std::unique_ptr<HubClient> m_hub;
    Pauses m_pauses;
    QTimer m_timer;
    QByteArray m_seen;  ///< The token that m_due is for.
    QDateTime m_due;
    QDateTime m_notBefore;
    QByteArray m_refused;  ///< The refresh token that the Hub does not take any more.
    bool m_isBusy = false;
    Account m_account;  ///< While busy: for whom.
    Secret m_old;
};
