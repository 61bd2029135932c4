// SPDX-License-Identifier: Apache-2.0
#include "gui/mainwindow.h"

#include "core/safename.h"
#include "engine/engine.h"
#include "gui/aboutdialog.h"
#include "gui/accounts/signin.h"
#include "gui/appearance.h"
#include "gui/cachepage.h"
#include "gui/discoverpage.h"
#include "gui/favouritespage.h"
#include "gui/filesarea.h"
#include "gui/hubpages.h"
#include "gui/repopage.h"
#include "gui/settingsdialog.h"
#include "gui/shortcutsdialog.h"
#include "gui/startpage.h"
#include "gui/transferlimits.h"
#include "gui/transferspage.h"
#include "gui/widgets/bannerplace.h"
#include "gui/widgets/revisionpopup.h"
#include "gui/windowmenus.h"
#include "local/favourites.h"
#include "local/settings.h"
#include "models/revisionmodel.h"
#include "models/transfermodel.h"
#include "ui_mainwindow.h"

#include <QApplication>
#include <QCloseEvent>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Before the pages are made: widgets stand in the tab order as they were made, and that is the reading order.
std::unique_ptr<Ui::MainWindow> formOf(QMainWindow *window)
{
    auto form = std::make_unique<Ui::MainWindow>();
    form->setupUi(window);
    return form;
}

}  // namespace

MainWindow::MainWindow(Engine *engine, Accounts *accounts, Settings *settings, Appearance *appearance, QWidget *parent)
    : QMainWindow(parent),
      m_ui(formOf(this)),
      m_engine(engine),
      m_settings(settings),
      m_appearance(appearance),
      m_actions(WindowActions::make(this)),
      m_areas(m_ui->locationBar, m_ui->placesPane, m_ui->pages),
      m_hubPages(new HubPages(engine->options().endpoint, m_actions, &m_history, this)),
      m_signIn(new SignIn(engine, accounts, this)),
      m_disk(engine->pool(), engine->options().cacheRoot),
      m_limits(new TransferLimits(engine, settings, this)),
      m_favourites(new Favourites(settings, this)),
      m_transfers(new TransferModel(this)),
      m_startPage(new StartPage(settings, this)),
      m_discoverPage(new DiscoverPage(engine, settings, this)),
      m_favouritesPage(new FavouritesPage(engine, m_favourites, this)),
      m_repoPage(new RepoPage(engine, settings, m_favourites, &m_disk, m_signIn, this)),
      m_transfersPage(new TransfersPage(engine, m_transfers, settings, m_limits, this)),
      m_cachePage(new CachePage(engine, settings, &m_disk, this))
{
    setWindowIcon(QIcon(u":/icons/hubdeck.svg"_s));
    setUpPages();
    setUpPlaces();
    setUpMenus();
    connectActions();
    connectLocationBar();
    connectDiscoverPage();
    connectFavourites();
    connectRepoPage();
    connectCachePage();
    connectSignIn();
    connect(engine, &Engine::rowsChanged, m_transfers, &TransferModel::update);
    connect(engine, &Engine::rowForgotten, m_transfers, &TransferModel::forget);
    connect(engine, &Engine::rowMoved, m_transfers, &TransferModel::move);
    connect(engine, &Engine::warned, m_ui->banners,
            [this](const Error &error) { m_ui->banners->show(gui::makeWarning(error, m_ui->banners)); });
    connect(engine, &Engine::rowsChanged, m_repoPage, &RepoPage::applyTransfers);
    connect(m_transfers, &TransferModel::totalsChanged, this, &MainWindow::updateStatus);
    connect(&m_disk, &DiskSpace::changed, this, &MainWindow::updateStatus);
    restoreGeometry(m_settings->windowGeometry());
    m_ui->splitter->restoreState(m_settings->splitter());
    showPlace(m_history.current());
    m_ui->statusLine->setEngine(engine);
    m_ui->statusLine->setLimits(m_limits);
    updateStatus();
}

MainWindow::~MainWindow() = default;

void MainWindow::setUpPages()
{
    m_ui->pages->addWidget(m_startPage);
    m_ui->pages->addWidget(m_discoverPage);
    m_ui->pages->addWidget(m_favouritesPage);
    m_ui->pages->addWidget(m_repoPage);
    m_ui->pages->addWidget(m_transfersPage);
    m_ui->pages->addWidget(m_cachePage);
    m_ui->statusLine->standLast();
    m_ui->splitter->setStretchFactor(1, 1);
    m_ui->splitter->setSizes({196, width() - 196});
    connect(m_startPage, &StartPage::locationEntered, this, &MainWindow::openLink);
    connect(m_startPage, &StartPage::placeAsked, this, &MainWindow::open);
}

void MainWindow::setUpPlaces()
{
    m_ui->placesPane->shrinkIn(m_ui->splitter);
    m_ui->placesPane->setRecent(m_settings->recentLocations());
    connect(m_ui->placesPane, &PlacesPane::placeAsked, this, &MainWindow::open);
    connect(m_ui->placesPane, &PlacesPane::linkAsked, this, &MainWindow::openLink);
}

