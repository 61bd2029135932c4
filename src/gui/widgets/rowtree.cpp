// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/rowtree.h"

#include "gui/theme/deckpaint.h"
#include "gui/theme/metrics.h"
#include "gui/widgets/viewpalette.h"
#include "models/itemroles.h"

#include <QAccessible>
#include <QHeaderView>
#include <QMetaMethod>
#include <QPainter>

namespace look {

namespace {

constexpr int kManyRows = 500;  // More than any screen shows.

}

RowTree::RowTree(QWidget *parent) : QTreeView(parent)
{
    ViewPalette::apply(this);
    setProperty("paintsRows", true);
    setSelectionBehavior(SelectRows);
    setSelectionMode(ExtendedSelection);
    setTextElideMode(Qt::ElideMiddle);
    header()->setHighlightSections(false);
    header()->setDefaultAlignment(Qt::AlignLeading | Qt::AlignVCenter);
    header()->setStretchLastSection(false);
}

void RowTree::setKeySource(QWidget *source)
{
    m_keySource = source;
}

void RowTree::startDrag(Qt::DropActions actions)
{
    if (isSignalConnected(QMetaMethod::fromSignal(&RowTree::dragAsked)))
        Q_EMIT dragAsked();
    else
        QTreeView::startDrag(actions);
}

/// Of many rows only those in sight are painted anew: QTreeView would look for the place of each of them first, which
/// takes a tenth of a second for a hundred thousand.
void RowTree::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    if (!uniformRowHeights() || bottomRight.row() - topLeft.row() < kManyRows) {
        QTreeView::dataChanged(topLeft, bottomRight, roles);
        return;
    }
    viewport()->update();
    if (QAccessible::isActive()) {
        QAccessibleTableModelChangeEvent changed(this, QAccessibleTableModelChangeEvent::DataChanged);
        changed.setFirstRow(topLeft.row());
        changed.setLastRow(bottomRight.row());
        changed.setFirstColumn(topLeft.column());
        changed.setLastColumn(bottomRight.column());
        QAccessible::updateAccessibility(&changed);
    }
}

/// The ring goes round whole rows; QTreeView paints only the cells anew between which the keyboard moved.
void RowTree::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    for (const QModelIndex &row : {current, previous}) {
        const QRect cell = visualRect(row);
        viewport()->update(0, cell.top(), viewport()->width(), cell.height());
    }
}

void RowTree::drawRow(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const Roles &roles = currentRoles();
    const bool selected = selectionModel()->isSelected(index.siblingAtColumn(0));
    const bool hovered = viewport()->underMouse() && !index.data(models::SectionRole).toBool()
        && option.rect.contains(viewport()->mapFromGlobal(QCursor::pos()));
    const QRectF row
        = QRectF(0, option.rect.top(), viewport()->width(), option.rect.height()).adjusted(kTight, 1, -kTight, -1);
    const bool focused = hasFocus() || (m_keySource && m_keySource->hasFocus());
    if (selected || hovered) {
        const QPalette::ColorGroup group = focused ? QPalette::Active : QPalette::Inactive;
        fillRounded(painter, row, kRadius, selected ? palette().color(group, QPalette::Highlight) : roles.hover);
    }
    QTreeView::drawRow(painter, option, index);
    const bool current = currentIndex().siblingAtColumn(0) == index.siblingAtColumn(0);
    if (current && focused)  // One pixel where the tint says it too, two where nothing else does.
        strokeRounded(painter, row, kRadius, roles.accent, selected ? 1.0 : 2.0);
}

}
