// SPDX-License-Identifier: Apache-2.0
#include "gui/discoverpage.h"

#include "core/plaintext.h"
#include "engine/engine.h"
#include "engine/hubwatch.h"
#include "engine/reposearch.h"
#include "gui/offlineresults.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/cardgrid.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/loadingrows.h"
#include "gui/widgets/mirrored.h"
#include "gui/widgets/searchfield.h"
#include "local/settings.h"
#include "models/resultmodel.h"
#include "ui_discoverpage.h"

#include <QKeyEvent>
#include <QPushButton>
#include <QSignalBlocker>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

enum State { ListState, LoadingState, NoMatchState, OfflineState, FailedState };  // The pages of states.

constexpr RepoType kTypes[] = {RepoType::Model, RepoType::Dataset, RepoType::Space};

QString nameOf(RepoType type)
{
    const QString names[] = {DiscoverPage::tr("Models"), DiscoverPage::tr("Datasets"), DiscoverPage::tr("Spaces")};
    return names[int(type)];
}

QString hintOf(RepoType type)
{
    const QString hints[] = {DiscoverPage::tr("Search models by name"), DiscoverPage::tr("Search datasets by name"),
                             DiscoverPage::tr("Search Spaces by name")};
    return hints[int(type)];
}

}  // namespace

DiscoverPage::DiscoverPage(Engine *engine, Settings *settings, QWidget *parent)
    : WindowPage(parent),
      m_ui(std::make_unique<Ui::DiscoverPage>()),
      m_engine(engine),
      m_settings(settings)
{
    m_ui->setupUi(this);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    for (const RepoType type : kTypes)
        m_shelves[int(type)] = makeShelf(type);
    makeStates();
    connectControls();
    look::mirrorMargins(this);
    m_typing.setSingleShot(true);
    m_typing.setInterval(250ms);
    connect(&m_typing, &QTimer::timeout, this, &DiscoverPage::apply);
    connect(&engine->watch(), &HubWatch::changed, this, [this](bool isOffline) {
        if (!isOffline)
            shelf().search->retry();
        updateState();
    });
}

DiscoverPage::~DiscoverPage()
{
    for (const Shelf &shelf : m_shelves)  // They reset as they go, and would tell a page that is half gone.
        shelf.model->disconnect(this);
}

DiscoverPage::Shelf DiscoverPage::makeShelf(RepoType type)
{
    auto *search = new RepoSearch(m_engine, type, this);
    auto *model = new ResultModel(search, this);
    auto *grid = new look::CardGrid(this);
    grid->setAccessibleName(tr("Results"));
    grid->setModel(model);
    m_ui->grids->addWidget(grid);
    connect(grid, &look::CardGrid::opened, this, [this](const QModelIndex &row) {
        const auto repo = row.data(RepoModel::RepoRole).value<RepoId>();
        Q_EMIT placeAsked({Place::Kind::Repository, {repo, {}, {}}});
    });
    connect(search, &RepoSearch::restarted, this, &DiscoverPage::updateState);
    connect(search, &RepoSearch::finished, this, &DiscoverPage::updateState);
    connect(model, &QAbstractItemModel::modelReset, this, &DiscoverPage::updateState);
    connect(model, &QAbstractItemModel::rowsInserted, this, &DiscoverPage::updateState);
    connect(search, &RepoSearch::failed, this, [this, type](const Error &error) {
        updateState();
        if (type == m_type)
            showError(error);
    });
    return {search, model, grid};
}

void DiscoverPage::makeStates()
{
    m_noMatch = new look::EmptyState(u"search"_s, tr("Nothing matches"), {}, this);
    m_removeFilters = m_noMatch->addAction(tr("Remove all filters"));
    m_searchElsewhere = m_noMatch->addAction({}, true);
    connect(m_removeFilters, &QPushButton::clicked, m_ui->filters, &FilterBar::clear);
    connect(m_searchElsewhere, &QPushButton::clicked, this, &DiscoverPage::searchElsewhere);
    m_offline = new OfflineResults(m_engine->watch().isSetOffline(), this);
    connect(m_offline, &OfflineResults::retryAsked, this, &DiscoverPage::reload);
    connect(m_offline, &OfflineResults::startAsked, this, [this] { Q_EMIT placeAsked({Place::Kind::Start, {}}); });
    connect(m_offline, &OfflineResults::opened, this, [this](const RepoId &repo) {
        Q_EMIT placeAsked({Place::Kind::Repository, {repo, {}, {}}});
    });
    m_ui->states->insertWidget(LoadingState, new look::LoadingRows(this));
    m_ui->states->insertWidget(NoMatchState, m_noMatch);
    m_ui->states->insertWidget(OfflineState, m_offline);
    m_ui->states->insertWidget(FailedState, new QWidget(this));  // The banner above says it all.
}

