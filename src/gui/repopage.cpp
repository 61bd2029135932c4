// SPDX-License-Identifier: Apache-2.0
#include "gui/repopage.h"

#include "engine/engine.h"
#include "engine/hubwatch.h"
#include "engine/reposession.h"
#include "gui/accounts/signin.h"
#include "gui/cardview.h"
#include "gui/commitspage.h"
#include "gui/filesarea.h"
#include "gui/filespage.h"
#include "gui/repoaccess.h"
#include "gui/repobanners.h"
#include "gui/repotrail.h"
#include "gui/weblinks.h"
#include "gui/widgets/mirrored.h"
#include "models/fileicon.h"
#include "models/revisionmodel.h"
#include "transfer/downloadwish.h"
#include "transfer/transferrow.h"
#include "ui_repopage.h"

#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

RepoPage::RepoPage(Engine *engine, Settings *settings, Favourites *favourites, const DiskSpace *disk, SignIn *signIn,
                   QWidget *parent)
    : WindowPage(parent),
      m_ui(std::make_unique<Ui::RepoPage>()),
      m_engine(engine),
      m_signIn(signIn),
      m_revisions(new RevisionModel(this)),
      m_card(new CardView(this)),
      m_area(new FilesArea(engine, settings, disk, this)),
      m_files(m_area->files()),
      m_commits(new CommitsPage(engine, this))
{
    m_ui->setupUi(this);
    m_banners = new RepoBanners(m_ui->banners, engine, this);
    m_access = new RepoAccess(engine, signIn, m_banners, this);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    connectTabs();
    look::mirrorMargins(this);
    m_ui->header->setFavourites(favourites);
    connect(m_ui->header, &RepoHeader::pageAsked, this,
            [this] { m_banners->openPage(gui::repoUrl(m_engine->endpoint(m_hub), m_location)); });
    connect(m_banners, &RepoBanners::remedyChosen, this, &RepoPage::follow);
    connect(m_banners, &RepoBanners::remedyChosen, m_access, &RepoAccess::follow);
    // Queued: what told of it goes when the page looks again.
    connect(m_access, &RepoAccess::letIn, this, &RepoPage::comeBack, Qt::QueuedConnection);
    connect(m_banners, &RepoBanners::changed, this, [this] { m_files->setBlocked(m_banners->isBlocking()); });
    connect(m_files, &FilesPage::folderAsked, this, [this](const QString &path) {
        Location inside = m_location;
        inside.path = path;
        Q_EMIT placeAsked(placeAt(inside));
    });
    connect(m_files, &FilesPage::downloadAsked, this, &RepoPage::downloadAsked);
    connect(m_files, &FilesPage::clearFilterAsked, this, &RepoPage::clearFilterAsked);
    connect(m_commits, &CommitsPage::clearFilterAsked, this, &RepoPage::clearFilterAsked);
    connect(m_commits, &CommitsPage::revisionAsked, this, [this](const QString &commit) {
        showTab(FilesTab);
        Q_EMIT placeAsked(placeAt({m_location.repo, commit, {}}));
    });
    connect(m_commits, &CommitsPage::webPageAsked, this, [this](const QString &commit) {
        m_banners->openPage(gui::commitUrl(m_engine->endpoint(m_hub), m_location.repo, commit));
    });
    connect(m_card, &CardView::linkPressed, this, &RepoPage::showLink);
}

RepoPage::~RepoPage()
{
    m_area->setSession(nullptr);
    m_commits->setSession(nullptr);
}

void RepoPage::connectTabs()
{
    m_ui->tabs->setDrawBase(false);
    m_ui->tabs->setExpanding(false);
    m_ui->tabs->addTab(tr("Card"));
    m_ui->tabs->addTab(tr("Files"));
    m_ui->views->addWidget(m_card);
    m_ui->tabs->addTab(tr("Commits"));
    m_ui->views->addWidget(m_area);
    m_ui->views->addWidget(m_commits);
    m_ui->tabRow->addStretch();
    m_ui->tabRow->addWidget(m_area->toggle());
    connect(m_ui->tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_ui->views->setCurrentIndex(tab);
        m_area->toggle()->setVisible(tab == FilesTab);
        if (tab == CardTab && m_session && !m_session->commit().isEmpty() && !std::exchange(m_hasCard, true))
            m_session->loadCard();
        Q_EMIT crumbsChanged();  // The card cannot be filtered.
    });
    showTab(FilesTab);
}

