// SPDX-License-Identifier: Apache-2.0
#include "gui/favouritespage.h"

#include "core/plaintext.h"
#include "engine/engine.h"
#include "engine/hubwatch.h"
#include "gui/theme/icons.h"
#include "gui/weblinks.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/mirrored.h"
#include "local/favourites.h"
#include "models/namedrepomodel.h"
#include "ui_favouritespage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>
#include <QSortFilterProxyModel>

using namespace Qt::Literals::StringLiterals;

namespace {

enum State { ListState, NothingState, NoMatchState };  // The pages of states.

}

FavouritesPage::FavouritesPage(Engine *engine, Favourites *favourites, QWidget *parent)
    : WindowPage(parent),
      m_ui(std::make_unique<Ui::FavouritesPage>()),
      m_engine(engine),
      m_favourites(favourites),
      m_lookup(engine->hub()),
      m_model(new NamedRepoModel(this)),
      m_proxy(new QSortFilterProxyModel(this))
{
    m_ui->setupUi(this);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_proxy->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_proxy->setSourceModel(m_model);
    m_ui->grid->setModel(m_proxy);
    m_ui->grid->installEventFilter(this);
    makeStates();
    look::mirrorMargins(this);
    connect(m_ui->grid, &look::CardGrid::opened, this, [this](const QModelIndex &row) {
        const auto repo = row.data(RepoModel::RepoRole).value<RepoId>();
        Q_EMIT placeAsked({Place::Kind::Repository, {repo, {}, {}}});
    });
    connect(m_ui->grid, &QWidget::customContextMenuRequested, this, &FavouritesPage::showMenu);
    connect(&m_lookup, &RepoLookup::found, m_model, &NamedRepoModel::tell);
    connect(&m_lookup, &RepoLookup::failed, m_model, &NamedRepoModel::tellFailure);
    connect(favourites, &Favourites::changed, this, &FavouritesPage::showFavourites);
    connect(&engine->watch(), &HubWatch::changed, this, &FavouritesPage::ask);
    showFavourites();
}

FavouritesPage::~FavouritesPage() = default;

void FavouritesPage::makeStates()
{
    auto *nothing = new look::EmptyState(u"bookmark"_s, tr("No favourites yet"),
                                         tr("Press Favourite at the head of a repository, and it stands here."), this);
    connect(nothing->addAction(tr("Search the Hub")), &QPushButton::clicked, this,
            [this] { Q_EMIT placeAsked(discoverPlace(RepoType::Model)); });
    m_noMatch = new look::EmptyState(u"filter"_s, tr("No name matches"), {}, this);
    connect(m_noMatch->addAction(tr("Clear the filter")), &QPushButton::clicked, this,
            &FavouritesPage::clearFilterAsked);
    m_ui->states->insertWidget(NothingState, nothing);
    m_ui->states->insertWidget(NoMatchState, m_noMatch);
}

void FavouritesPage::open(const Place &)
{
    m_ui->banners->clear();
}

void FavouritesPage::showEvent(QShowEvent *event)
{
    WindowPage::showEvent(event);
    ask();
}

void FavouritesPage::showFavourites()
{
    m_model->setRepos(m_favourites->repos());
    ask();
    updateState();
}

/// What the Hub says of them, while somebody looks.
void FavouritesPage::ask()
{
    if (isVisible() && !m_engine->watch().isOffline())
        m_lookup.want(m_favourites->repos());
}

void FavouritesPage::updateState()
{
    const int all = m_model->rowCount();
    const State state = all == 0 ? NothingState : m_proxy->rowCount() == 0 ? NoMatchState : ListState;
    m_ui->states->setCurrentIndex(state);
    m_ui->line->setVisible(state != ListState);
    m_ui->count->setText(tr("%Ln repositories", nullptr, int(all)));
    m_ui->count->setVisible(all > 0);
}

void FavouritesPage::showMenu(const QPoint &at)
{
    const QModelIndex row = m_ui->grid->indexAt(at);
    if (!row.isValid())
        return;
    const auto repo = row.data(RepoModel::RepoRole).value<RepoId>();
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    connect(menu->addAction(tr("Open")), &QAction::triggered, this, [this, repo] {
        Q_EMIT placeAsked({Place::Kind::Repository, {repo, {}, {}}});
    });
    connect(menu->addAction(look::lineIcon(u"copy"_s), tr("Copy link")), &QAction::triggered, this, [this, repo] {
        const QUrl page = gui::repoUrl(m_engine->options().endpoint, {repo, {}, {}});
        QGuiApplication::clipboard()->setText(page.toString(QUrl::FullyEncoded));
    });
    menu->addSeparator();
    QAction *taken = menu->addAction(look::lineIcon(u"close"_s), tr("Take out of the favourites"));
    taken->setShortcut(Qt::Key_Delete);
    taken->setShortcutContext(Qt::WidgetShortcut);  // It is heard elsewhere.
    taken->setShortcutVisibleInContextMenu(true);
    connect(taken, &QAction::triggered, this, [this, row = QPersistentModelIndex(row)] { remove(row); });
    menu->popup(m_ui->grid->viewport()->mapToGlobal(at));
}

void FavouritesPage::remove(const QModelIndex &row)
{
    if (!row.isValid())
        return;
    const auto repo = row.data(RepoModel::RepoRole).value<RepoId>();
    const int at = m_proxy->mapToSource(row).row();
    m_favourites->remove(repo);
    offerUndo(repo, at);
}

void FavouritesPage::offerUndo(const RepoId &repo, qsizetype at)
{
    auto *banner = new look::Banner(models::Tone::Neutral,
                                    tr("%1 is no favourite any more.").arg(core::visible(repo.name)), m_ui->banners);
    connect(banner->addAction(tr("Undo")), &QPushButton::clicked, this, [this, repo, at] {
        m_favourites->insert(at, repo);
        m_ui->banners->clear();
        focusContent();
    });
    m_ui->banners->show(banner);
}

QString FavouritesPage::icon() const
{
    return u"bookmark"_s;
}

QStringList FavouritesPage::crumbs() const
{
    return {tr("Favourites")};
}

QString FavouritesPage::filterHint() const
{
    return tr("Filter favourites");
}

void FavouritesPage::setFilter(const QString &text)
{
    m_proxy->setFilterFixedString(text);
    m_noMatch->setReason(tr("No name here is like “%1”.").arg(core::visible(text)));
    updateState();
}

void FavouritesPage::reload()
{
    if (m_engine->watch().isOffline())
        m_engine->watch().look();  // Whoever says "again" knows more than a timer.
    m_lookup.forget();
    ask();
}

void FavouritesPage::focusContent()
{
    if (m_ui->states->currentIndex() != ListState) {
        setFocus(Qt::OtherFocusReason);
        focusNextChild();
        return;
    }
    m_ui->grid->setFocus(Qt::OtherFocusReason);
    if (!m_ui->grid->currentIndex().isValid())
        m_ui->grid->setCurrentIndex(m_proxy->index(0, 0));
}

bool FavouritesPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = watched == m_ui->grid && event->type() == QEvent::KeyPress;
    if (isKey && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Delete)) {
        remove(m_ui->grid->currentIndex());
        return true;
    }
    return WindowPage::eventFilter(watched, event);
}
