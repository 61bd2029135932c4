// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/api/token.h"
#include "localhub/api/users.h"

#include <QHash>
#include <QMutex>

#include <deque>
#include <memory>
#include <vector>

namespace localhub {

/// All who may sign in, and their tokens.
///
/// May be used from several threads. Users stay as long as it does; tokens come and go.
class Accounts
{
public:
    /// What is signed in: both set, or both not.
    struct SignIn {
        const User *user = nullptr;
        std::shared_ptr<const Token> token = {};
    };

    Accounts(const std::vector<User> &users, const std::vector<Token> &tokens);

    /// Of the user \a name; null where nobody is called that.
    const User *user(const QByteArray &name) const;
    /// Nothing where \a secret is no token, or is none any more.
    SignIn byToken(const QByteArray &secret) const;

    /// Lets somebody sign in with \a token, too. Of very many given out this way the oldest ends.
    void issue(Token token);
    /// Nobody signs in with \a secret any more.
    void revoke(const QByteArray &secret);

private:
    User &userFor(const QByteArray &name);
    void insert(Token token);

    QHash<QByteArray, std::shared_ptr<User>> m_users;  // Never changed after construction.
    mutable QMutex m_mutex;                            // Over all that follows.
    QHash<QByteArray, std::shared_ptr<const Token>> m_tokens;
    std::deque<QByteArray> m_issued;
};

}  // namespace localhub