void DiscoverPage::connectControls()
{
    look::makeSearchField(m_ui->search, u"search"_s);
    m_ui->search->installEventFilter(this);
    connect(m_ui->search, &QLineEdit::textChanged, this, [this] { m_typing.start(); });
    connect(m_ui->search, &QLineEdit::returnPressed, this, &DiscoverPage::apply);
    connect(m_ui->sort, &QComboBox::activated, this, &DiscoverPage::apply);
    connect(m_ui->filters, &FilterBar::changed, this, &DiscoverPage::apply);
    connect(m_ui->lines, &QPushButton::toggled, this, &DiscoverPage::setLines);
    m_ui->lines->setChecked(m_settings->isDiscoverList());
}

void DiscoverPage::setLines(bool isLines)
{
    for (const Shelf &shelf : m_shelves)
        shelf.grid->setLines(isLines);
    m_offline->setLines(isLines);
    m_settings->setDiscoverList(isLines);
}

void DiscoverPage::setCached(const QList<RepoId> &repos)
{
    m_offline->setRepos(repos);
}

void DiscoverPage::open(const Place &place)
{
    m_type = place.location.repo.type;
    m_ui->banners->clear();
    m_ui->grids->setCurrentWidget(shelf().grid);
    shelf().search->setQuery(place.query);
    showControls();
    updateState();
    Q_EMIT crumbsChanged();
}

Place DiscoverPage::place() const
{
    return discoverPlace(m_type, shelf().search->query());
}

Place DiscoverPage::asLeft(const Place &place) const
{
    const RepoType type = place.location.repo.type;
    if (place.kind != Place::Kind::Discover || place.query != RepoQuery())
        return place;
    return discoverPlace(type, m_shelves[int(type)].search->query());
}

/// What the fields say is the query that is shown.
void DiscoverPage::showControls()
{
    const RepoQuery &query = shelf().search->query();
    const QSignalBlocker quiet(m_ui->search);
    m_typing.stop();
    m_ui->search->setText(query.search);
    m_ui->search->setPlaceholderText(hintOf(m_type));
    m_ui->filters->showQuery(m_type, query);
    m_ui->sort->clear();
    const std::pair<RepoQuery::Sort, QString> orders[] = {{RepoQuery::Sort::Trending, tr("Trending")},
                                                          {RepoQuery::Sort::Downloads, tr("Most downloads")},
                                                          {RepoQuery::Sort::Likes, tr("Most likes")},
                                                          {RepoQuery::Sort::Updated, tr("Recently updated")}};
    for (const auto &[sort, text] : orders) {
        if (sort != RepoQuery::Sort::Downloads || m_type != RepoType::Space)  // The Hub does not count them.
            m_ui->sort->addItem(text, int(sort));
    }
    m_ui->sort->setCurrentIndex(m_ui->sort->findData(int(query.sort)));
}

/// Searches for what the fields say now.
void DiscoverPage::apply()
{
    m_typing.stop();
    RepoQuery query = m_ui->filters->query();
    query.search = m_ui->search->text().trimmed();
    query.sort = RepoQuery::Sort(m_ui->sort->currentData().toInt());
    shelf().search->setQuery(query);
    Q_EMIT queryChanged();
}

void DiscoverPage::updateState()
{
    const RepoSearch &search = *shelf().search;
    State state = NoMatchState;
    if (shelf().model->rowCount() > 0)
        state = ListState;
    else if (search.isAsking())
        state = LoadingState;
    else if (search.hasFailed())
        state = m_engine->watch().isOffline() ? OfflineState : FailedState;
    if (!search.hasFailed() || state == OfflineState)
        m_ui->banners->clear();
    if (state == OfflineState)
        m_offline->setQuery(m_type, search.query().search);
    m_ui->states->setCurrentIndex(state);
    m_ui->line->setVisible(state != ListState && !(state == OfflineState && m_offline->grid()));
    updateNoMatch();
    updateCount();
}

