// SPDX-License-Identifier: Apache-2.0
#include "gui/transferspage.h"

#include "core/texts.h"
#include "engine/engine.h"
#include "gui/delegates/transferdelegate.h"
#include "gui/queueactions.h"
#include "gui/theme/metrics.h"
#include "gui/transferlimits.h"
#include "gui/weblinks.h"
#include "gui/widgets/adaptivecolumns.h"
#include "gui/widgets/buttonmenu.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/mirrored.h"
#include "local/settings.h"
#include "models/columns.h"
#include "models/transfermodel.h"
#include "models/transferproxy.h"
#include "ui_transferspage.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>

#include <numeric>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kSamples = 120;  // Two minutes, one a second.
constexpr int kMeanOf = 3;     // The number shown is their mean, so that number and line agree.

}  // namespace

TransfersPage::TransfersPage(Engine *engine, TransferModel *model, Settings *settings, TransferLimits *limits,
                             QWidget *parent)
    : WindowPage(parent),
      m_ui(std::make_unique<Ui::TransfersPage>()),
      m_engine(engine),
      m_model(model),
      m_proxy(new TransferProxy(model, this)),
      m_settings(settings)
{
    m_ui->setupUi(this);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    setUpList();
    setUpTabs();
    connectButtons();
    connectMenu();
    connectLimit(limits);
    look::mirrorMargins(this);
    connect(&m_second, &QTimer::timeout, this, &TransfersPage::sample);
    m_second.start(1s);
    connect(model, &TransferModel::totalsChanged, this, [this] {
        updateTabs();
        updateFoot();
        updateHead();
        m_order->update();
    });
    updateTabs();
    updateHead();
    updateFoot();
}

TransfersPage::~TransfersPage()
{
    m_settings->setTransfersHeader(m_ui->list->header()->saveState());
    m_proxy->disconnect(this);  // It resets as it goes, and would tell a page that is half gone.
    m_ui->list->selectionModel()->disconnect(this);
}

void TransfersPage::setUpList()
{
    using namespace models;
    look::RowTree *list = m_ui->list;
    list->setItemDelegate(new look::TransferDelegate(list));
    list->setModel(m_proxy);
    list->setExpandsOnDoubleClick(true);
    QHeaderView *header = list->header();
    header->setStretchLastSection(false);
    header->setSectionResizeMode(TransferColumn::Name, QHeaderView::Stretch);
    const std::pair<int, int> widths[] = {{TransferColumn::Progress, 190},
                                          {TransferColumn::Size, 92},
                                          {TransferColumn::Speed, 100},
                                          {TransferColumn::Left, 110},
                                          {TransferColumn::State, 150}};
    for (const auto &[column, width] : widths)
        header->resizeSection(column, look::widthFor(width, fontMetrics()));
    header->restoreState(m_settings->transfersHeader());
    new look::AdaptiveColumns(list,
                              {{TransferColumn::Speed, 760},
                               {TransferColumn::Progress, 760, look::widthFor(124, fontMetrics())},
                               {TransferColumn::State, 760, look::widthFor(126, fontMetrics())},
                               {TransferColumn::Size, 640},
                               {TransferColumn::Left, 480}});
    connect(list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &TransfersPage::updateFoot);
    m_ui->states->addWidget(new look::EmptyState(
        u"transfers"_s, tr("No transfers"), tr("What you download appears here, with its speed and its state."), this));
    auto *noMatch = new look::EmptyState(u"filter"_s, tr("No transfer matches"),
                                         tr("Others are there in another state or by another name."), this);
    connect(noMatch->addAction(tr("Show all")), &QPushButton::clicked, this, [this] {
        m_ui->tabs->setCurrentIndex(0);
        Q_EMIT clearFilterAsked();
    });
    m_ui->states->addWidget(noMatch);
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(m_proxy, signal, this, &TransfersPage::updateState);
    connect(m_proxy, &QAbstractItemModel::modelReset, this, &TransfersPage::updateState);
    connect(m_proxy, &QAbstractItemModel::layoutChanged, this, &TransfersPage::updateState);
    updateState();
}

void TransfersPage::updateState()
{
    m_ui->states->setCurrentIndex(m_proxy->rowCount() > 0 ? 0 : m_model->rowCount() == 0 ? 1 : 2);
}

void TransfersPage::setUpTabs()
{
    m_ui->tabs->setDrawBase(false);
    m_ui->tabs->setExpanding(false);
    for (int i = 0; i < 5; ++i)
        m_ui->tabs->addTab({});
    connect(m_ui->tabs, &QTabBar::currentChanged, this, [this](int tab) {
        m_proxy->setKind(TransferProxy::Kind(tab));
        updateState();
    });
}

