// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"

struct Identity;

/// Asks the Hub whose token is in use, and says where that comes from.
class WhoamiCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void describe(QCommandLineParser &parser) const override;
    QString take(const QCommandLineParser &parser) override;
    void start() override;

private:
    void print(const Identity &identity) const;

    bool m_json = false;
};
