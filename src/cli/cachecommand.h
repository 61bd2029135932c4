// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"
#include "engine/exportjob.h"
#include "local/cacheremoval.h"

#include <memory>

/// `cache ls`: the repositories of the cache with their commits and sizes. `cache rm TYPE/OWNER/NAME[@COMMIT]…`:
/// deletes repositories or commits of them, and says what that frees; with --dry-run it only says so.
/// `cache export REPO[@REVISION] FILE`: what is cached of a revision as a .zip or .tar.gz.
class CacheCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void describe(QCommandLineParser &parser) const override;
    QString take(const QCommandLineParser &parser) override;
    void start() override;
    void interrupt() override;

private:
    void list(const CacheContents &contents);
    void remove(const CacheContents &contents);
    void findExport();
    void startExport(const SnapshotFiles &files);
    void onExported(const SnapshotFiles &files);
    /// What the words name; empty, and said so, where one of them names nothing.
    QList<CacheChoice> choicesIn(const CacheContents &contents);

    bool m_removes = false;
    bool m_exports = false;
    Location m_source;
    std::unique_ptr<ExportJob> m_export;
    bool m_json = false;
    bool m_dryRun = false;
    QStringList m_targets;
};