void TransfersPage::updateTabs()
{
    const TransferTotals totals = m_model->totals();
    const std::pair<QString, int> tabs[] = {{tr("All"), totals.count},
                                            {tr("Active"), totals.active},
                                            {tr("Waiting"), totals.waiting},
                                            {tr("Finished"), totals.finished},
                                            {tr("Failed"), totals.failed}};
    int i = 0;
    for (const auto &[text, count] : tabs)
        m_ui->tabs->setTabText(i++, count > 0 ? u"%1 %2"_s.arg(text).arg(count) : text);
}

void TransfersPage::connectButtons()
{
    connect(m_ui->pauseAll, &QPushButton::clicked, this, [this] {
        for (int i = 0; i < m_model->rowCount(); ++i)
            m_engine->pause(m_model->rowAt(m_model->index(i, 0))->id);
    });
    connect(m_ui->act, &QPushButton::clicked, this, [this] {
        const QList<TransferRow> rows = chosen();
        const Act act = actFor(rows);
        for (const TransferRow &row : rows) {
            if (act == Act::Pause)
                m_engine->pause(row.id);
            else if (act == Act::Resume)
                m_engine->resume(row.id);
            else if (act == Act::Retry)
                m_engine->retry(row.id);
        }
    });
    connect(m_ui->remove, &QPushButton::clicked, this, [this] {
        for (const TransferRow &row : chosen())
            row.isOver() ? m_engine->forget(row.id) : m_engine->cancel(row.id);
    });
    connect(m_ui->clear, &QPushButton::clicked, this, &TransfersPage::clearFinished);
    connect(m_ui->copyPath, &QPushButton::clicked, this, [this] {
        if (const QList<TransferRow> rows = chosen(); !rows.isEmpty())
            QGuiApplication::clipboard()->setText(rows.constFirst().target);
    });
    connect(m_ui->showFolder, &QPushButton::clicked, this, [this] {
        if (const QList<TransferRow> rows = chosen(); !rows.isEmpty())
            gui::showInFolder(rows.constFirst().target);
    });
}

void TransfersPage::connectMenu()
{
    m_order = std::make_unique<QueueActions>(m_engine, m_proxy, m_ui->list);
    m_ui->list->installEventFilter(this);
    m_ui->list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_ui->list, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu *menu = look::menuOf({m_ui->act, m_ui->showFolder, m_ui->copyPath, m_ui->remove, m_ui->clear}, this);
        if (m_order->isAnyEnabled()) {
            QAction *first = menu->actions().constFirst();
            menu->insertActions(first, m_order->all());
            menu->insertSeparator(first);
        }
        menu->popup(m_ui->list->viewport()->mapToGlobal(at));
    });
    connect(m_ui->order, &QPushButton::clicked, this, [this] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        menu->addActions(m_order->all());
        menu->popup(m_ui->order->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
    });
    connect(m_order.get(), &QueueActions::changed, this, [this] { m_ui->order->setEnabled(m_order->isAnyEnabled()); });
}

void TransfersPage::connectLimit(TransferLimits *limits)
{
    const auto show = [this, limits] {
        m_ui->limit->setText(limits->text());
        m_ui->graph->setLimit(double(limits->bytesPerSecond()));
    };
    connect(limits, &TransferLimits::changed, this, show);
    connect(m_ui->limit, &QPushButton::clicked, limits, [this, limits] { limits->popUp(m_ui->limit); });
    show();
}

/// What is done; what failed stays until somebody looked at it.
void TransfersPage::clearFinished()
{
    for (int i = 0; i < m_model->rowCount(); ++i) {
        const TransferRow *row = m_model->rowAt(m_model->index(i, 0));
        if (row->state == TransferRow::State::Succeeded)
            m_engine->forget(row->id);
    }
}

bool TransfersPage::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = watched == m_ui->list && event->type() == QEvent::KeyPress;
    if (isKey && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Delete)) {
        m_ui->remove->click();
        return true;
    }
    return WindowPage::eventFilter(watched, event);
}

void TransfersPage::turnTab(int by)
{
    m_ui->tabs->setCurrentIndex((m_ui->tabs->currentIndex() + by + m_ui->tabs->count()) % m_ui->tabs->count());
}

void TransfersPage::sample()
{
    m_fresh = m_model->totals().active > 0 ? m_fresh + 1 : 0;
    m_samples.append(double(m_model->totals().bytesPerSecond));
    if (m_samples.size() > kSamples)
        m_samples.removeFirst();
    m_ui->graph->setSamples(m_samples);
    updateHead();
}

