// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"
#include "hub/refs.h"

/// `refs REPO`: the branches, tags, pull requests and converts of a repository, with their commits.
class RefsCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void describe(QCommandLineParser &parser) const override;
    QString take(const QCommandLineParser &parser) override;
    void start() override;

private:
    void print(const Refs &refs);
    void printCached(const Error &why);

    RepoId m_repo;
    bool m_json = false;
};
