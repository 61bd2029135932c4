// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"
#include "local/cacheremoval.h"

/// `cache ls`: the repositories of the cache with their commits and sizes. `cache rm TYPE/OWNER/NAME[@COMMIT]…`:
/// deletes repositories or commits of them, and says what that frees; with --dry-run it only says so.
class CacheCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void describe(QCommandLineParser &parser) const override;
    QString take(const QCommandLineParser &parser) override;
    void start() override;

private:
    void list(const CacheContents &contents);
    void remove(const CacheContents &contents);
    /// What the words name; empty, and said so, where one of them names nothing.
    QList<CacheChoice> choicesIn(const CacheContents &contents);

    bool m_removes = false;
    bool m_json = false;
    bool m_dryRun = false;
    QStringList m_targets;
};