void MainWindow::setUpMenus()
{
    gui::fillMenus(menuBar(), m_actions);
    menuBar()->setVisible(false);  // The location bar has what is needed all day; Ctrl+M shows the rest.

    const std::pair<QAction *, Settings::Appearance> looks[] = {{m_actions.systemLook, Settings::Appearance::System},
                                                                {m_actions.lightLook, Settings::Appearance::Light},
                                                                {m_actions.darkLook, Settings::Appearance::Dark}};
    for (const auto &[action, appearance] : looks) {
        action->setChecked(m_settings->appearance() == appearance);
        connect(action, &QAction::triggered, m_appearance,
                [this, appearance = appearance] { m_appearance->choose(appearance); });
    }
}

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
    connect(m_discoverPage, &DiscoverPage::signInAsked, m_signIn, &SignIn::ask);
    connect(m_signIn, &SignIn::askerChanged, m_repoPage, &RepoPage::askAgain);
    connect(m_signIn, &SignIn::askerChanged, m_discoverPage, &DiscoverPage::askAgain);
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
        Location location = m_repoPage->location();
        location.revision = revision;
        open({Place::Kind::Repository, location});
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
    connect(m_repoPage, &RepoPage::locationAsked, this, [this](const Location &location) {
        open({Place::Kind::Repository, location});
    });
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

void MainWindow::openLink(const QString &link)
{
    const Result<Location> location = core::parseLocation(link, endpoint());
    if (!location)
        return showError(location.error());
    open({Place::Kind::Repository, *location});
}

void MainWindow::open(const Place &place)
{
    m_history.visit(m_discoverPage->asLeft(place));
    showPlace(m_history.current());
}

void MainWindow::restore()
{
    if (const QString last = m_settings->lastLocation(); !last.isEmpty())
        openLink(last);
}

void MainWindow::showError(const Error &error)
{
    open({Place::Kind::Start, {}});
    QPushButton *button = nullptr;
    look::Banner *banner = gui::makeBanner(error, &button, m_startPage);
    if (button)
        connect(button, &QPushButton::clicked, m_actions.editLocation, &QAction::trigger);
    m_startPage->banners()->show(banner);
}

void MainWindow::showPlace(const Place &place)
{
    WindowPage *page = pageOf(place.kind);
    page->open(place);
    if (place.kind == Place::Kind::Repository)
        m_settings->setLastLocation(core::locationText(place.location));
    m_ui->pages->setCurrentWidget(page);
    m_ui->locationBar->setPage(page);
    m_ui->locationBar->setEditText(page == m_repoPage ? core::locationText(place.location) : QString());
    onRepoOpened();
    updateActions();
    page->focusContent();
}

/// What the location bar says of the revision; a repository that could be opened is remembered.
void MainWindow::onRepoOpened()
{
    const bool isRepo = m_history.current().kind == Place::Kind::Repository;
    const QString revision = m_repoPage->revision();
    const QString icon = core::isCommit(revision) ? u"commit"_s : u"branch"_s;
    m_ui->locationBar->setRevision(icon, isRepo ? revision : QString(), m_repoPage->commit());
    if (isRepo && !m_repoPage->commit().isEmpty()) {
        Location root = m_repoPage->location();
        root.path.clear();
        m_settings->addRecentLocation(core::locationText(root));
        m_ui->placesPane->setRecent(m_settings->recentLocations());
        m_ui->placesPane->choose(m_history.current());
    }
    setWindowTitle(isRepo ? tr("%1 – Hubdeck").arg(m_repoPage->location().repo.name) : tr("Hubdeck"));
}

WindowPage *MainWindow::pageOf(Place::Kind kind) const
{
    switch (kind) {
    case Place::Kind::Discover: return m_discoverPage;
    case Place::Kind::Favourites: return m_favouritesPage;
    case Place::Kind::Repository: return m_repoPage;
    case Place::Kind::Transfers: return m_transfersPage;
    case Place::Kind::Cache: return m_cachePage;
    case Place::Kind::Start: break;
    }
    return m_startPage;
}

WindowPage *MainWindow::currentPage() const
{
    return static_cast<WindowPage *>(m_ui->pages->currentWidget());
}

void MainWindow::goUp()
{
    Place place = m_history.current();
    if (place.kind == Place::Kind::Repository && !place.location.path.isEmpty()) {
        place.location.path = place.location.path.section(u'/', 0, -2);
        open(place);
    } else if (place.kind != Place::Kind::Start) {
        open({Place::Kind::Start, {}});
    }
}

void MainWindow::startDownload(const DownloadWish &wish)
{
    m_engine->download(wish);
    m_disk.look();
}

void MainWindow::updateActions()
{
    const Place &place = m_history.current();
    const bool isRepo = place.kind == Place::Kind::Repository;
    m_actions.back->setEnabled(m_history.canGoBack());
    m_actions.forward->setEnabled(m_history.canGoForward());
    m_actions.up->setEnabled(place.kind != Place::Kind::Start);
    for (QAction *action : {m_actions.download, m_actions.revisions, m_actions.copyLink, m_actions.favourite,
                            m_actions.card, m_actions.files, m_actions.commits, m_actions.togglePreview})
        action->setEnabled(isRepo);
    m_hubPages->updateActions();
    m_ui->placesPane->choose(place);
}

void MainWindow::updateStatus()
{
    const TransferTotals totals = m_transfers->totals();
    m_ui->placesPane->setActiveTransfers(totals.active + totals.waiting);
    m_ui->statusLine->setSpeed(totals.bytesPerSecond, totals.active);
    m_ui->statusLine->setFreeSpace(m_disk.free());
}

void MainWindow::showSiblings(int crumb, const QPoint &at)
{
    const QList<NamedPlace> siblings = currentPage()->siblingsOf(crumb);
    if (siblings.isEmpty())
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (const auto &[name, place] : siblings) {
        connect(menu->addAction(QString(name).replace(u'&', "&&"_L1)), &QAction::triggered, this,
                [this, place = place] { open(place); });
    }
    menu->popup(at);
}

QUrl MainWindow::endpoint() const
{
    return m_engine->options().endpoint;
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings->setWindowGeometry(saveGeometry());
    m_settings->setSplitter(m_ui->placesPane->splitterState());
    QMainWindow::closeEvent(event);
}