void TransfersPage::updateHead()
{
    const TransferTotals totals = m_model->totals();
    // What was before the first byte is not part of its speed.
    const auto last = m_samples.mid(m_samples.size() - qMin(qsizetype(qMin(kMeanOf, m_fresh)), m_samples.size()));
    const double speed = last.isEmpty() ? double(totals.bytesPerSecond)
                                        : std::accumulate(last.cbegin(), last.cend(), 0.0) / double(last.size());
    const bool isActive = totals.active > 0;
    m_ui->activity->setText(isActive ? tr("Downloading") : tr("Nothing on its way"));
    m_ui->speed->setText(core::speedText(isActive ? speed : 0));
    QString left;
    if (isActive && totals.bytesLeft > 0) {
        left = tr("%1 left").arg(core::sizeText(totals.bytesLeft));
        if (const double seconds = double(totals.bytesLeft) / qMax(speed, 1.0); speed > 1 && seconds >= 1)
            left = tr("%1, about %2").arg(left, core::leftText(qint64(seconds)));
    }
    m_ui->left->setText(left);
    m_ui->pauseAll->setEnabled(isActive || totals.waiting > 0);
    m_ui->clear->setEnabled(totals.finished > 0);
}

QList<TransferRow> TransfersPage::chosen() const
{
    QList<TransferRow> rows;
    for (const QModelIndex &index : m_ui->list->selectionModel()->selectedRows()) {
        const QModelIndex transfer = index.parent().isValid() ? index.parent() : index;
        const TransferRow *row = m_model->rowAt(m_proxy->mapToSource(transfer));
        const auto isSame = [row](const TransferRow &other) { return other.id == row->id; };
        if (row && std::ranges::none_of(rows, isSame))
            rows << *row;
    }
    return rows;
}

TransfersPage::Act TransfersPage::actFor(const QList<TransferRow> &rows) const
{
    using State = TransferRow::State;
    const auto all = [&rows](auto is) { return !rows.isEmpty() && std::ranges::all_of(rows, is); };
    if (all([](const TransferRow &row) { return row.state == State::Paused; }))
        return Act::Resume;
    if (all([](const TransferRow &row) { return row.state == State::Failed || row.state == State::Cancelled; }))
        return Act::Retry;
    if (all([](const TransferRow &row) { return !row.isOver() && row.state != State::Paused; }))
        return Act::Pause;
    return Act::None;
}

void TransfersPage::updateFoot()
{
    const QList<TransferRow> rows = chosen();
    const auto isOver = [](const TransferRow &row) { return row.isOver(); };
    const Act act = actFor(rows);
    m_ui->act->setEnabled(act != Act::None);
    m_ui->act->setText(act == Act::Resume ? tr("Resume") : act == Act::Retry ? tr("Try again") : tr("Pause"));
    m_ui->act->setIconName(act == Act::Resume ? u"play"_s : act == Act::Retry ? u"retry"_s : u"pause"_s);
    const bool removes = !rows.isEmpty() && std::ranges::all_of(rows, isOver);
    m_ui->remove->setEnabled(removes || (!rows.isEmpty() && std::ranges::none_of(rows, isOver)));
    m_ui->remove->setText(removes ? tr("Remove from list") : tr("Cancel"));
    const bool hasPath = rows.size() == 1 && !rows.constFirst().target.isEmpty();
    m_ui->showFolder->setEnabled(hasPath);
    m_ui->copyPath->setEnabled(hasPath);
    qint64 left = 0;
    qint64 total = 0;
    for (const TransferRow &row : rows) {
        total += qMax<qint64>(0, row.total);
        left += qMax<qint64>(0, row.total - row.done);
    }
    QString text;
    if (!rows.isEmpty())
        text = tr("%Ln selected", nullptr, int(rows.size()));
    if (left > 0)
        text = tr("%1 · %2 of %3 left").arg(text, core::sizeText(left), core::sizeText(total));
    m_ui->chosen->setText(text);
}

QString TransfersPage::icon() const
{
    return u"transfers"_s;
}

QStringList TransfersPage::crumbs() const
{
    return {tr("This computer"), tr("Transfers")};
}

QString TransfersPage::filterHint() const
{
    return tr("Filter transfers");
}

void TransfersPage::setFilter(const QString &text)
{
    m_proxy->setText(text);
    updateState();
}

void TransfersPage::focusContent()
{
    // With no list, to the tabs above it.
    QWidget *const content = m_ui->states->currentIndex() == 0 ? static_cast<QWidget *>(m_ui->list) : m_ui->tabs;
    content->setFocus(Qt::OtherFocusReason);
}
