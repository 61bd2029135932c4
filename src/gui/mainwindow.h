// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/history.h"

#include <QMainWindow>

#include <memory>

class Engine;
class LocationBar;
class Page;
class PlacesModel;
class RepoPage;
class Settings;
class StartPage;
class StatusLine;
class TransferModel;
class TransfersPage;

namespace Ui {
class MainWindow;
}

/// The window: owns the pages, the actions and what is remembered of its shape; leads from a place to its page.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// \a engine and \a settings outlive the window.
    MainWindow(Engine *engine, Settings *settings, QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens whatever core::parseLocation() reads; a text that names nothing gets a banner.
    void openLink(const QString &link);
    void open(const Place &place);

    RepoPage *repoPage() const { return m_repoPage; }
    TransfersPage *transfersPage() const { return m_transfersPage; }

protected:
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void makeActions();
    void connectPages();
    void show(const Place &place);
    Page *pageOf(const Place &place) const;
    void updateActions();

    std::unique_ptr<Ui::MainWindow> m_ui;
    Engine *m_engine;
    Settings *m_settings;
    History m_history;
    TransferModel *m_transfers;
    PlacesModel *m_places;
    LocationBar *m_locationBar;
    StatusLine *m_statusLine;
    StartPage *m_startPage;
    RepoPage *m_repoPage;
    TransfersPage *m_transfersPage;
};
