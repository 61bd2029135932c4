// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "cli/command.h"

#include <QTimer>

/// `download REPO [FILE…]`: into the shared cache, or with --to into a folder; with --dry-run it only says what it
/// would do. The last line on stdout is the local path.
class DownloadCommand final : public Command
{
    Q_OBJECT

public:
    using Command::Command;

    void describe(QCommandLineParser &parser) const override;
    QString take(const QCommandLineParser &parser) override;
    void start() override;
    void interrupt() override;

private:
    void onRows(const QList<TransferRow> &rows);
    void onTransfer(const TransferRow &row);
    void waitForHub(const TransferRow &row);
    void showProgress(const TransferRow &row);
    void succeed(const TransferRow &row);
    void planOnly();
    void print(const DownloadPlan &plan);
    void printJson(const DownloadPlan &plan);

    DownloadWish m_wish;
    bool m_json = false;
    bool m_dryRun = false;
    quint64 m_id = 0;
    QString m_lastTrouble;
    QTimer m_patience;  // While the Hub cannot be reached.
};
