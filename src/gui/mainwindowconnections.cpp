// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"
#include "gui/aboutdialog.h"
#include "gui/accounts/signin.h"
#include "gui/cachepage.h"
#include "gui/discoverpage.h"
#include "gui/favouritespage.h"
#include "gui/filesarea.h"
#include "gui/mainwindow.h"
#include "gui/repopage.h"
#include "gui/settingsdialog.h"
#include "gui/shortcutsdialog.h"
#include "gui/sources/sourceactions.h"
#include "gui/startpage.h"
#include "gui/transferspage.h"
#include "gui/widgets/revisionpopup.h"
#include "local/favourites.h"
#include "models/revisionmodel.h"
#include "ui_mainwindow.h"

#include <QMenuBar>

// What the parts of the window tell each other.

void MainWindow::connectActions()
{
    const auto on = [this](QAction *action, auto act) { connect(action, &QAction::triggered, this, act); };
    on(m_actions.back, [this] { showPlace(m_history.back()); });
    on(m_actions.forward, [this] { showPlace(m_history.forward()); });
    on(m_actions.up, &MainWindow::goUp);
    on(m_actions.editLocation, [this] {
        m_ui->locationBar->setCompletions(m_settings->recentLocations());
        m_ui->locationBar->editLocation();
    });
    on(m_actions.search, [this] {
        open(discoverPlace(m_history.current().location.repo.type));
        m_discoverPage->focusSearch();
    });
    on(m_actions.reload, [this] { currentPage()->reload(); });
    on(m_actions.filter, [this] { m_ui->locationBar->focusFilter(); });
    on(m_actions.revisions, [this] { m_ui->locationBar->openRevisions(); });
    on(m_actions.download, [this] { m_repoPage->download(); });
    on(m_actions.copyLink, [this] { m_repoPage->copyLink(); });
    on(m_actions.card, [this] { m_repoPage->showTab(RepoPage::CardTab); });
    on(m_actions.files, [this] { m_repoPage->showTab(RepoPage::FilesTab); });
    on(m_actions.commits, [this] { m_repoPage->showTab(RepoPage::CommitsTab); });
    on(m_actions.nextTab, [this] { currentPage()->turnTab(1); });
    on(m_actions.previousTab, [this] { currentPage()->turnTab(-1); });
    on(m_actions.favourite, [this] { m_repoPage->toggleFavourite(); });
    on(m_actions.favourites, [this] { open({Place::Kind::Favourites, {}}); });
    on(m_actions.cache, [this] { open({Place::Kind::Cache, {}}); });
    on(m_actions.transfers, [this] { open({Place::Kind::Transfers, {}}); });
    on(m_actions.nextArea, [this] { m_areas.move(true); });
    on(m_actions.previousArea, [this] { m_areas.move(false); });
    connect(m_actions.togglePlaces, &QAction::toggled, m_ui->placesPane, &QWidget::setVisible);
    FilesArea *files = m_repoPage->filesArea();
    m_actions.togglePreview->setChecked(files->isPreviewOpen());
    connect(m_actions.togglePreview, &QAction::toggled, files, &FilesArea::setPreviewOpen);
    connect(files, &FilesArea::previewOpened, m_actions.togglePreview, &QAction::setChecked);
    connect(m_actions.showMenu, &QAction::toggled, menuBar(), &QWidget::setVisible);
    on(m_actions.settings,
       [this] { (new SettingsDialog(m_engine, m_settings, m_appearance, m_limits, this))->open(); });
    on(m_actions.shortcuts, [this] { (new ShortcutsDialog(QWidget::actions(), this))->open(); });
    on(m_actions.about, [this] { (new AboutDialog(this))->open(); });
    on(m_actions.quit, &QWidget::close);
}