void DiscoverPage::updateNoMatch()
{
    const RepoQuery &query = shelf().search->query();
    const QString text = core::visible(query.search);
    if (text.isEmpty())
        m_noMatch->setReason(tr("Nothing on the Hub has all of these filters."));
    else if (query.isFiltered())
        m_noMatch->setReason(tr("Nothing with these filters is named like “%1”.").arg(text));
    else
        m_noMatch->setReason(tr("Nothing on the Hub is named like “%1”.").arg(text));
    m_removeFilters->setVisible(query.isFiltered());
    m_searchElsewhere->setVisible(!text.isEmpty());
    m_searchElsewhere->setText(m_type == RepoType::Model ? tr("Search datasets instead") : tr("Search models instead"));
}

/// The same words in another kind of repositories; their filters differ.
void DiscoverPage::searchElsewhere()
{
    const RepoType other = m_type == RepoType::Model ? RepoType::Dataset : RepoType::Model;
    Q_EMIT placeAsked(discoverPlace(other, {.search = shelf().search->query().search}));
}

/// How many there are, where that is known: the Hub does not count what it lists.
void DiscoverPage::updateCount()
{
    const RepoSearch &search = *shelf().search;
    const qint64 count = search.isWhole() && !search.isAsking() ? shelf().model->rowCount() : search.total();
    m_ui->count->setText(tr("%Ln results", nullptr, int(count)));
    m_ui->count->setVisible(count > 0);
}

void DiscoverPage::showError(const Error &error)
{
    if (m_ui->states->currentIndex() == OfflineState)
        return;  // It says so, and the way out.
    QPushButton *button = nullptr;
    look::Banner *banner = gui::makeBanner(error, &button, m_ui->banners);
    const gui::Remedy remedy = gui::remedyOf(error);
    const bool isOfAccount = remedy == gui::Remedy::SignIn || remedy == gui::Remedy::ChangeAccount;
    if (button && !isOfAccount)  // The other ways out are those of a repository.
        button->setText(gui::textOf(gui::Remedy::Retry));
    if (button)
        connect(button, &QPushButton::clicked, this, [this, isOfAccount] { follow(isOfAccount); });
    m_ui->banners->show(banner);
}

void DiscoverPage::follow(bool isOfAccount)
{
    if (isOfAccount)
        Q_EMIT signInAsked();
    else
        shelf().search->retry();
}

void DiscoverPage::focusSearch()
{
    m_ui->search->setFocus(Qt::ShortcutFocusReason);
    m_ui->search->selectAll();
}

/// Those that are seen; null where none are.
look::CardGrid *DiscoverPage::results() const
{
    look::CardGrid *grid = m_offline->isVisible() ? m_offline->grid() : shelf().grid;
    return grid && grid->isVisible() ? grid : nullptr;
}

void DiscoverPage::enterResults()
{
    look::CardGrid *grid = results();
    if (!grid)
        return;
    if (!grid->currentIndex().isValid())  // Before it has the focus: Qt makes a row current then, and selects none.
        grid->setCurrentIndex(grid->model()->index(0, 0));
    grid->setFocus(Qt::OtherFocusReason);
}

QString DiscoverPage::icon() const
{
    return u"globe"_s;
}

QStringList DiscoverPage::crumbs() const
{
    return {tr("Discover"), nameOf(m_type)};
}

std::optional<Place> DiscoverPage::placeOf(int crumb) const
{
    return crumb == 0 ? asLeft(discoverPlace(RepoType::Model)) : place();
}

QList<NamedPlace> DiscoverPage::siblingsOf(int crumb) const
{
    QList<NamedPlace> siblings;
    for (const RepoType type : kTypes) {
        if (crumb == 1)
            siblings << NamedPlace{nameOf(type), discoverPlace(type)};
    }
    return siblings;
}

void DiscoverPage::reload()
{
    if (m_engine->watch().isOffline())
        m_engine->watch().look();  // Whoever says "again" knows more than a timer.
    shelf().search->restart();
}

void DiscoverPage::askAgain()
{
    for (const Shelf &each : m_shelves) {
        if (each.search->hasStarted())
            each.search->restart();
    }
}

void DiscoverPage::focusContent()
{
    if (results() && results()->currentIndex().isValid())
        enterResults();
    else
        focusSearch();
}

bool DiscoverPage::isSettled() const
{
    return !m_typing.isActive() && !shelf().search->isAsking() && !shelf().model->isOutdated();
}

bool DiscoverPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->search && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Down) {
            enterResults();
            return true;
        }
        if (key == Qt::Key_Escape && !m_ui->search->text().isEmpty()) {
            m_ui->search->clear();
            apply();
            return true;
        }
    }
    return WindowPage::eventFilter(watched, event);
}
