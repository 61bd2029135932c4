// SPDX-License-Identifier: Apache-2.0
#include "gui/filespage.h"

#include "core/plaintext.h"
#include "engine/engine.h"
#include "engine/lastchanges.h"
#include "engine/reposession.h"
#include "gui/delegates/filedelegate.h"
#include "gui/fileschoice.h"
#include "gui/filesdrag.h"
#include "gui/filesmenu.h"
#include "gui/planfoot.h"
#include "gui/theme/metrics.h"
#include "gui/widgets/adaptivecolumns.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/loadingrows.h"
#include "gui/widgets/mirrored.h"
#include "gui/widgets/rowsinsight.h"
#include "local/settings.h"
#include "models/columns.h"
#include "models/filefeed.h"
#include "models/filemodel.h"
#include "models/fileproxy.h"
#include "ui_filespage.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The pages of Ui::FilesPage::states.
enum State { ListState, LoadingState, NoMatchState, EmptyFolderState, FailedState };

}  // namespace

FilesPage::FilesPage(Engine *engine, Settings *settings, const DiskSpace *disk, QWidget *parent)
    : QWidget(parent),
      m_ui(std::make_unique<Ui::FilesPage>()),
      m_settings(settings),
      m_model(new FileModel(this)),
      m_feed(std::make_unique<FileFeed>(m_model)),
      m_proxy(new FileProxy(m_model, engine->pool(), this))
{
    m_ui->setupUi(this);
    setUpList();
    m_choice = std::make_unique<FilesChoice>(engine, m_model, m_proxy, m_ui->list->selectionModel());
    m_foot = new PlanFoot(engine, disk, m_choice.get(), this);
    m_ui->column->addWidget(m_foot);
    new FilesDrag(engine, m_choice.get(), m_ui->list);
    m_menu = new FilesMenu(engine, m_choice.get(), m_foot, this);
    makeEmptyStates();
    connectList();
    connectMenu();
    look::mirrorMargins(this);
    const auto download = [this](const DownloadWish &wish) {
        Q_EMIT downloadAsked(wish);
        m_model->uncheckAll();  // The plan is on its way: the list says how far.
    };
    connect(m_foot, &PlanFoot::downloadAsked, this, download);
    connect(m_menu, &FilesMenu::downloadAsked, this, download);
    updateState();
}

FilesPage::~FilesPage()
{
    m_settings->setFilesHeader(m_ui->list->header()->saveState());
    // The models reset as they go, and would tell a page that is half gone.
    m_proxy->disconnect(this);
    m_model->disconnect(this);
    m_ui->list->selectionModel()->disconnect(this);
    m_feed.reset();
}

void FilesPage::setUpList()
{
    look::RowTree *list = m_ui->list;
    list->setItemDelegate(new look::FileDelegate(list));
    list->header()->setSortIndicator(-1, Qt::AscendingOrder);  // The Hub's order, until a head is pressed.
    list->setModel(m_proxy);
    list->header()->setStretchLastSection(false);
    list->header()->setSectionResizeMode(models::FileColumn::Name, QHeaderView::Stretch);
    list->header()->resizeSection(models::FileColumn::Size, look::widthFor(96, fontMetrics()));
    list->header()->resizeSection(models::FileColumn::State, look::widthFor(150, fontMetrics()));
    list->header()->resizeSection(models::FileColumn::Change, look::widthFor(156, fontMetrics()));
    list->header()->resizeSection(models::FileColumn::When, look::widthFor(112, fontMetrics()));
    list->header()->restoreState(m_settings->filesHeader());
    const auto wide = [this](int pixels) { return look::widthFor(pixels, fontMetrics()); };
    new look::AdaptiveColumns(list, {{models::FileColumn::Change, wide(620)}, {models::FileColumn::When, wide(500)}});
    list->installEventFilter(this);
    m_sight = new look::RowsInSight(list);
    connect(m_sight, &look::RowsInSight::changed, this, &FilesPage::lookAtRows);
}

