// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/account.h"
#include "accounts/tokenstore.h"

#include <QCoreApplication>

class Accounts;

/// As whom a Hub is asked, in words: what a status line, a banner and a tool tip say of it. As of now; keep none.
class Asker
{
    Q_DECLARE_TR_FUNCTIONS(Asker)

public:
    /// An empty \a account: whoever is chosen there. \a accounts outlives it.
    Asker(const Accounts *accounts, QUrl endpoint, QString account);

    QString text() const;      ///< Who asks, and whom: "alice at huggingface.co".
    QString sentence() const;  ///< The same as a sentence; empty for nobody.
    QString tip() const;       ///< Where the token comes from, and what is wrong with it.
    bool isSignedIn() const;   ///< Requests have a token.
    bool hasTrouble() const;
    const std::optional<Account> &account() const { return m_account; }
    const QUrl &endpoint() const { return m_endpoint; }
    TokenStore::Source source() const { return m_source; }

private:
    QUrl m_endpoint;
    QString m_name;
    std::optional<Account> m_account;
    std::optional<Error> m_trouble;
    TokenStore::Source m_source;
};
