// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/secret.h"
#include "cli/command.h"

#include <QSocketNotifier>

/// Takes a token from stdin, or signs in by a browser, and keeps it in the keychain once the Hub said whose it is.
class LoginCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;
    ~LoginCommand() override;

    void describe(QCommandLineParser &parser) const override;
    QString take(const QCommandLineParser &parser) override;
    void start() override;

private:
    void readToken();
    void takeBytes();
    void hideTyping(bool isHidden);
    void askBrowser();
    void check(const Secret &secret, Account::Way way);
    void keep(const Account &account, const Secret &secret);

    bool m_isFromStdin = false;
    QSocketNotifier m_stdin{0, QSocketNotifier::Read};
    QByteArray m_typed;
    bool m_isHidden = false;  ///< The terminal does not show what is typed.
};