void FilesPage::makeEmptyStates()
{
    m_noMatch = new look::EmptyState(u"filter"_s, tr("No name matches"), {}, this);
    connect(m_noMatch->addAction(tr("Clear the filter")), &QPushButton::clicked, this, &FilesPage::clearFilterAsked);
    auto *nothing = new look::EmptyState(u"folder"_s, tr("Nothing here"),
                                         tr("This revision of the repository has no files yet."), this);
    m_ui->states->insertWidget(LoadingState, new look::LoadingRows(this));
    m_ui->states->insertWidget(NoMatchState, m_noMatch);
    m_ui->states->insertWidget(EmptyFolderState, nothing);
    m_ui->states->insertWidget(FailedState, new QWidget(this));  // The banner above says it all.
}

void FilesPage::connectList()
{
    connect(m_ui->list, &QAbstractItemView::activated, this, &FilesPage::onActivated);
    connect(m_ui->list->selectionModel(), &QItemSelectionModel::selectionChanged, m_foot, &PlanFoot::planSoon);
    connect(m_model, &FileModel::checkedChanged, m_foot, &PlanFoot::planSoon);
    connect(m_model, &FileModel::transferOver, this, [this] {
        if (m_session)
            m_session->refreshStates();
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_proxy, signal, this, [this] { updateState(); });
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &FilesPage::updateState);
    connect(m_proxy, &QAbstractItemModel::layoutChanged, this, [this] { updateState(); });
}

void FilesPage::connectMenu()
{
    m_ui->list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_ui->list, &QWidget::customContextMenuRequested, this, &FilesPage::showMenu);
    connect(m_menu, &FilesMenu::folderAsked, this, &FilesPage::folderAsked);
    connect(m_menu, &FilesMenu::previewAsked, this, &FilesPage::previewAsked);
}

/// \a at is a place in the viewport of the list.
void FilesPage::showMenu(const QPoint &at)
{
    m_menu->make()->popup(m_ui->list->viewport()->mapToGlobal(at));
}

void FilesPage::copyLink() const
{
    m_menu->copyLink();
}

void FilesPage::setSession(RepoSession *session)
{
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    m_choice->setSession(session);
    m_failed = false;
    m_wasListed = false;
    m_feed->setSession(session);
    if (session) {
        connect(session, &RepoSession::entriesChanged, this, &FilesPage::updateState);
        connect(session, &RepoSession::listed, this, [this] {
            m_wasListed = true;
            updateState();
        });
        connect(session, &RepoSession::statesChanged, m_foot, &PlanFoot::planSoon);
        connect(session, &RepoSession::failed, this, [this] {
            m_failed = true;
            updateState();
        });
        connect(session, &RepoSession::fileFound, this, &FilesPage::selectFile);
    }
    updateState();
}

void FilesPage::setFilter(const QString &text)
{
    m_feed->setSearching(!text.isEmpty());
    m_proxy->setPattern(text);
    m_noMatch->setReason(tr("No name here is like “%1”.").arg(core::visible(text)));
    updateState();
}

void FilesPage::setBlocked(bool blocked)
{
    m_foot->setBlocked(blocked);
}

void FilesPage::download()
{
    m_foot->download();
}

void FilesPage::applyTransfers(const QList<TransferRow> &rows)
{
    m_model->updateTransfers(rows);
}

look::RowTree *FilesPage::list() const
{
    return m_ui->list;
}

void FilesPage::focusList()
{
    m_wantsFocus = true;
    setFocus(Qt::OtherFocusReason);  // Kept here until there are rows, else it would wander off to what is seen now.
    takeFocus();
}

void FilesPage::takeFocus()
{
    const int shown = m_ui->states->currentIndex();
    if (!m_wantsFocus || shown == LoadingState || shown == FailedState)
        return;
    m_wantsFocus = false;
    if (window()->focusWidget() != this)
        return;  // It was called elsewhere meanwhile.
    if (shown != ListState) {
        focusNextChild();
        return;
    }
    m_ui->list->setFocus(Qt::OtherFocusReason);
    if (!m_ui->list->currentIndex().isValid())  // Where the keyboard is; what is selected would be the plan.
        m_ui->list->selectionModel()->setCurrentIndex(m_proxy->index(0, 0), QItemSelectionModel::NoUpdate);
}

