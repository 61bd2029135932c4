// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/rowsinsight.h"

#include <QEvent>
#include <QScrollBar>
#include <QTreeView>

using namespace std::chrono_literals;

namespace look {

RowsInSight::RowsInSight(QTreeView *view) : QObject(view), m_view(view)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(50ms);
    connect(&m_timer, &QTimer::timeout, this, [this] { Q_EMIT changed(std::exchange(m_hasMoved, false)); });
    const auto look = [this] {
        if (!m_timer.isActive())  // Not anew each time: rows that come and come are seen meanwhile.
            m_timer.start();
    };
    connect(view->verticalScrollBar(), &QAbstractSlider::valueChanged, this, [this, look] {
        m_hasMoved = true;
        look();
    });
    for (const auto signal : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(view->model(), signal, this, look);
    connect(view->model(), &QAbstractItemModel::modelReset, this, look);
    connect(view->model(), &QAbstractItemModel::layoutChanged, this, look);
    view->viewport()->installEventFilter(this);
}

bool RowsInSight::eventFilter(QObject *watched, QEvent *event)
{
    if ((event->type() == QEvent::Resize || event->type() == QEvent::Show) && !m_timer.isActive())
        m_timer.start();
    return QObject::eventFilter(watched, event);
}

int RowsInSight::first() const
{
    return m_view->indexAt({0, 0}).row();
}

int RowsInSight::last() const
{
    if (!m_view->isVisible() || first() < 0)
        return -2;
    const int row = m_view->indexAt({0, m_view->viewport()->height() - 1}).row();
    return row < 0 ? m_view->model()->rowCount() - 1 : row;
}

}
