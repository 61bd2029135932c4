// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>

#include <optional>

struct TokenGrant;

/// What the keychain keeps of an account, and nobody else.
struct Secret {
    QByteArray token;
    QByteArray refreshToken = {};  ///< Of a browser sign-in.
    QDateTime expires = {};        ///< Not valid where it does not, or nobody knows.

    /// One line of JSON.
    QByteArray toEntry() const;
    /// Nothing where \a entry holds no token, or one that cannot stand in a header.
    static std::optional<Secret> of(const QByteArray &entry);
    /// What \a grant, which must be one, gives from \a now on. Where it has no refresh token, \a refreshToken goes on
    /// counting.
    static Secret granted(const TokenGrant &grant, const QDateTime &now, const QByteArray &refreshToken = {});
};
