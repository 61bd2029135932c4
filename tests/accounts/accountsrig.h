// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/accounts.h"
#include "accounts/tokenstore.h"
#include "local/settings.h"
#include "support/disk.h"

#include <QSignalSpy>
#include <QTest>

#include <optional>

/// What one start of the program has: its settings, its keychain, its tokens.
class AccountsRig
{
public:
    explicit AccountsRig(const QString &settingsFile, const QUrl &hub = QUrl(QStringLiteral("https://hub.test")))
        : endpoint(hub),
          settings(settingsFile),
          tokens(std::make_shared<TokenStore>()),
          accounts(&settings, &keychain, tokens)
    {
    }

    static QUrl hub() { return QUrl(QStringLiteral("https://hub.test")); }

    static Account accountAt(const QUrl &endpoint, const QString &name)
    {
        Account account;
        account.endpoint = endpoint;
        account.identity.name = name;
        return account;
    }
    static Account account(const QString &name) { return accountAt(hub(), name); }

    void load()
    {
        QSignalSpy loaded(&accounts, &Accounts::loaded);
        accounts.load(endpoint);
        if (!loaded.wait(60'000))
            qFatal("not loaded");
    }

    KeychainAnswer signIn(const QString &name, const Secret &secret, Accounts::Keep keep = Accounts::Keep::InKeychain)
    {
        return answerTo([&](auto done) { accounts.signIn(accountAt(endpoint, name), secret, keep, &context, done); });
    }

    KeychainAnswer signOut(const QString &name)
    {
        const auto known = accounts.at(endpoint);
        const auto found = std::ranges::find(known, name, &Account::name);
        if (found == known.end())
            qFatal("nobody of that name");
        return answerTo([&](auto done) { accounts.signOut(*found, &context, done); });
    }

    /// All that was asked of the keychain until now was answered.
    void settle() { read(QStringLiteral("no such entry")); }

    KeychainAnswer read(const QString &key)
    {
        return answerTo([&](auto done) { keychain.read(key, &context, done); });
    }

    QByteArray token() const { return tokens->token(endpoint, {}); }
    QString chosen() const
    {
        const auto account = accounts.chosen(endpoint);
        return account ? account->name() : QString();
    }
    QString trouble() const
    {
        const auto trouble = accounts.trouble(endpoint);
        return trouble ? trouble->message : QString();
    }

    const QUrl endpoint;
    QObject context;
    Settings settings;
    Keychain keychain;
    std::shared_ptr<TokenStore> tokens;
    Accounts accounts;

private:
    template<typename Ask>
    KeychainAnswer answerTo(Ask ask)
    {
        std::optional<KeychainAnswer> answer;
        ask([&](const KeychainAnswer &given) { answer = given; });
        if (!QTest::qWaitFor([&] { return answer.has_value(); }, 60'000))
            qFatal("no answer");
        return *answer;
    }
};
