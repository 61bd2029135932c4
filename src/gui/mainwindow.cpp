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
#include "gui/sources/sourceactions.h"
#include "gui/startpage.h"
#include "gui/transferlimits.h"
#include "gui/transferspage.h"
#include "gui/weblinks.h"
#include "gui/widgets/bannerplace.h"
#include "gui/widgets/revisionpopup.h"
#include "gui/windowmenus.h"
#include "hub/url.h"
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
      m_hubPages(new HubPages(engine, m_actions, &m_history, this)),
      m_signIn(new SignIn(engine, accounts, this)),
      m_disk(engine->pool(), engine->options().cacheRoot),
      m_limits(new TransferLimits(engine, settings, this)),
      m_favourites(new Favourites(settings, this)),
      m_sources(new SourceActions(engine, m_signIn, settings,
                                  {this, m_ui->placesPane, m_ui->banners, &m_history, m_actions})),
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
    connectSources();
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

void MainWindow::openLink(const QString &link)
{
    const Place &here = m_history.current();
    const QUrl elsewhere = m_engine->endpoint(here.hub);
    const bool staysThere = !here.hub.isOwn() && hub::isSameOrigin(QUrl(link.trimmed()), elsewhere);
    const Result<Location> location = core::parseLocation(link, staysThere ? elsewhere : m_engine->endpoint());
    if (!location)
        return showError(location.error());
    open({.kind = Place::Kind::Repository, .location = *location, .hub = staysThere ? here.hub : HubId()});
}

void MainWindow::open(const Place &wanted)
{
    const Place place = m_sources->tied(wanted);
    m_history.visit(m_discoverPage->asLeft(place));
    if (place.hub == HubId())
        return showPlace(m_history.current());
    m_signIn->whenReady(place.hub, [this, place] {
        if (m_history.current() == place)
            showPlace(place);
    });
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
    if (place.kind == Place::Kind::Repository && place.hub.isOwn())
        m_settings->setLastLocation(core::locationText(place.location));
    m_ui->pages->setCurrentWidget(page);
    m_ui->locationBar->setPage(page);
    m_ui->locationBar->setEditText(page == m_repoPage ? addressOf(place) : QString());
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
    if (isRepo && m_history.current().hub.isOwn() && !m_repoPage->commit().isEmpty()) {
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
    for (QAction *action :
         {m_actions.download, m_actions.revisions, m_actions.copyLink, m_actions.saveSource, m_actions.favourite,
          m_actions.card, m_actions.files, m_actions.commits, m_actions.togglePreview})
        action->setEnabled(isRepo);
    m_actions.favourite->setEnabled(isRepo && place.hub.isOwn());
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

/// What opens \a place again from where one is.
QString MainWindow::addressOf(const Place &place) const
{
    return place.hub.isOwn() ? core::locationText(place.location)
                             : gui::repoUrl(m_engine->endpoint(place.hub), place.location).toString(QUrl::FullyEncoded);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    m_settings->setWindowGeometry(saveGeometry());
    m_settings->setSplitter(m_ui->placesPane->splitterState());
    QMainWindow::closeEvent(event);
}
