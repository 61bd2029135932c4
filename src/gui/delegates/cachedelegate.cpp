// SPDX-License-Identifier: Apache-2.0
#include "gui/delegates/cachedelegate.h"

#include "core/texts.h"
#include "gui/theme/deckpaint.h"
#include "gui/theme/metrics.h"
#include "gui/theme/type.h"
#include "gui/widgets/badge.h"
#include "models/cachemodel.h"
#include "models/columns.h"

#include <QPainter>

namespace look {

void CacheDelegate::paintDetail(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &cell,
                                const QModelIndex &index) const
{
    const Roles &roles = currentRoles();
    switch (index.column()) {
    case models::CacheColumn::Share: {
        const QRect bar(rect.left(), rect.center().y() - 1, rect.width(), 4);
        const QColor fill = roles.series(seriesOf(index.data(CacheModel::KindRole).toInt()));
        painter->save();
        if (cell.direction == Qt::RightToLeft) {  // It grows from where lines begin.
            painter->translate(2 * rect.left() + rect.width(), 0);
            painter->scale(-1, 1);
        }
        drawBar(painter, bar, index.data(models::ShareRole).toDouble(), roles.sunken, fill);
        painter->restore();
        break;
    }
    case models::CacheColumn::Size:
        painter->setPen(roles.text);
        drawFigures(painter, rect, core::sizeText(figureOf(index, models::BytesRole)));
        break;
    case models::CacheColumn::Note: {
        const auto tone = Tone(index.data(models::ToneRole).toInt());
        const QString text = index.data().toString();
        if (tone == Tone::Neutral)
            drawText(painter, rect, text, roles.subtle);
        else
            drawBadge(painter, rect, cell.font,
                      {text, index.data(models::IconNameRole).toString(), tone, tone == Tone::Danger}, roles,
                      cell.direction);
        break;
    }
    default: painter->setPen(roles.subtle); drawFigures(painter, rect, index.data().toString());
    }
}

}
