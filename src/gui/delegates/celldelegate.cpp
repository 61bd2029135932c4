// SPDX-License-Identifier: Apache-2.0
#include "gui/delegates/celldelegate.h"

#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "models/itemroles.h"

#include <QApplication>
#include <QPainter>

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
    painter->drawText(rect, int(alignment | Qt::AlignVCenter | Qt::TextSingleLine), shown);
}

qint64 CellDelegate::figureOf(const QModelIndex &index, int role)
{
    const QVariant value = index.data(role);
    return value.isValid() ? value.toLongLong() : -1;
}

}
