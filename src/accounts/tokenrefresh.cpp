// SPDX-License-Identifier: Apache-2.0
#include "accounts/tokenrefresh.h"

#include "accounts/accounts.h"
#include "hub/hubclient.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {
constexpr std::chrono::milliseconds kMargin = 24h;
constexpr std::chrono::milliseconds kLongestWait = 10min;  // Timers stand still while the computer sleeps; tokens end.
}  // namespace

TokenRefresh::TokenRefresh(Accounts *accounts, QNetworkAccessManager *network, const QUrl &endpoint, QString clientId,
                           QObject *parent)
    : QObject(parent),
      m_accounts(accounts),
      m_endpoint(endpoint),
      m_clientId(std::move(clientId)),
      m_hub(std::make_unique<HubClient>(network, endpoint, QString(), &m_nobody))
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &TokenRefresh::plan);
    connect(accounts, &Accounts::changed, this, &TokenRefresh::plan);
    plan();
}

TokenRefresh::~TokenRefresh() = default;

void TokenRefresh::plan()
{
    if (m_isBusy)
        return;
    m_timer.stop();
    const auto account = m_accounts->chosen(m_endpoint);
    const auto secret = account ? m_accounts->secret(*account) : std::nullopt;
    if (m_clientId.isEmpty() || !secret || secret->refreshToken.isEmpty() || !secret->expires.isValid()
        || secret->refreshToken == m_refused)
        return;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    if (m_seen != secret->token) {
        const qint64 left = now.msecsTo(secret->expires);
        m_seen = secret->token;
        m_due = secret->expires.addMSecs(-std::clamp<qint64>(left / 2, 0, kMargin.count()));
    }
    const QDateTime due = m_notBefore.isValid() ? qMax(m_due, m_notBefore) : m_due;
    if (const qint64 wait = now.msecsTo(due); wait > 0)
        return m_timer.start(std::chrono::milliseconds(qMin<qint64>(wait, kLongestWait.count())));
    m_account = *account;
    m_old = *secret;
    m_isBusy = true;
    look();
}

/// Whether somebody else got another token meanwhile, or signed out.
bool TokenRefresh::isOvertaken() const
{
    const auto secret = m_accounts->secret(m_account);
    return !secret || secret->refreshToken != m_old.refreshToken;
}

void TokenRefresh::look()
{
    if (m_account.isKept)
        m_accounts->readAgain(m_account, this, [this](bool isThere) { onLooked(isThere); });
    else
        ask();
}

void TokenRefresh::onLooked(bool isThere)
{
    if (isOvertaken())
        return end(0ms);
    if (!isThere)
        return end(m_pauses.locked);  // The new refresh token could not be kept, and the old one counts once.
    ask();
}

void TokenRefresh::ask()
{
    m_hub->send(hub::refreshGrant(m_clientId, m_old.refreshToken), this,
                [this](const Result<TokenGrant> &grant) { take(grant); });
}

void TokenRefresh::take(const Result<TokenGrant> &grant)
{
    if (isOvertaken())
        return end(0ms);
    if (grant && !grant->token.isEmpty()) {
        m_accounts->renew(m_account, Secret::granted(*grant, QDateTime::currentDateTimeUtc(), m_old.refreshToken));
        return end(m_pauses.least);
    }
    if (!grant || grant->refusal != "invalid_grant"_L1)
        return end(m_pauses.failure);
    if (m_account.isKept)
        QTimer::singleShot(m_pauses.second, this, &TokenRefresh::lookOnceMore);
    else
        giveUp();
}

/// Another program of ours may have been faster, and only now have written what it got.
void TokenRefresh::lookOnceMore()
{
    m_accounts->readAgain(m_account, this, [this](bool) { giveUp(); });
}

void TokenRefresh::giveUp()
{
    if (isOvertaken())
        return end(0ms);
    m_refused = m_old.refreshToken;
    m_accounts->setTrouble(m_account,
                           {Error::Kind::Unauthorized,
                            tr("The browser sign-in of %1 has come to its end. Sign in again.").arg(m_account.name())});
    end(0ms);
}

void TokenRefresh::end(std::chrono::milliseconds pause)
{
    m_isBusy = false;
    m_old = {};
    m_notBefore = QDateTime::currentDateTimeUtc().addMSecs(pause.count());
    plan();
    if (!m_isBusy)
        Q_EMIT ended();
}