void FilesPage::markRow(const QString &path)
{
    m_markedPath = path;
}

void FilesPage::selectFile(const QString &path)
{
    m_wantedFile = path;
    updateState();
}

QStringList FilesPage::selectedPaths() const
{
    return m_choice->selectedPaths();
}

/// Goes to the rows that were asked for before they were there.
void FilesPage::showWanted()
{
    if (const int row = m_model->rowOf(m_wantedFile); row >= 0) {
        m_ui->list->setCurrentIndex(m_proxy->mapFromSource(m_model->index(row, 0)));
        m_wantedFile.clear();
    }
    if (const int row = m_model->rowOf(m_markedPath); row >= 0) {
        const QModelIndex marked = m_proxy->mapFromSource(m_model->index(row, 0));
        m_ui->list->selectionModel()->setCurrentIndex(marked, QItemSelectionModel::NoUpdate);
        m_ui->list->scrollTo(marked);
        m_markedPath.clear();
    }
}

/// Has the last changes asked for that somebody can see; in their order, of as many as a small folder has.
void FilesPage::lookAtRows(bool hasMoved)
{
    const QTreeView *list = m_ui->list;
    const int column = m_proxy->wish().column;
    if (!m_session || list->isColumnHidden(models::FileColumn::When))
        return;
    const bool isSortedBy = column == models::FileColumn::Change || column == models::FileColumn::When;
    const int last = m_sight->last();
    QStringList paths;
    for (int row = m_sight->first(); row <= last; ++row)
        paths << m_model->entry(m_proxy->sourceRow(row)).path;
    if (isSortedBy && m_model->rowCount() <= LastChanges::kMaxUnmoved) {
        for (int row = 0; row < m_model->rowCount(); ++row)
            paths << m_model->entry(row).path;
        paths.removeDuplicates();
    }
    m_session->lookAt(paths, hasMoved);
}

/// Which of its faces the page shows, and the plan that goes with it.
void FilesPage::updateState()
{
    showWanted();
    State state = ListState;
    const bool isAsking = m_session && (!m_wasListed || m_session->isListing());
    if (m_model->rowCount() == 0)
        state = m_failed ? FailedState : isAsking ? LoadingState : EmptyFolderState;
    else if (m_proxy->rowCount() == 0)
        state = NoMatchState;
    m_ui->states->setCurrentIndex(state);
    takeFocus();
    m_foot->planSoon();
}

void FilesPage::onActivated(const QModelIndex &index)
{
    const QModelIndex row = m_proxy->mapToSource(index).siblingAtColumn(models::FileColumn::Name);
    if (row.data(FileModel::IsFolderRole).toBool())
        Q_EMIT folderAsked(row.data(FileModel::PathRole).toString());
}

bool FilesPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->list && event->type() == QEvent::KeyPress && onKey(*static_cast<QKeyEvent *>(event)))
        return true;
    return QWidget::eventFilter(watched, event);
}

bool FilesPage::onKey(const QKeyEvent &key)
{
    if (key.matches(QKeySequence::Copy)) {
        m_menu->copyNames();
        return true;
    }
    if (key.key() == Qt::Key_F10 && key.modifiers() == Qt::ShiftModifier) {
        showMenu(m_ui->list->visualRect(m_ui->list->currentIndex()).center());
        return true;
    }
    if (key.key() != Qt::Key_Space)
        return false;
    const QList<int> rows = m_choice->selectedRows();
    m_model->setChecked(rows, !std::ranges::all_of(rows, [this](int row) { return m_model->isChecked(row); }));
    return true;
}

bool FilesPage::isCached() const
{
    for (int row = 0; row < m_model->rowCount(); ++row) {
        if (m_model->stateOf(row) != models::FileState::Cached)
            return false;
    }
    return m_model->rowCount() > 0;
}
