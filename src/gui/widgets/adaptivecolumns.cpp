// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/adaptivecolumns.h"

#include <QEvent>
#include <QTreeView>

namespace look {

AdaptiveColumns::AdaptiveColumns(QTreeView *view, QList<Rule> rules)
    : QObject(view),
      m_view(view),
      m_rules(std::move(rules))
{
    view->installEventFilter(this);
}

bool AdaptiveColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        for (const Rule &rule : std::as_const(m_rules))
            m_view->setColumnHidden(rule.column, m_view->width() < rule.hiddenBelow);
    }
    return QObject::eventFilter(watched, event);
}

}
