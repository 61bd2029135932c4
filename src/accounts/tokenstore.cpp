// SPDX-License-Identifier: Apache-2.0
#include "accounts/tokenstore.h"

#include "accounts/environmentcredentials.h"
#include "hub/url.h"

TokenStore::TokenStore(std::shared_ptr<const EnvironmentCredentials> environment)
    : m_environment(std::move(environment))
{
}

void TokenStore::put(const QUrl &endpoint, const QString &account, const QByteArray &token)
{
    const QWriteLocker locker(&m_lock);
    if (token.isEmpty())
        m_tokens.remove({hub::originOf(endpoint), account});
    else
        m_tokens.insert({hub::originOf(endpoint), account}, token);
}

void TokenStore::choose(const QUrl &endpoint, const QString &account)
{
    const QWriteLocker locker(&m_lock);
    m_chosen.insert(hub::originOf(endpoint), account);
}

bool TokenStore::hasChoice(const QUrl &endpoint) const
{
    const QReadLocker locker(&m_lock);
    return m_chosen.contains(hub::originOf(endpoint));
}

bool TokenStore::has(const QUrl &endpoint, const QString &account) const
{
    const QReadLocker locker(&m_lock);
    return m_tokens.contains({hub::originOf(endpoint), account});
}

TokenStore::Source TokenStore::source(const QUrl &endpoint, const QString &account) const
{
    return found(endpoint, account).source;
}

QByteArray TokenStore::token(const QUrl &endpoint, const QString &account) const
{
    return found(endpoint, account).token;
}

TokenStore::Found TokenStore::found(const QUrl &endpoint, const QString &account) const
{
    if (!hub::isConfidential(endpoint) || (m_environment && m_environment->forbidsImplicit()))
        return {Source::Nobody, {}};
    const QByteArray variable = m_environment && account.isEmpty() ? m_environment->variable(endpoint) : QByteArray();
    if (!variable.isEmpty())
        return {Source::Variable, variable};
    {
        const QReadLocker locker(&m_lock);
        const QString origin = hub::originOf(endpoint);
        const QString name = account.isEmpty() ? m_chosen.value(origin) : account;
        const QByteArray token = m_tokens.value({origin, name});
        // Somebody who signed in is never taken for somebody else: not while the keychain is locked either.
        if (!name.isEmpty())
            return {token.isEmpty() ? Source::Nobody : Source::Account, token};
    }
    const QByteArray file = m_environment ? m_environment->file(endpoint) : QByteArray();
    return {file.isEmpty() ? Source::Nobody : Source::File, file};
}
