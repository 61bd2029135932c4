// SPDX-License-Identifier: Apache-2.0
#include "gui/delegates/detaildelegate.h"

#include <QPainter>

namespace look {

void DetailDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    CellDelegate::initStyleOption(option, index);
    if (index.column() == 0 && option->direction == Qt::RightToLeft)
        option->text = u'\u2066' + option->text + u'\u2069';  // ".gitattributes" keeps its dot in front.
}

void DetailDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (index.column() == 0) {
        CellDelegate::paint(painter, option, index);
        return;
    }
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QRect rect = beginCell(painter, cell);
    painter->save();
    painter->setFont(cell.font);
    paintDetail(painter, rect, cell, index);
    painter->restore();
}

}
