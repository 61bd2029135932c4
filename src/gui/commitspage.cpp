// SPDX-License-Identifier: Apache-2.0
#include "gui/commitspage.h"

#include "core/plaintext.h"
#include "core/safename.h"
#include "engine/engine.h"
#include "engine/hubwatch.h"
#include "engine/reposession.h"
#include "gui/delegates/commitdelegate.h"
#include "gui/errorbanner.h"
#include "gui/widgets/buttonmenu.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/loadingrows.h"
#include "models/commitmodel.h"
#include "models/commitproxy.h"
#include "ui_commitspage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScrollBar>

using namespace Qt::Literals::StringLiterals;

namespace {

enum State { ListState, LoadingState, NoMatchState, NoCommitsState, OfflineState, FailedState, BlankState };

}

CommitsPage::CommitsPage(Engine *engine, QWidget *parent)
    : QWidget(parent),
      m_ui(std::make_unique<Ui::CommitsPage>()),
      m_engine(engine),
      m_model(new CommitModel(&m_list, this)),
      m_proxy(new CommitProxy(this))
{
    m_ui->setupUi(this);
    m_proxy->setSourceModel(m_model);
    setUpList();
    makeStates();
    connectButtons();
    const auto onNews = [this] {
        m_error.reset();
        updateState();
    };
    connect(&m_list, &CommitList::restarted, this, onNews);
    connect(&m_list, &CommitList::asked, this, onNews);
    connect(&m_list, &CommitList::finished, this, onNews);
    connect(&m_list, &CommitList::finished, this, &CommitsPage::fetchAhead);
    connect(&m_list, &CommitList::failed, this, [this](const Error &error) {
        m_error = error;
        updateState();
    });
    updateState();
}

CommitsPage::~CommitsPage()
{
    m_proxy->disconnect(this);  // It resets as it goes, and would tell a page that is half gone.
    m_ui->list->selectionModel()->disconnect(this);
}

void CommitsPage::setUpList()
{
    look::RowTree *list = m_ui->list;
    list->setItemDelegate(new look::CommitDelegate(list));
    list->setModel(m_proxy);
    list->header()->setSectionResizeMode(QHeaderView::Stretch);
    list->setSelectionMode(QAbstractItemView::SingleSelection);  // The form's setting comes before RowTree's own.
    list->installEventFilter(this);
    list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(list, &QWidget::customContextMenuRequested, this, &CommitsPage::showMenu);
    connect(list, &QAbstractItemView::activated, m_ui->open, &QPushButton::click);
    connect(list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &CommitsPage::updateFoot);
    connect(list->verticalScrollBar(), &QScrollBar::valueChanged, this, &CommitsPage::fetchAhead);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_proxy, signal, this, &CommitsPage::updateState);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &CommitsPage::updateState);
}

void CommitsPage::makeStates()
{
    auto *noMatch = new look::EmptyState(u"filter"_s, tr("No commit matches"),
                                         tr("Only the commits that are loaded were looked through."), this);
    connect(noMatch->addAction(tr("Clear the filter")), &QPushButton::clicked, this, &CommitsPage::clearFilterAsked);
    m_offline = new look::EmptyState(u"offline"_s, tr("You are offline"),
                                     tr("The history of a repository is on the Hub."), this);
    m_failed = new look::EmptyState(u"warning"_s, tr("The history cannot be shown"), {}, this);
    for (look::EmptyState *state : {m_offline, m_failed}) {
        QPushButton *again = state->addAction(gui::textOf(gui::Remedy::Retry));
        again->setVisible(!m_engine->options().isOffline);
        connect(again, &QPushButton::clicked, m_ui->again, &QPushButton::click);
    }
    m_ui->states->insertWidget(LoadingState, new look::LoadingRows(this));
    m_ui->states->insertWidget(NoMatchState, noMatch);
    m_ui->states->insertWidget(
        NoCommitsState,
        new look::EmptyState(u"commit"_s, tr("No commits"), tr("Nothing was committed to this revision yet."), this));
    m_ui->states->insertWidget(OfflineState, m_offline);
    m_ui->states->insertWidget(FailedState, m_failed);
    m_ui->states->insertWidget(BlankState, new QWidget(this));  // The banner above says it all.
}

void CommitsPage::connectButtons()
{
    connect(m_ui->open, &QPushButton::clicked, this, [this] {
        if (const QString commit = chosen(); !commit.isEmpty())
            Q_EMIT revisionAsked(commit);
    });
    connect(m_ui->copy, &QPushButton::clicked, this, [this] {
        if (const QString commit = chosen(); !commit.isEmpty())
            QGuiApplication::clipboard()->setText(commit);
    });
    connect(m_ui->more, &QPushButton::clicked, &m_list, &CommitList::fetchMore);
    connect(m_ui->again, &QPushButton::clicked, this, [this] {
        if (m_session && m_session->watch().isOffline())
            m_session->watch().look();  // Whoever says "again" knows more than a timer.
        m_list.retry();
    });
}

void CommitsPage::setSession(RepoSession *session)
{
    if (m_session)
        m_session->watch().disconnect(this);
    m_session = session;
    m_isLoaded = false;
    m_isBarred = false;
    if (session) {
        connect(&session->watch(), &HubWatch::changed, this, [this](bool isOffline) {
            if (!isOffline)
                m_list.retry();
            updateState();
        });
        connect(session, &RepoSession::opened, this, &CommitsPage::load);
        connect(session, &RepoSession::wentOffline, this, [this] {
            m_isLoaded = false;
            load();
        });
        connect(session, &RepoSession::failed, this, [this] {
            m_isBarred = m_session->commit().isEmpty();
            updateState();
        });
    }
    updateState();
    load();
}

