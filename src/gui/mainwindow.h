// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/focusareas.h"
#include "gui/history.h"
#include "gui/windowactions.h"
#include "transfer/diskspace.h"

#include <QMainWindow>

#include <memory>

class Accounts;
class Appearance;
class CachePage;
class DiscoverPage;
class Engine;
class Favourites;
class FavouritesPage;
class HubPages;
class RepoPage;
class Settings;
class SignIn;
class SourceActions;
class StartPage;
class TransferLimits;
class TransferModel;
class TransfersPage;
class WindowPage;
struct DownloadWish;
struct Error;

namespace Ui {
class MainWindow;
}

/// The window: owns the pages, the actions and what is remembered of its shape; leads from a place to its page.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// All outlive the window.
    MainWindow(Engine *engine, Accounts *accounts, Settings *settings, Appearance *appearance,
               QWidget *parent = nullptr);
    ~MainWindow() override;

    /// Opens whatever core::parseLocation() reads; a text that names nothing is said so on the start page.
    void openLink(const QString &link);
    void open(const Place &wanted);
    void restore();  ///< Where one was the last time.
    void showError(const Error &error);

    StartPage *startPage() const { return m_startPage; }
    DiscoverPage *discoverPage() const { return m_discoverPage; }
    CachePage *cachePage() const { return m_cachePage; }
    RepoPage *repoPage() const { return m_repoPage; }
    TransferModel *transfers() const { return m_transfers; }
    const WindowActions &actions() const { return m_actions; }

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void setUpPages();
    void setUpPlaces();
    void setUpMenus();
    void connectActions();
    void connectLocationBar();
    void connectDiscoverPage();
    void connectFavourites();
    void connectRepoPage();
    void connectCachePage();
    void connectSignIn();
    void connectSources();
    void showPlace(const Place &place);
    WindowPage *pageOf(Place::Kind kind) const;
    WindowPage *currentPage() const;
    void goUp();
    void startDownload(const DownloadWish &wish);
    void onRepoOpened();
    void updateActions();
    void updateStatus();
    void showSiblings(int crumb, const QPoint &at);
    QString addressOf(const Place &place) const;

    std::unique_ptr<Ui::MainWindow> m_ui;
    Engine *m_engine;
    Settings *m_settings;
    Appearance *m_appearance;
    WindowActions m_actions;
    History m_history;
    FocusAreas m_areas;
    HubPages *m_hubPages;
    SignIn *m_signIn;
    DiskSpace m_disk;
    TransferLimits *m_limits;
    Favourites *m_favourites;
    SourceActions *m_sources;
    TransferModel *m_transfers;
    StartPage *m_startPage;
    DiscoverPage *m_discoverPage;
    FavouritesPage *m_favouritesPage;
    RepoPage *m_repoPage;
    TransfersPage *m_transfersPage;
    CachePage *m_cachePage;
};
