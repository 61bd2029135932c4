// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/giventoken.h"
#include "core/job.h"
#include "hub/whoami.h"

#include <memory>

class HubClient;
class QNetworkAccessManager;

/// Asks a Hub whose a token is. It asks once: the Hub limits that hard.
///
/// Errors: Refused (this can be no token, or would be read on the way), Unauthorized (wrong, ended or revoked), and
/// those of any call.
class TokenCheck final : public Job
{
    Q_OBJECT

public:
    /// \a network outlives the job. \a token is taken as cleaned() leaves it.
    TokenCheck(QNetworkAccessManager *network, QUrl endpoint, const QByteArray &token, QObject *parent = nullptr);
    ~TokenCheck() override;

    const QByteArray &token() const { return m_token; }
    const Identity &identity() const { return m_identity; }

    /// As it was meant: without what was pasted around it.
    static QByteArray cleaned(const QString &pasted);

protected:
    void doStart() override;
    void doCancel() override;

private:
    QUrl m_endpoint;
    QByteArray m_token;
    GivenToken m_credentials;
    std::unique_ptr<HubClient> m_hub;
    Identity m_identity;
};
