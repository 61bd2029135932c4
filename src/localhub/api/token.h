// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/store/reponame.h"

#include <QByteArrayList>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>

namespace localhub {

inline constexpr char kReadContent[] = "repo.content.read";
inline constexpr char kWriteRepo[] = "repo.write";

/// Where a fine-grained token may do something: in all that a user or an organization has, or in one repository.
struct TokenScope {
    QByteArray owner;
    std::optional<RepoName> repo = {};  ///< Not set: all of that owner.
    QByteArrayList permissions = {};    ///< "repo.content.read", "repo.write"…

    bool covers(const RepoName &name) const { return repo ? *repo == name : owner == name.owner; }
};

/// What somebody signs in with, and what it is good for. It never allows more than its user may.
struct Token {
    enum class Role { Read, Write, FineGrained };

    QByteArray secret;  ///< "hf_…"
    QByteArray user;
    Role role = Role::Write;
    QString displayName = QStringLiteral("localhub");
    QDateTime createdAt = {};  ///< In UTC; not set: the beginning of 2024.
    QDateTime expiresAt = {};  ///< In UTC; not set: never.

    // Fine-grained ones only.
    bool readsGated = false;     ///< Public gated repositories to which its user was admitted.
    QByteArrayList global = {};  ///< Permissions that are bound to nothing.
    QList<TokenScope> scopes = {};

    // Those that a sign-in in the browser gave.
    bool isOAuth = false;
    QByteArrayList oauthScopes = {};  ///< "read-repos", "gated-repos"…; empty: all that the token allows otherwise.

    bool isExpired(const QDateTime &now) const { return expiresAt.isValid() && expiresAt <= now; }
    /// Whether it is good for \a permission in what belongs to \a repo.
    bool allows(const char *permission, const RepoName &repo) const;
    /// Whether it opens the files of the public gated repository \a repo.
    bool allowsGated(const RepoName &repo) const;

    /// "NAME:TOKEN:read|write|fine-grained[;name=TEXT][;expires=DATE|+SECONDS][;gated][;PLACE=PERMISSION,…]…", as the
    /// command line has it. PLACE is an OWNER, a TYPE/OWNER/NAME, or "global".
    static std::optional<Token> parse(const QByteArray &text);

private:
    bool isScopedFor(const char *permission, const RepoName &repo) const;
    bool parseField(const QByteArray &field);
};

}  // namespace localhub
