// SPDX-License-Identifier: Apache-2.0
#include "gui/delegates/jsondelegate.h"

#include "models/itemroles.h"

namespace look {

void JsonDelegate::initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const
{
    CellDelegate::initStyleOption(option, index);
    const QColor ink = currentRoles().of(Tone(index.data(models::ToneRole).toInt()));
    for (const auto role : {QPalette::Text, QPalette::HighlightedText})
        option->palette.setColor(role, ink);
    option->textElideMode = Qt::ElideRight;
}

}
