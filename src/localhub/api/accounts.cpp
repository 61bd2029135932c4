// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/accounts.h"

#include <QTimeZone>

namespace localhub {

constexpr size_t kMostIssued = 10'000;

Accounts::Accounts(const std::vector<User> &users, const std::vector<Token> &tokens)
{
    for (const User &user : users) {
        User &known = userFor(user.name);
        known.organizations += user.organizations;
        if (!user.token.isEmpty())
            insert({user.token, user.name, user.mayWrite ? Token::Role::Write : Token::Role::Read});
    }
    for (const Token &token : tokens) {
        userFor(token.user);
        insert(token);
    }
}

const User *Accounts::user(const QByteArray &name) const
{
    return m_users.value(name).get();
}

Accounts::SignIn Accounts::byToken(const QByteArray &secret) const
{
    std::shared_ptr<const Token> token;
    {
        const QMutexLocker locker(&m_mutex);
        token = m_tokens.value(secret);
    }
    if (!token || token->isExpired(QDateTime::currentDateTimeUtc()))
        return {};
    return {user(token->user), token};
}

void Accounts::issue(Token token)
{
    const QMutexLocker locker(&m_mutex);
    m_issued.push_back(token.secret);
    insert(std::move(token));
    if (m_issued.size() <= kMostIssued)
        return;
    m_tokens.remove(m_issued.front());
    m_issued.pop_front();
}

void Accounts::revoke(const QByteArray &secret)
{
    const QMutexLocker locker(&m_mutex);
    m_tokens.remove(secret);
    std::erase(m_issued, secret);
}

User &Accounts::userFor(const QByteArray &name)
{
    auto &user = m_users[name];
    if (!user)
        user = std::make_shared<User>(User{name});
    return *user;
}

void Accounts::insert(Token token)
{
    if (!token.createdAt.isValid())
        token.createdAt = QDateTime({2024, 1, 1}, {0, 0}, QTimeZone::utc());
    const QByteArray secret = token.secret;
    m_tokens.insert(secret, std::make_shared<const Token>(std::move(token)));
}

}  // namespace localhub