void RepoPage::open(const Place &place)
{
    const Location &location = place.location;
    // Coming up from a folder, the keyboard stands on it.
    const QString &below = m_location.path;
    const QString above = location.path.isEmpty() ? QString() : location.path + u'/';
    if (location.repo == m_location.repo && place.hub == m_hub && below.size() > above.size()
        && below.startsWith(above))
        m_files->markRow(above + below.mid(above.size()).section(u'/', 0, 0));
    const bool isAnother = !m_session || location.repo != m_location.repo || location.revision != m_location.revision
        || place.hub != m_hub;
    m_location = location;
    m_hub = place.hub;
    if (isAnother)
        beginSession();
    else
        m_session->openFolder(location.path);
    showHeader();
    Q_EMIT crumbsChanged();
}

void RepoPage::beginSession()
{
    m_area->setSession(nullptr);
    m_commits->setSession(nullptr);
    delete m_session;
    m_banners->clear();
    m_banners->setEndpoint(m_engine->endpoint(m_hub));
    m_access->begin(m_hub, m_location.repo);
    m_card->setCard({});
    m_hasCard = false;
    m_isCutOff = false;
    m_session = new RepoSession(m_engine, m_hub, m_location.repo, m_location.revision, this);
    m_revisions->setRefs({});
    m_revisions->setCommits({});
    m_revisions->setCurrent(m_session->revision());
    connectSession();
    m_area->setSession(m_session);
    m_commits->setSession(m_session);
    m_session->openFolder(m_location.path);
    m_session->open();
    Q_EMIT revisionChanged();
}

void RepoPage::connectSession()
{
    connect(m_session, &RepoSession::opened, this, [this] {
        showHeader();
        if (!m_session->isOffline())
            m_access->enter(m_session->info());
        if (m_ui->tabs->currentIndex() == CardTab && !std::exchange(m_hasCard, true))
            m_session->loadCard();
        Q_EMIT revisionChanged();
        Q_EMIT crumbsChanged();
    });
    // Of the session: it goes with it. Queued, since the session goes in it.
    connect(
        &m_session->watch(), &HubWatch::changed, m_session,
        [this](bool isOffline) {
            if (!isOffline && m_isCutOff)
                comeBack();
        },
        Qt::QueuedConnection);
    connect(m_session, &RepoSession::refsChanged, this, [this] { m_revisions->setRefs(m_session->refs()); });
    connect(m_session, &RepoSession::commitsChanged, this,
            [this] { m_revisions->setCommits(m_session->commits().items); });
    connect(m_session, &RepoSession::cardChanged, this, [this](const QString &markdown) {
        m_card->setCard(markdown.isEmpty() ? tr("*This repository has no card.*") : markdown);
    });
    connect(m_session, &RepoSession::cardFailed, this, &RepoPage::showError);
    connect(m_session, &RepoSession::failed, this, &RepoPage::showError);
    connect(m_session, &RepoSession::wentOffline, this, &RepoPage::showOffline);
}

void RepoPage::showHeader()
{
    RepoInfo info = m_session->info();
    if (info.id.name.isEmpty())  // Nobody has said it yet.
        info.id = m_location.repo;
    m_ui->header->setRepo(info, m_session->isOffline(), m_hub == HubId() ? QString() : m_signIn->asker(m_hub).text());
    m_ui->header->setOwn(m_hub.isOwn());
    m_ui->header->setPage(gui::repoUrl(m_engine->endpoint(m_hub), m_location));
}

void RepoPage::toggleFavourite()
{
    m_ui->header->toggleFavourite();
}

void RepoPage::showError(const Error &error)
{
    m_isCutOff |= error.isUnreachable();
    QPushButton *button = m_access->showError(error);
    // What was to have the keyboard will not come: the way out of it has it.
    if (button && window()->focusWidget() == m_files)
        button->setFocus(Qt::OtherFocusReason);
}

void RepoPage::showOffline(const Error &why)
{
    m_isCutOff = true;
    showHeader();
    m_banners->showOffline(why);
}

/// The Hub is there again, or lets us in: the same place, and all of it.
void RepoPage::comeBack()
{
    const bool hadFocus = isAncestorOf(window()->focusWidget());
    const QStringList chosen = m_files->selectedPaths();
    reload();
    if (!chosen.isEmpty())
        m_files->markRow(chosen.constFirst());
    if (hadFocus)
        focusContent();
}

void RepoPage::follow(gui::Remedy remedy)
{
    switch (remedy) {
    case gui::Remedy::Retry: reload(); break;
    case gui::Remedy::OpenMain: Q_EMIT placeAsked(placeAt({m_location.repo, u"main"_s, {}})); break;
    case gui::Remedy::EditLocation: Q_EMIT locationEditAsked(); break;
    default: break;  // The others are about who asks.
    }
}

