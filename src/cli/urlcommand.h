// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"

/// `url REPO/FILE`: the address that the Hub serves a file under. Asks nobody.
class UrlCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void describe(QCommandLineParser &parser) const override;
    QString take(const QCommandLineParser &parser) override;
    void start() override;

private:
    Location m_location;
};
