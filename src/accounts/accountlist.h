// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/account.h"

#include <QHash>

/// Who signed in on this computer, and who of them is in use at each Hub. A value; each name once a Hub.
class AccountList
{
public:
    AccountList() = default;
    /// What toJson() wrote; what cannot be read is left out.
    static AccountList of(const QByteArray &json);
    /// Without those who are there for this run alone; who has a token of this run beside that in the keychain is kept.
    QByteArray toJson() const;

    const QList<Account> &all() const { return m_accounts; }
    QList<Account> at(const QUrl &endpoint) const;  ///< By name.
    std::optional<Account> find(const QUrl &endpoint, const QString &name) const;
    std::optional<Account> chosen(const QUrl &endpoint) const;

    void add(const Account &account);                        ///< In place of the one of that name.
    void remove(const Account &account);                     ///< Chosen is who comes first of those who are left.
    void choose(const QUrl &endpoint, const QString &name);  ///< An empty \a name: nobody.
    void keepOfThisRun(const AccountList &before);           ///< With their tokens of this run, which settings lack.

private:
    QList<Account> m_accounts;
    QHash<QString, QString> m_chosen;  ///< A name for each origin.
};
