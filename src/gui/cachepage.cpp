// SPDX-License-Identifier: Apache-2.0
#include "gui/cachepage.h"

#include "core/plaintext.h"
#include "core/texts.h"
#include "engine/engine.h"
#include "gui/delegates/cachedelegate.h"
#include "gui/theme/metrics.h"
#include "gui/widgets/adaptivecolumns.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/loadingrows.h"
#include "gui/widgets/mirrored.h"
#include "local/settings.h"
#include "models/cachemodel.h"
#include "models/cacheproxy.h"
#include "models/cachetexts.h"
#include "models/columns.h"
#include "transfer/diskspace.h"
#include "ui_cachepage.h"

#include <QHeaderView>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kMostBoxes = 60;  // More are too small to be told from each other.
constexpr int kMapHeight = 190;
constexpr int kLeastRows = 200;  // Pixels that the list keeps before the map gets any.

enum State { ListState, EmptyStateOfCache, NoMatchState, LoadingState };

}  // namespace

CachePage::CachePage(Engine *engine, Settings *settings, const DiskSpace *disk, QWidget *parent)
    : WindowPage(parent),
      m_ui(std::make_unique<Ui::CachePage>()),
      m_engine(engine),
      m_settings(settings),
      m_disk(disk),
      m_view(engine),
      m_model(new CacheModel(this)),
      m_proxy(new CacheProxy(this))
{
    m_ui->setupUi(this);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_proxy->setSourceModel(m_model);
    setUpList();
    makeEmptyStates();
    connectMap();
    connectButtons();
    connectMenu();
    look::mirrorMargins(this);
    connect(&m_view, &CacheView::changed, this, &CachePage::onLooked);
    connect(&m_view, &CacheView::removed, this, &CachePage::onRemoved);
    connect(&m_view, &CacheView::progressed, this, &CachePage::updateHead);
    connect(disk, &DiskSpace::changed, this, &CachePage::updateHead);
    connect(m_model, &CacheModel::checksChanged, this, &CachePage::updateFoot);
    m_view.lookSoon();  // The window's first moments belong to the window.
    updateState();
    updateFoot();
}

CachePage::~CachePage()
{
    m_settings->setCacheHeader(m_ui->list->header()->saveState());
    m_proxy->disconnect(this);  // It resets as it goes, and would tell a page that is half gone.
    m_model->disconnect(this);
    m_ui->list->selectionModel()->disconnect(this);
}

void CachePage::setUpList()
{
    using namespace models;
    look::RowTree *list = m_ui->list;
    list->setItemDelegate(new look::CacheDelegate(list));
    list->setModel(m_proxy);
    list->setExpandsOnDoubleClick(false);
    QHeaderView *header = list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(CacheColumn::Name, QHeaderView::Stretch);
    const std::pair<int, int> widths[] = {{CacheColumn::Share, 150},
                                          {CacheColumn::Size, 84},
                                          {CacheColumn::Files, 64},
                                          {CacheColumn::Used, 120},
                                          {CacheColumn::Note, 180}};
    for (const auto &[column, width] : widths) {
        list->sortByColumn(column, Qt::DescendingOrder);  // Its head has room for the arrow then.
        header->resizeSection(column, qMax(look::widthFor(width, fontMetrics()), header->sectionSizeHint(column)));
    }
    list->sortByColumn(CacheColumn::Size, Qt::DescendingOrder);
    header->restoreState(m_settings->cacheHeader());
    // The note stays to the last: it says what is damaged.
    const auto wide = [this](int pixels) { return look::widthFor(pixels, fontMetrics()); };
    new look::AdaptiveColumns(list,
                              {{CacheColumn::Share, wide(860)},
                               {CacheColumn::Files, wide(720)},
                               {CacheColumn::Note, wide(640), wide(118)},
                               {CacheColumn::Used, wide(520)}});
    connect(list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CachePage::updateFoot);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_proxy, signal, this, &CachePage::updateState);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &CachePage::updateState);
}

void CachePage::makeEmptyStates()
{
    m_ui->states->addWidget(
        new look::EmptyState(u"disk"_s, tr("Nothing is cached"),
                             tr("What you download is kept here, for this program and for every other one that uses "
                                "the Hub."),
                             this));
    auto *noMatch = new look::EmptyState(u"filter"_s, tr("No repository matches"),
                                         tr("Others are in the cache by another name."), this);
    connect(noMatch->addAction(tr("Show all")), &QPushButton::clicked, this, &CachePage::clearFilterAsked);
    m_ui->states->addWidget(noMatch);
    m_ui->states->addWidget(new look::LoadingRows(this));
}