/// A link of the card: inside the repository it is opened here.
void RepoPage::showLink(const QUrl &url)
{
    if (!url.isRelative() || !url.host().isEmpty())
        m_banners->showLink(url);
    else if (!url.path().isEmpty())
        Q_EMIT placeAsked(placeAt({m_location.repo, m_location.revision, url.path(QUrl::FullyDecoded)}));
}

QString RepoPage::revision() const
{
    return m_session ? m_session->revision() : QString();
}

QString RepoPage::commit() const
{
    return m_session ? m_session->commit() : QString();
}

void RepoPage::loadRevisions()
{
    if (m_session && !m_session->commit().isEmpty())
        m_session->loadCommits();
}

void RepoPage::showTab(Tab tab)
{
    m_ui->tabs->setCurrentIndex(tab);
    m_ui->views->setCurrentIndex(tab);
}

void RepoPage::turnTab(int by)
{
    m_ui->tabs->setCurrentIndex((m_ui->tabs->currentIndex() + by + m_ui->tabs->count()) % m_ui->tabs->count());
    focusContent();
}

QString RepoPage::icon() const
{
    return models::repoIconOf(m_location.repo.type);
}

QStringList RepoPage::crumbs() const
{
    return RepoTrail(placeAt(m_location)).crumbs();
}

QString RepoPage::filterHint() const
{
    const QString hints[] = {{}, tr("Filter files"), tr("Filter commits")};
    return hints[m_ui->tabs->currentIndex()];
}

void RepoPage::setFilter(const QString &text)
{
    m_files->setFilter(text);
    m_commits->setFilter(text);
}

void RepoPage::reload()
{
    if (m_engine->watch(m_hub).isOffline())
        m_engine->watch(m_hub).look();  // Whoever says "again" knows more than a timer.
    beginSession();
    showHeader();
}

void RepoPage::askAgain()
{
    if (m_session)
        reload();
}

void RepoPage::focusContent()
{
    switch (m_ui->tabs->currentIndex()) {
    case CardTab: m_card->setFocus(Qt::OtherFocusReason); break;
    case CommitsTab: m_commits->focusList(); break;
    default: m_files->focusList();
    }
}

std::optional<Place> RepoPage::placeOf(int crumb) const
{
    return RepoTrail(placeAt(m_location)).placeOf(crumb);
}

QList<NamedPlace> RepoPage::siblingsOf(int crumb) const
{
    return m_session->isWhole() ? RepoTrail(placeAt(m_location)).siblingsOf(crumb, m_session->tree())
                                : QList<NamedPlace>();
}

/// In the same Hub, for the same account.
Place RepoPage::placeAt(const Location &location) const
{
    return {.kind = Place::Kind::Repository, .location = location, .hub = m_hub};
}

QWidget *RepoPage::sideArea() const
{
    return m_area->shownPreview();
}

void RepoPage::download()
{
    showTab(FilesTab);
    m_files->download();
}

void RepoPage::copyLink() const
{
    m_files->copyLink();
}

void RepoPage::applyTransfers(const QList<TransferRow> &rows)
{
    m_files->applyTransfers(rows);
    for (const TransferRow &row : rows) {
        const bool isOurs = m_session && row.parent == 0
            && (row.repo == m_session->repo() || row.repo == m_session->info().id);  // Its name may have another case.
        const bool isNews = row.state == TransferRow::State::Failed && row.finishedAt >= m_begun
            && m_told.value(row.id) != row.finishedAt;
        if (isOurs && isNews && row.error) {
            m_told[row.id] = row.finishedAt;
            showFailure(*row.error);
        }
    }
}

/// Of a download. One file that failed keeps nobody from the others; a Hub that wants to know who asks does.
void RepoPage::showFailure(const Error &error)
{
    const bool isAboutUs = error.kind == Error::Kind::Unauthorized || error.kind == Error::Kind::MissingScope
        || error.kind == Error::Kind::Gated;
    m_access->showError(error, isAboutUs);
}

bool RepoPage::isListed() const
{
    return m_session && !m_session->commit().isEmpty() && !m_session->isListing() && !m_banners->isBlocking();
}

bool RepoPage::isCached() const
{
    return m_files->isCached();
}

bool RepoPage::hasCard() const
{
    return m_card->hasCard();
}

bool RepoPage::hasBanner() const
{
    return m_banners->isShown();
}
