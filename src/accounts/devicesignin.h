// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/giventoken.h"
#include "accounts/secret.h"
#include "core/job.h"
#include "hub/deviceauth.h"

#include <QDeadlineTimer>
#include <QTimer>

#include <memory>

class HubClient;
class QNetworkAccessManager;

/// Signs somebody in who says so in a browser: gets a code, and asks the Hub until somebody typed it there.
///
///   doStart → codeReceived → wait ⇄ ask → finished
///
/// Where nobody answers it goes on asking, since the code counts all the same. Errors: Timeout (nobody typed it in
/// time), Forbidden (somebody said no), NotFound (this Hub has no such way), and those of any call.
class DeviceSignIn final : public Job
{
    Q_OBJECT

public:
    /// \a network outlives the job; \a clientId is what this product is registered as at that Hub.
    DeviceSignIn(QNetworkAccessManager *network, const QUrl &endpoint, QString clientId, QObject *parent = nullptr);
    ~DeviceSignIn() override;

    const DeviceCode &code() const { return m_code; }
    std::chrono::seconds timeLeft() const;  ///< For somebody to type the code.
    const Secret &secret() const { return m_secret; }

Q_SIGNALS:
    void codeReceived();

protected:
    void doStart() override;
    void doCancel() override;

private:
    void takeCode(const DeviceCode &code);
    void ask();
    void take(const Result<TokenGrant> &grant);

    QString m_clientId;
    GivenToken m_nobody;
    std::unique_ptr<HubClient> m_hub;
    DeviceCode m_code;
    std::chrono::seconds m_interval{5};
    QDeadlineTimer m_end;
    QTimer m_wait;
    Secret m_secret;
};
