// SPDX-License-Identifier: Apache-2.0
#include "gui/queueactions.h"

#include "engine/engine.h"
#include "models/transfermodel.h"
#include "models/transferproxy.h"

#include <QTreeView>

#include <algorithm>

QueueActions::QueueActions(Engine *engine, TransferProxy *proxy, QTreeView *list, QObject *parent)
    : QObject(parent),
      m_engine(engine),
      m_proxy(proxy),
      m_list(list)
{
    add(tr("Move to the top"), Qt::Key_Home, models::QueueStep::ToTop);
    add(tr("Move up"), Qt::Key_Up, models::QueueStep::Up);
    add(tr("Move down"), Qt::Key_Down, models::QueueStep::Down);
    add(tr("Move to the bottom"), Qt::Key_End, models::QueueStep::ToBottom);
    list->addActions(m_actions);
    list->setDragDropMode(QAbstractItemView::InternalMove);
    list->setDragDropOverwriteMode(false);
    connect(proxy, &TransferProxy::movesAsked, this, &QueueActions::ask);
    connect(proxy->sourceModel(), &QAbstractItemModel::rowsMoved, this, [this] {
        update();
        m_list->scrollTo(m_list->currentIndex());
    });
    connect(list->selectionModel(), &QItemSelectionModel::selectionChanged, this, &QueueActions::update);
    update();
}

void QueueActions::add(const QString &text, Qt::Key key, models::QueueStep step)
{
    auto *action = new QAction(text, this);
    action->setShortcut(Qt::ALT | Qt::SHIFT | key);
    action->setShortcutContext(Qt::WidgetShortcut);
    action->setData(int(step));
    connect(action, &QAction::triggered, this, [this, step] { ask(movesOf(step)); });
    m_actions << action;
}

QList<models::QueueMove> QueueActions::movesOf(models::QueueStep step) const
{
    QSet<quint64> chosen;
    for (const QModelIndex &row : m_list->selectionModel()->selectedRows())
        chosen << row.data(TransferModel::IdRole).toULongLong();
    return models::movesFor(m_proxy->queue(chosen), step);
}

void QueueActions::ask(const QList<models::QueueMove> &moves)
{
    for (const models::QueueMove &move : moves)
        m_engine->move(move.id, move.before);
}

void QueueActions::update()
{
    for (QAction *action : std::as_const(m_actions))
        action->setEnabled(!movesOf(models::QueueStep(action->data().toInt())).isEmpty());
    Q_EMIT changed();
}

bool QueueActions::isAnyEnabled() const
{
    return std::ranges::any_of(m_actions, &QAction::isEnabled);
}