void CachePage::updateState()
{
    State state = ListState;
    if (!m_view.isKnown())
        state = LoadingState;
    else if (m_model->rowCount() == 0)
        state = EmptyStateOfCache;
    else if (m_proxy->rowCount() == 0)
        state = NoMatchState;
    m_ui->states->setCurrentIndex(state);
    updateHead();
    arrange();
}

void CachePage::onLooked()
{
    m_model->update(m_view.contents());
    updateState();
    updateFoot();
    Q_EMIT sizeChanged(m_view.contents().bytes());
    QList<RepoId> repos;
    for (const CachedRepo &repo : m_view.contents().repos) {
        if (const auto id = repo.id(); id && !repo.commits.isEmpty())
            repos << *id;
    }
    Q_EMIT reposChanged(repos);
}

void CachePage::updateHead()
{
    const CacheContents &contents = m_view.contents();
    m_ui->title->setText(!contents.repos.isEmpty() ? models::cacheHeadOf(contents) : tr("Cache"));
    QStringList facts;
    if (m_disk->free() >= 0)
        facts << tr("%1 free on the disk").arg(core::sizeText(m_disk->free()));
    qint64 parts = 0;
    for (const CachedRepo &repo : contents.repos)
        parts += repo.partBytes();
    if (parts > 0)
        facts << tr("%1 in partial downloads").arg(core::sizeText(parts));
    facts << core::visible(m_engine->options().cacheRoot);
    m_ui->facts->setText(facts.join(u" · "_s));
    const bool hasDetached = std::ranges::any_of(contents.repos, [](const CachedRepo &repo) {
        const auto isDetached = [](const CachedCommit &commit) { return commit.refs.isEmpty(); };
        return !repo.parts.isEmpty() || std::ranges::any_of(repo.commits, isDetached);
    });
    m_ui->cleanUp->setEnabled(hasDetached);
}

void CachePage::updateMap()
{
    QList<const CachedRepo *> repos;
    for (const CachedRepo &repo : m_view.contents().repos) {
        if (repo.bytes > 0)
            repos << &repo;
    }
    std::ranges::stable_sort(repos, std::ranges::greater(), &CachedRepo::bytes);
    QSet<QString> picked;
    for (const CacheRemoval::Repo &repo : std::as_const(m_plan.repos))
        picked.insert(repo.folder);
    QList<look::SpaceMap::Entry> entries;
    m_mapped.clear();
    qint64 rest = 0;
    qint64 sums[4] = {};
    for (const CachedRepo *repo : std::as_const(repos)) {
        sums[int(repo->kind)] += repo->bytes;
        if (entries.size() == kMostBoxes) {
            rest += repo->bytes;
            continue;
        }
        m_mapped << repo->folder;
        entries.append({core::visible(repo->name.section(u'/', -1)), repo->bytes,
                        look::CacheDelegate::seriesOf(int(repo->kind)), picked.contains(repo->folder)});
    }
    if (rest > 0)
        entries.append({tr("All others"), rest, -1});
    m_ui->map->setEntries(entries);
    const QString words[] = {tr("Models %1"), tr("Datasets %1"), tr("Spaces %1"), tr("Kernels %1")};
    QList<look::SpaceLegend::Part> legend;
    for (int kind = 0; kind < 4; ++kind) {
        if (sums[kind] > 0)
            legend.append({words[kind].arg(core::sizeText(sums[kind])), models::cacheIconOf(CacheKind(kind)),
                           look::CacheDelegate::seriesOf(kind)});
    }
    m_ui->legend->setParts(legend);
}

/// The map takes what the list can spare: in a low window nothing.
void CachePage::arrange()
{
    const int fixed = m_ui->title->sizeHint().height() + m_ui->facts->sizeHint().height()
        + m_ui->remove->sizeHint().height() + m_ui->legend->sizeHint().height() + 80;
    const int room = height() - fixed - kLeastRows;
    const bool isShown = room >= kMapHeight / 2 && m_view.isKnown() && m_model->rowCount() > 0;
    m_ui->mapFrame->setVisible(isShown);
    m_ui->map->setFixedHeight(qBound(0, room, kMapHeight));
}

void CachePage::resizeEvent(QResizeEvent *event)
{
    WindowPage::resizeEvent(event);
    arrange();
}

void CachePage::open(const Place &)
{
    m_view.look();  // Others write into it, too.
}

QString CachePage::icon() const
{
    return u"disk"_s;
}

QStringList CachePage::crumbs() const
{
    return {tr("This computer"), tr("Cache")};
}

QString CachePage::filterHint() const
{
    return tr("Filter repositories");
}

void CachePage::setFilter(const QString &text)
{
    m_proxy->setText(text);
    updateState();
}

void CachePage::reload()
{
    m_view.look();
}

void CachePage::focusContent()
{
    m_ui->list->setFocus(Qt::OtherFocusReason);
}