void MainWindow::connectSignIn()
{
    m_ui->statusLine->setSignIn(m_signIn);
    const auto showStart = [this] { m_startPage->setSignedIn(m_signIn->asker().isSignedIn()); };
    connect(m_signIn, &SignIn::changed, m_startPage, showStart);
    showStart();
    connect(m_startPage, &StartPage::signInAsked, m_signIn, [this] { m_signIn->ask(); });
    connect(m_discoverPage, &DiscoverPage::signInAsked, m_signIn, [this] { m_signIn->ask(); });
    connect(m_signIn, &SignIn::picked, this, [this](const HubId &hub) {
        Place place = m_history.current();
        place.hub = hub;
        open(place);
    });
    connect(m_signIn, &SignIn::askerChanged, m_repoPage, &RepoPage::askAgain);
    connect(m_signIn, &SignIn::askerChanged, m_discoverPage, &DiscoverPage::askAgain);
}

void MainWindow::connectSources()
{
    connect(m_sources, &SourceActions::placeAsked, this, &MainWindow::open);
}

void MainWindow::connectLocationBar()
{
    LocationBar *bar = m_ui->locationBar;
    bar->setActions(m_actions.back, m_actions.forward, m_actions.up, m_actions.upload, m_actions.create);
    bar->revisionPopup()->setModel(m_repoPage->revisions());
    connect(bar, &LocationBar::locationEntered, this, &MainWindow::openLink);
    connect(bar, &LocationBar::filterChanged, this, [this](const QString &text) { currentPage()->setFilter(text); });
    connect(bar, &LocationBar::revisionsOpened, m_repoPage, &RepoPage::loadRevisions);
    connect(bar, &LocationBar::revisionChosen, this, [this](const QString &revision) {
        Place place = m_history.current();
        place.location.revision = revision;
        open(place);
    });
    connect(bar, &LocationBar::crumbClicked, this, [this](int index) {
        if (const std::optional<Place> place = currentPage()->placeOf(index))
            open(*place);
    });
    connect(bar, &LocationBar::siblingsAsked, this, &MainWindow::showSiblings);
}

void MainWindow::connectDiscoverPage()
{
    connect(m_discoverPage, &DiscoverPage::placeAsked, this, &MainWindow::open);
    connect(m_discoverPage, &DiscoverPage::queryChanged, this, [this] {
        if (m_history.current().kind == Place::Kind::Discover)
            m_history.correct(m_discoverPage->place());
    });
}

void MainWindow::connectFavourites()
{
    connect(m_favouritesPage, &FavouritesPage::placeAsked, this, &MainWindow::open);
    connect(m_favouritesPage, &FavouritesPage::clearFilterAsked, m_ui->locationBar, &LocationBar::clearFilter);
    const auto count = [this] { m_ui->placesPane->setFavourites(int(m_favourites->repos().size())); };
    connect(m_favourites, &Favourites::changed, this, count);
    count();
}

void MainWindow::connectRepoPage()
{
    connect(m_repoPage, &RepoPage::placeAsked, this, &MainWindow::open);
    connect(m_repoPage, &RepoPage::locationEditAsked, m_actions.editLocation, &QAction::trigger);
    connect(m_repoPage, &RepoPage::clearFilterAsked, m_ui->locationBar, &LocationBar::clearFilter);
    connect(m_transfersPage, &TransfersPage::clearFilterAsked, m_ui->locationBar, &LocationBar::clearFilter);
    connect(m_repoPage, &RepoPage::revisionChanged, this, &MainWindow::onRepoOpened);
    connect(m_repoPage, &RepoPage::downloadAsked, this, &MainWindow::startDownload);
}

void MainWindow::connectCachePage()
{
    connect(m_cachePage, &CachePage::sizeChanged, m_ui->placesPane, &PlacesPane::setCacheBytes);
    connect(m_cachePage, &CachePage::reposChanged, m_discoverPage, &DiscoverPage::setCached);
    connect(m_cachePage, &CachePage::sizeChanged, &m_disk, &DiskSpace::look);
    connect(m_cachePage, &CachePage::clearFilterAsked, m_ui->locationBar, &LocationBar::clearFilter);
    connect(m_cachePage, &CachePage::locationAsked, this, [this](const Location &location) {
        open({Place::Kind::Repository, location});
    });
    connect(m_cachePage, &CachePage::downloadAsked, this, [this](const DownloadWish &wish) {
        startDownload(wish);
        open({Place::Kind::Transfers, {}});
    });
}
