// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <optional>
#include <vector>

namespace localhub {

/// Somebody who may sign in with a token.
struct User {
    QByteArray name;
    QByteArray token;
    bool mayWrite = true;  ///< With this token.
    QByteArrayList organizations = {};

    /// Whether what belongs to \a owner is this user's, or of an organization of this user.
    bool owns(const QByteArray &owner) const { return owner == name || organizations.contains(owner); }

    /// "NAME:TOKEN[:write|read[:ORG,ORG…]]", as the command line has it.
    static std::optional<User> parse(const QByteArray &text);
};

/// All who may sign in.
class Users
{
public:
    explicit Users(std::vector<User> users) : m_users(std::move(users)) {}

    const User *byToken(const QByteArray &token) const;

private:
    std::vector<User> m_users;
};

}  // namespace localhub
