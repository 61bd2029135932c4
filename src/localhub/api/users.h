// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QByteArrayList>

#include <optional>

namespace localhub {

/// Somebody who may sign in with a token. One name may stand there several times: each adds a token and organizations.
struct User {
    QByteArray name;
    QByteArray token = {};  ///< Empty: none beside those that are made for this user elsewhere.
    bool mayWrite = true;   ///< With this token.
    QByteArrayList organizations = {};

    /// Whether what belongs to \a owner is this user's, or of an organization of this user.
    bool owns(const QByteArray &owner) const { return owner == name || organizations.contains(owner); }

    /// "NAME:TOKEN[:write|read[:ORG,ORG…]]", as the command line has it.
    static std::optional<User> parse(const QByteArray &text);
};

}  // namespace localhub
