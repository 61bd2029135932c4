// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/location.h"
#include "transfer/downloadwish.h"

#include <QWidget>

#include <memory>

class Engine;
class FileModel;
class FileProxy;
class RepoSession;
class Settings;
struct DownloadPlan;
struct TransferRow;

namespace Ui {
class FilesPage;
}

/// One folder at a time as a list (name, size, state), and below it what a download would do and the button that does
/// it. What is checked is the plan; with nothing checked, what is selected; with neither, everything shown here.
class FilesPage final : public QWidget
{
    Q_OBJECT

public:
    FilesPage(Engine *engine, Settings *settings, QWidget *parent = nullptr);
    ~FilesPage() override;

    void setSession(RepoSession *session);
    void setFilter(const QString &text);
    void setBlocked(bool blocked);  ///< A banner stands in the way: nothing can be downloaded.
    void applyTransfers(const QList<TransferRow> &rows);

    DownloadWish wish() const;  ///< Of what the plan line says.
    void focusList();

Q_SIGNALS:
    void folderAsked(const QString &path);
    void downloadAsked(const DownloadWish &wish);

private:
    void updatePlan();
    void showPlan(const DownloadPlan &plan);
    void onActivated(const QModelIndex &index);

    std::unique_ptr<Ui::FilesPage> m_ui;
    Engine *m_engine;
    Settings *m_settings;
    FileModel *m_model;
    FileProxy *m_proxy;
    RepoSession *m_session = nullptr;
    quint64 m_planAsked = 0;  // Only the newest plan is shown.
};
