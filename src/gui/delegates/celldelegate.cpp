// SPDX-License-Identifier: Apache-2.0
#include "gui/delegates/celldelegate.h"

#include "gui/theme/icons.h"
#include "gui/theme/isolated.h"
#include "gui/theme/metrics.h"
#include "gui/theme/plaintip.h"
#include "models/itemroles.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QHelpEvent>
#include <QPainter>
#include <QToolTip>

namespace look {

QSize CellDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QSize size = QStyledItemDelegate::sizeHint(option, index);
    return {size.width(), rowHeight(option.fontMetrics)};
}

void CellDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    option->state &= ~QStyle::State_HasFocus;  // The row has the focus, not one of its cells: RowTree draws it.
    option->textElideMode = Qt::ElideMiddle;
    const QString icon = index.data(models::IconNameRole).toString();
    if (!icon.isEmpty()) {
        option->icon = lineIcon(icon, Tone(index.data(models::ToneRole).toInt()));
        option->features |= QStyleOptionViewItem::HasDecoration;
        option->decorationSize = QSize(kIcon, kIcon);
    }
}

bool CellDelegate::helpEvent(QHelpEvent *event, QAbstractItemView *view, const QStyleOptionViewItem &option,
                             const QModelIndex &index)
{
    if (event->type() != QEvent::ToolTip || !index.isValid())
        return QStyledItemDelegate::helpEvent(event, view, option, index);
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QString own = index.data(Qt::ToolTipRole).toString();
    const QString tip = own.isEmpty() ? cutTexts(cell, index).join(u'\n') : own;
    // An empty text takes the tip of the cell before away.
    QToolTip::showText(event->globalPos(), tip.isEmpty() ? tip : plainTip(tip), view->viewport(), option.rect);
    return true;
}

QStringList CellDelegate::cutTexts(const QStyleOptionViewItem &cell, const QModelIndex &index) const
{
    const QStyle *style = cell.widget ? cell.widget->style() : QApplication::style();
    const int margin = style->pixelMetric(QStyle::PM_FocusFrameHMargin, &cell, cell.widget) + 1;
    const QRect text = style->subElementRect(QStyle::SE_ItemViewItemText, &cell, cell.widget);
    const QString whole = index.data().toString();
    return isCut(whole, cell.font, text.width() - 2 * margin) ? QStringList{whole} : QStringList();
}

bool CellDelegate::isCut(const QString &text, const QFont &font, int room)
{
    return QFontMetrics(font).horizontalAdvance(text) > room;
}

QRect CellDelegate::beginCell(QPainter *painter, const QStyleOptionViewItem &option) const
{
    const QStyle *style = option.widget ? option.widget->style() : QApplication::style();
    style->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
    return option.rect.adjusted(kSmall, 0, -kSmall, 0);
}

void CellDelegate::drawText(QPainter *painter, const QRect &rect, const QString &text, const QColor &color,
                            Qt::TextElideMode elide, Qt::Alignment alignment)
{
    painter->setPen(color);
    const QString shown = painter->fontMetrics().elidedText(text, elide, rect.width());
    painter->drawText(rect, int(alignment | Qt::AlignVCenter | Qt::TextSingleLine),
                      isolated(shown, painter->layoutDirection()));
}

qint64 CellDelegate::figureOf(const QModelIndex &index, int role)
{
    const QVariant value = index.data(role);
    return value.isValid() ? value.toLongLong() : -1;
}

}
