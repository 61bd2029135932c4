// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/accountlist.h"
#include "accounts/keychain.h"
#include "accounts/secret.h"

#include <memory>

class Settings;
class TokenStore;

/// Who signed in on this computer, at any Hub: the list in the settings, the tokens in the keychain, and in memory the
/// tokens of those who are in use.
///
/// Another program of ours may change the list at any time: each change reads it anew first.
class Accounts final : public QObject
{
    Q_OBJECT

public:
    enum class Keep { InKeychain, ThisRun };
    using Done = std::function<void(const KeychainAnswer &)>;

    /// \a settings and \a keychain outlive it.
    Accounts(Settings *settings, Keychain *keychain, std::shared_ptr<TokenStore> tokens, QObject *parent = nullptr);
    ~Accounts() override;

    /// Gets the token of who is chosen at \a endpoint; loaded() follows, later, in any case.
    void load(const QUrl &endpoint);
    /// The same of \a name, or of who is chosen where that is empty; \a done is called then, unless \a context died.
    /// A token that is in use already is not read again.
    void load(const QUrl &endpoint, const QString &name, QObject *context, const std::function<void()> &done);

    QList<Account> at(const QUrl &endpoint) const { return m_list.at(endpoint); }  ///< By name.
    std::optional<Account> chosen(const QUrl &endpoint) const { return m_list.chosen(endpoint); }
    /// Of that \a name; who is chosen, where it is empty.
    std::optional<Account> find(const QUrl &endpoint, const QString &name) const;
    /// What is wrong with the token of find(); mostly that there is none.
    std::optional<Error> trouble(const QUrl &endpoint, const QString &name = {}) const;
    const TokenStore &tokens() const { return *m_tokens; }

    /// Takes the account up and chooses it. \a done gets the keychain's answer; where that is no Done, nothing was
    /// taken up. For this run alone the keychain is not asked.
    void signIn(const Account &account, const Secret &secret, Keep keep, QObject *context, const Done &done);
    /// Its token is not used any more from now on, and goes out of the keychain; \a done says whether it did. Where it
    /// did not, the account stays in the list.
    void signOut(const Account &account, QObject *context, const Done &done);
    /// An empty \a name: nobody, so that the environment's token counts, where there is one.
    void choose(const QUrl &endpoint, const QString &name);
    /// A new token of who is signed in already; of nobody else.
    void renew(const Account &account, const Secret &secret);
    /// Looks what the keychain has by now, since another program of ours may have renewed it: a token that ends later
    /// than the one in use is used. \a done gets whether there is one. What goes wrong is nobody's trouble.
    void readAgain(const Account &account, QObject *context, std::function<void(bool)> done);
    /// Until there is another token. What there is stays in use.
    void setTrouble(const Account &account, const Error &error);
    /// What is known of the token of \a account in this run.
    std::optional<Secret> secret(const Account &account) const;

Q_SIGNALS:
    void loaded();
    void changed();  ///< Who is in the list, who is chosen, or what token that is.

private:
    void readList();
    void writeList();
    void readToken(const Account &account, std::function<void()> done);
    void onRead(const Account &account, const KeychainAnswer &answer);
    void hold(const Account &account, const Secret &secret);
    void forget(const Account &account);

    Settings *m_settings;
    Keychain *m_keychain;
    std::shared_ptr<TokenStore> m_tokens;
    AccountList m_list;
    QHash<QString, Secret> m_secrets;  ///< By Account::key(): those that this run uses.
    QHash<QString, Error> m_troubles;  ///< By Account::key().
    QHash<QString, int> m_versions;    ///< By Account::key(): what was asked for before a change comes too late.
};