void CommitsPage::load()
{
    if (m_isLoaded || !isVisible() || !m_session || m_session->commit().isEmpty())
        return;
    m_isLoaded = true;
    const QString commit = m_session->commit();
    m_model->setCurrent(commit);
    const bool isHere = m_list.isOf(m_session->hub(), m_session->repo()) && core::isCommit(m_session->revision());
    const QList<Commit> &local = m_session->commits().items;
    const bool wasLocal = std::exchange(m_isLocal, m_session->isOffline() && !local.isEmpty());
    if (m_isLocal) {
        m_list.close();
        m_error.reset();
        m_model->setCommits(local);
    } else if (wasLocal || !isHere || m_list.hasFailed() || !m_model->contains(commit)) {
        m_list.open(m_session->hub(), m_session->repo(), commit);
    }
    updateState();
}

void CommitsPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    load();
}

void CommitsPage::setFilter(const QString &text)
{
    m_proxy->setText(text);
    updateState();
}

/// Asks for more before the end is in sight. Not while it filters: a history without a match would be loaded whole.
/// (The view's own fetchMore() asks as soon as there are rows, before it knows how high they are.)
void CommitsPage::fetchAhead()
{
    const look::RowTree *list = m_ui->list;
    const int below = m_proxy->rowCount() * list->sizeHintForRow(0) - list->verticalScrollBar()->value();
    if (isVisible() && !m_proxy->isFiltering() && below < 2 * list->viewport()->height())
        m_list.fetchMore();
}

void CommitsPage::updateState()
{
    State state = ListState;
    if (m_isBarred)
        state = BlankState;
    else if (!m_session || m_session->commit().isEmpty())
        state = LoadingState;
    else if (m_proxy->rowCount() > 0)
        state = ListState;
    else if (m_model->rowCount() > 0)
        state = NoMatchState;
    else if (m_error)
        state = m_session->watch().isOffline() ? OfflineState : FailedState;
    else
        state = m_isLoaded && !m_list.isAsking() ? NoCommitsState : LoadingState;
    if (m_error)
        m_failed->setReason(core::visible(m_error->message));
    m_ui->states->setCurrentIndex(state);
    updateFoot();
}

QString CommitsPage::countText() const
{
    const int loaded = m_model->rowCount();
    if (m_isLocal)
        return tr("The history is on the Hub. These commits are on this computer.");
    if (m_error && loaded > 0)
        return core::visible(m_error->message);
    const QLocale locale;
    if (m_proxy->isFiltering())
        return tr("%1 of the %Ln commits that are loaded match", nullptr, loaded)
            .arg(locale.toString(m_proxy->rowCount()));
    if (loaded == 0)
        return {};
    if (m_list.isWhole())
        return tr("%Ln commits", nullptr, loaded);
    return m_list.total() > loaded
        ? tr("%1 of %Ln commits loaded", nullptr, int(m_list.total())).arg(locale.toString(loaded))
        : tr("%Ln commits loaded", nullptr, loaded);
}

void CommitsPage::updateFoot()
{
    const bool hasChoice = !chosen().isEmpty();
    m_ui->open->setEnabled(hasChoice);
    m_ui->copy->setEnabled(hasChoice);
    m_ui->more->setVisible(m_proxy->isFiltering() && !m_isLocal && !m_list.isWhole() && !m_error
                           && m_model->rowCount() > 0);
    m_ui->more->setEnabled(m_list.canFetchMore());
    m_ui->again->setVisible(m_error && m_model->rowCount() > 0);
    m_ui->count->setText(countText());
}

QString CommitsPage::chosen() const
{
    const QModelIndexList rows = m_ui->list->selectionModel()->selectedRows();
    return rows.isEmpty() ? QString() : rows.constFirst().data(models::RevisionRole).toString();
}

void CommitsPage::showMenu(const QPoint &at)
{
    const QModelIndexList rows = m_ui->list->selectionModel()->selectedRows();
    if (rows.isEmpty())
        return;
    const QString commit = chosen();
    const QString message = rows.constFirst().data(CommitModel::MessageRole).toString();
    QMenu *menu = look::menuOf({m_ui->open, m_ui->copy}, this);
    connect(menu->addAction(tr("Copy message")), &QAction::triggered, this,
            [message] { QGuiApplication::clipboard()->setText(message); });
    connect(menu->addAction(tr("Open on the Hub")), &QAction::triggered, this,
            [this, commit] { Q_EMIT webPageAsked(commit); });
    menu->popup(m_ui->list->viewport()->mapToGlobal(at));
}

bool CommitsPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = watched == m_ui->list && event->type() == QEvent::KeyPress;
    if (isKey && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Copy)) {
        m_ui->copy->click();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void CommitsPage::focusList()
{
    // Before it has the focus: Qt makes a row current then, and selects none.
    if (!m_ui->list->currentIndex().isValid() && m_proxy->rowCount() > 0)
        m_ui->list->setCurrentIndex(m_proxy->index(0, 0));
    m_ui->list->setFocus(Qt::OtherFocusReason);
}
