// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"
#include "hub/tree.h"

/// `ls REPO[/PATH]`: what a folder of a repository holds, page by page as it comes. Where the Hub cannot be reached,
/// what the cache knows of it.
class LsCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void describe(QCommandLineParser &parser) const override;
    QString take(const QCommandLineParser &parser) override;
    void start() override;

private:
    void print(const QList<TreeEntry> &entries);
    void listFolder();
    void listAsFile(const Error &whyNoFolder);
    void listCached(const Error &why);
    void printAll(const QList<TreeEntry> &entries);

    Location m_location;
    bool m_recursive = false;
    bool m_json = false;
    bool m_hasPrinted = false;
    QList<TreeEntry> m_entries;  // With --json all of them make one document.
};
