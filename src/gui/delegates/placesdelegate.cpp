// SPDX-License-Identifier: Apache-2.0
#include "gui/delegates/placesdelegate.h"

#include "gui/delegates/line.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/type.h"
#include "models/itemroles.h"

#include <QPainter>

namespace look {

QSize PlacesDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const bool first = index.row() == 0;
    const int row = rowHeight(option.fontMetrics);
    return {120, index.data(models::SectionRole).toBool() ? (first ? row : row + kMedium) : row};
}

void PlacesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const Roles &roles = currentRoles();
    painter->save();
    if (index.data(models::SectionRole).toBool()) {
        painter->setFont(fontOf(Type::Small, item.font));
        QRect line = item.rect.adjusted(kMedium, 0, -kMedium, 0);
        line.setTop(line.bottom() - rowHeight(item.fontMetrics) + 1);
        drawText(painter, line, index.data().toString(), roles.subtle);
        painter->restore();
        return;
    }
    Line line(beginCell(painter, item).adjusted(kTight, 0, -kTight, 0), item.direction);
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const auto tone = Tone(index.data(models::ToneRole).toInt());
    const QColor ink = tone == Tone::Neutral && selected ? roles.accent : roles.of(tone);
    drawLineIcon(painter, index.data(models::IconNameRole).toString(), line.leading(kIcon, kSmall + 1), ink);

    const QString note = index.data(models::NoteRole).toString();
    if (!note.isEmpty()) {
        painter->setFont(fontOf(Type::Small, item.font));
        painter->setPen(roles.subtle);
        drawFigures(painter, line.trailing(figuresWidth(painter->font(), note), kSmall), note);
    }
    painter->setFont(fontOf(selected ? Type::Strong : Type::Body, item.font));
    drawText(painter, line.rest(), index.data().toString(), roles.text, Qt::ElideMiddle);
    painter->restore();
}

}
