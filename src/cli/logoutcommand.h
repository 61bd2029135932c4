// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"

/// Takes an account's token out of the keychain, and the account out of the list.
class LogoutCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void describe(QCommandLineParser &parser) const override;
    QString take(const QCommandLineParser &parser) override;
    void start() override;

private:
    QString m_name;
};
