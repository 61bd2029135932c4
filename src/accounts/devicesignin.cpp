// SPDX-License-Identifier: Apache-2.0
#include "accounts/devicesignin.h"

#include "hub/hubclient.h"

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr auto kSlowDown = 5s;  // By the standard.
constexpr auto kLongestInterval = 60s;
constexpr auto kLongestLife = 3600s;
}  // namespace

DeviceSignIn::DeviceSignIn(QNetworkAccessManager *network, const QUrl &endpoint, QString clientId, QObject *parent)
    : Job(parent),
      m_clientId(std::move(clientId)),
      m_hub(std::make_unique<HubClient>(network, endpoint, QString(), &m_nobody))
{
    m_wait.setSingleShot(true);
    connect(&m_wait, &QTimer::timeout, this, &DeviceSignIn::ask);
}

DeviceSignIn::~DeviceSignIn() = default;

std::chrono::seconds DeviceSignIn::timeLeft() const
{
    return std::chrono::ceil<std::chrono::seconds>(m_end.remainingTimeAsDuration());
}

void DeviceSignIn::doStart()
{
    m_hub->send(hub::deviceCode(m_clientId), this, [this](const Result<DeviceCode> &code) {
        if (state() != State::Running)
            return;
        if (code)
            takeCode(*code);
        else
            finish(code.error());
    });
}

void DeviceSignIn::doCancel()
{
    m_wait.stop();
}

void DeviceSignIn::takeCode(const DeviceCode &code)
{
    m_code = code;
    m_interval = std::clamp<std::chrono::seconds>(code.interval, 1s, kLongestInterval);
    m_end.setRemainingTime(std::min<std::chrono::seconds>(code.lifetime, kLongestLife));
    m_wait.start(m_interval);
    Q_EMIT codeReceived();
}

void DeviceSignIn::ask()
{
    if (m_end.hasExpired())
        return finish(Error{Error::Kind::Timeout, tr("The code has ended before it was entered.")});
    m_hub->send(hub::deviceGrant(m_clientId, m_code.secret), this,
                [this](const Result<TokenGrant> &grant) { take(grant); });
}

void DeviceSignIn::take(const Result<TokenGrant> &grant)
{
    if (state() != State::Running)
        return;
    if (grant && !grant->token.isEmpty()) {
        m_secret = Secret::granted(*grant, QDateTime::currentDateTimeUtc());
        return finish();
    }
    const QString refusal = grant ? grant->refusal : QString();
    if (refusal == "access_denied"_L1)
        return finish(Error{Error::Kind::Forbidden, tr("The sign-in was refused in the browser.")});
    if (refusal == "expired_token"_L1)
        return finish(Error{Error::Kind::Timeout, tr("The code has ended before it was entered.")});
    if (refusal == "slow_down"_L1)
        m_interval = std::min<std::chrono::seconds>(m_interval + kSlowDown, kLongestInterval);
    else if (grant && refusal != "authorization_pending"_L1)
        return finish(Error{Error::Kind::BadReply, tr("The Hub does not sign this program in."),
                            grant->reason.isEmpty() ? refusal : grant->reason});
    m_wait.start(m_interval);  // A Hub that did not answer may do so the next time.
}
