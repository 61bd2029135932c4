// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transfer/downloadplan.h"

#include <QTimer>
#include <QWidget>

#include <memory>

class DiskSpace;
class Engine;
class FilesChoice;
class QPushButton;

namespace Ui {
class PlanFoot;
}

/// The foot of a list of files: what a download of what is chosen there would do, and the button that does it.
class PlanFoot final : public QWidget
{
    Q_OBJECT

public:
    /// All outlive the foot.
    PlanFoot(Engine *engine, const DiskSpace *disk, const FilesChoice *choice, QWidget *parent = nullptr);
    ~PlanFoot() override;

    void planSoon();                ///< The choice changed, or what is known of it. Many changes at once make one plan.
    void setBlocked(bool blocked);  ///< A banner stands in the way: nothing can be downloaded.

    void download();                       ///< What the plan says; nothing where it says that nothing is to be done.
    QList<QPushButton *> buttons() const;  ///< For a menu that repeats them.

Q_SIGNALS:
    void downloadAsked(const DownloadWish &wish);

private:
    void plan();
    void showPlan(const DownloadPlan &plan);
    void showUnknown();
    void setTexts(const QString &plan, const QStringList &notes, bool canDownload);
    void copyCommand();

    std::unique_ptr<Ui::PlanFoot> m_ui;
    Engine *m_engine;
    const DiskSpace *m_disk;
    const FilesChoice *m_choice;
    bool m_blocked = false;
    bool m_canDownload = false;
    QTimer m_timer;
    quint64 m_asked = 0;  // Only the newest plan is shown.
};
