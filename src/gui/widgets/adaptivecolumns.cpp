// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/adaptivecolumns.h"

#include <QEvent>
#include <QHeaderView>
#include <QTreeView>

namespace look {

AdaptiveColumns::AdaptiveColumns(QTreeView *view, QList<Rule> rules) : QObject(view), m_view(view)
{
    for (const Rule &rule : rules)
        m_rules << Kept{rule};
    view->installEventFilter(this);
}

bool AdaptiveColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        for (Kept &kept : m_rules)
            apply(kept, m_view->width() < kept.rule.below);
    }
    return QObject::eventFilter(watched, event);
}

void AdaptiveColumns::apply(Kept &kept, bool isNarrow)
{
    const int column = kept.rule.column;
    if (kept.rule.narrowWidth == 0) {
        m_view->setColumnHidden(column, isNarrow);
        return;
    }
    if (isNarrow == kept.isNarrow)
        return;
    kept.isNarrow = isNarrow;
    if (isNarrow)
        kept.width = m_view->header()->sectionSize(column);
    m_view->header()->resizeSection(column, isNarrow ? kept.rule.narrowWidth : kept.width);
}

}
