// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "hub/credentials.h"

#include <QHash>
#include <QReadWriteLock>

#include <memory>

class EnvironmentCredentials;

/// The tokens of this run, in memory alone: of those who signed in, and those that the environment has.
///
/// A token is shown to the origin that it was put in for, over https or within this computer, and to no other.
/// Where nobody is named: HF_TOKEN, else the account that was chosen for that Hub, else the file of `hf`.
class TokenStore final : public Credentials
{
public:
    enum class Source { Nobody, Variable, Account, File };

    /// \a environment may be null.
    explicit TokenStore(std::shared_ptr<const EnvironmentCredentials> environment = {});

    /// \a token is empty: there is none any more.
    void put(const QUrl &endpoint, const QString &account, const QByteArray &token);
    /// Whose token it is where nobody is named; empty: nobody's of those that were put in.
    void choose(const QUrl &endpoint, const QString &account);
    bool hasChoice(const QUrl &endpoint) const;  ///< choose() was called for it.
    bool has(const QUrl &endpoint, const QString &account) const;
    /// Where the token comes from that is sent to \a endpoint for \a account, or where nobody is named.
    Source source(const QUrl &endpoint, const QString &account = {}) const;

    QByteArray token(const QUrl &endpoint, const QString &account) const override;

private:
    struct Found {
        Source source;
        QByteArray token;
    };

    Found found(const QUrl &endpoint, const QString &account) const;

    std::shared_ptr<const EnvironmentCredentials> m_environment;
    mutable QReadWriteLock m_lock;
    QHash<std::pair<QString, QString>, QByteArray> m_tokens;  ///< By origin and account.
    QHash<QString, QString> m_chosen;                         ///< An account for an origin.
};
