// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/queuemoves.h"

#include <QAction>
#include <QObject>

class Engine;
class QTreeView;
class TransferProxy;

/// Moves the chosen transfers of a list that wait for their turn: by keys, from a menu, by dragging them.
class QueueActions final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it. \a list shows \a proxy.
    QueueActions(Engine *engine, TransferProxy *proxy, QTreeView *list, QObject *parent = nullptr);

    QList<QAction *> all() const { return m_actions; }
    bool isAnyEnabled() const;
    void update();  ///< What is chosen, or its state, is another.

Q_SIGNALS:
    void changed();  ///< What can be done.

private:
    void add(const QString &text, Qt::Key key, models::QueueStep step);
    QList<models::QueueMove> movesOf(models::QueueStep step) const;
    void ask(const QList<models::QueueMove> &moves);

    Engine *m_engine;
    TransferProxy *m_proxy;
    QTreeView *m_list;
    QList<QAction *> m_actions;
};
