// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/deviceflow.h"

#include <QRandomGenerator>

#include <algorithm>

namespace localhub {

namespace {

constexpr qsizetype kMostPending = 1000;
constexpr qsizetype kMostGrants = 10'000;

QByteArray randomText(const char *letters, int length)
{
    QByteArray text;
    const int count = int(qstrlen(letters));
    for (int i = 0; i < length; ++i)
        text += letters[QRandomGenerator::system()->bounded(count)];
    return text;
}

QByteArray secret()
{
    return randomText("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789", 40);
}

/// Without vowels, so that it is no word, and without what looks like something else.
QByteArray newUserCode()
{
    return randomText("CDFGHJKLMNPQRTVWX", 4) + '-' + randomText("23456789", 4);
}

/// \a code as it was given out, however somebody typed it.
QByteArray tidied(const QByteArray &code)
{
    QByteArray tidy;
    for (const char c : code.toUpper()) {
        if (c != '-' && c != ' ')
            tidy += c;
    }
    return tidy.size() == 8 ? tidy.first(4) + '-' + tidy.last(4) : QByteArray();
}

}  // namespace

std::optional<DeviceFlow::Codes> DeviceFlow::begin(const QByteArray &clientId, const QByteArrayList &scopes)
{
    const QMutexLocker locker(&m_mutex);
    forgetOld();
    if (m_pending.size() >= kMostPending)
        return {};
    Codes codes{secret(), newUserCode()};
    while (waiting(codes.user))
        codes.user = newUserCode();
    m_pending.insert(codes.device, {codes.user, clientId, scopes, Clock::now() + m_options.codeLifetime});
    return codes;
}

bool DeviceFlow::isWaiting(const QByteArray &userCode)
{
    const QMutexLocker locker(&m_mutex);
    return waiting(tidied(userCode)) != nullptr;
}

bool DeviceFlow::approve(const QByteArray &userCode, const Token &approver)
{
    const QMutexLocker locker(&m_mutex);
    Pending *pending = waiting(tidied(userCode));
    if (pending)
        pending->approver = approver;
    return pending != nullptr;
}

bool DeviceFlow::deny(const QByteArray &userCode)
{
    const QMutexLocker locker(&m_mutex);
    Pending *pending = waiting(tidied(userCode));
    if (pending)
        pending->isDenied = true;
    return pending != nullptr;
}

DeviceFlow::Answer DeviceFlow::poll(const QByteArray &clientId, const QByteArray &deviceCode)
{
    const QMutexLocker locker(&m_mutex);
    const auto found = m_pending.find(deviceCode);
    if (found == m_pending.end() || found->clientId != clientId)
        return {"invalid_grant"};
    const Clock::time_point now = Clock::now();
    if (now >= found->expires)
        return {"expired_token"};
    const bool isTooSoon = found->polled && now - *found->polled < m_options.interval;
    found->polled = now;
    if (isTooSoon)
        return {"slow_down"};
    if (found->isDenied)
        return {"access_denied"};
    if (!found->approver)
        return {"authorization_pending"};
    const Pending pending = *found;
    m_pending.erase(found);
    return issued({pending.clientId, pending.scopes, *pending.approver});
}

DeviceFlow::Answer DeviceFlow::refresh(const QByteArray &clientId, const QByteArray &refreshToken)
{
    const QMutexLocker locker(&m_mutex);
    const auto found = m_grants.find(refreshToken);
    if (found == m_grants.end() || found->clientId != clientId)
        return {"invalid_grant"};
    const Grant grant = *found;
    m_grants.erase(found);
    std::erase(m_grantsInOrder, refreshToken);
    return issued(grant);
}

void DeviceFlow::revoke(const QByteArray &secret)
{
    const QMutexLocker locker(&m_mutex);
    m_accounts.revoke(secret);
    m_grants.removeIf([&](const auto &grant) { return grant->access == secret; });
    std::erase_if(m_grantsInOrder, [this](const QByteArray &token) { return !m_grants.contains(token); });
}

/// What waits under \a userCode, and was not decided yet.
DeviceFlow::Pending *DeviceFlow::waiting(const QByteArray &userCode)
{
    const auto found = std::ranges::find(m_pending, userCode, &Pending::userCode);
    const bool isWaiting
        = found != m_pending.end() && !found->isDenied && !found->approver && Clock::now() < found->expires;
    return isWaiting ? &*found : nullptr;
}

void DeviceFlow::forgetOld()
{
    // One that expired is kept as long again, so that its device is told so.
    const Clock::time_point before = Clock::now() - m_options.codeLifetime;
    m_pending.removeIf([&](const auto &pending) { return pending->expires < before; });
}

DeviceFlow::Answer DeviceFlow::issued(Grant grant)
{
    const QDateTime now = QDateTime::currentDateTimeUtc();
    Token token = grant.approver;
    token.secret = "hf_oauth_" + secret();
    token.createdAt = now;
    token.expiresAt = now.addMSecs(m_options.tokenLifetime.count());
    token.isOAuth = true;
    token.oauthScopes = grant.scopes;
    grant.access = token.secret;
    const Tokens tokens{token.secret, secret(), grant.scopes};
    m_accounts.issue(std::move(token));
    m_grants.insert(tokens.refresh, grant);
    m_grantsInOrder.push_back(tokens.refresh);
    if (m_grants.size() > kMostGrants) {
        m_grants.remove(m_grantsInOrder.front());
        m_grantsInOrder.pop_front();
    }
    return {{}, tokens};
}

}  // namespace localhub
