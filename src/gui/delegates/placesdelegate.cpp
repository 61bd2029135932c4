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
    const int row = rowHeight(option.fontMetrics);
    if (!index.data(models::SectionRole).toBool())
        return {m_compact ? kIcon : 120, row};
    const bool first = index.row() == 0;
    if (m_compact)
        return {kIcon, first ? kTight : kMedium};
    return {120, first ? row : row + kMedium};
}

QStringList PlacesDelegate::cutTexts(const QStyleOptionViewItem &cell, const QModelIndex &index) const
{
    const QString name = index.data().toString();
    if (m_compact)
        return {name};
    const QString note = index.data(models::NoteRole).toString();
    int room = cell.rect.width() - 2 * (kSmall + kTight) - kIcon - kSmall - 1;
    if (!note.isEmpty())
        room -= figuresWidth(fontOf(Type::Small, cell.font), note) + kSmall;
    const bool selected = cell.state.testFlag(QStyle::State_Selected);
    return isCut(name, fontOf(selected ? Type::Strong : Type::Body, cell.font), room) ? QStringList{name}
                                                                                      : QStringList();
}

void PlacesDelegate::paintHeading(QPainter *painter, const QStyleOptionViewItem &item, const QModelIndex &index) const
{
    const Roles &roles = currentRoles();
    QRect line = item.rect.adjusted(kMedium, 0, -kMedium, 0);
    if (m_compact) {
        if (index.row() > 0)
            painter->fillRect(QRect(line.left(), line.center().y(), line.width(), kHair), roles.hairline);
        return;
    }
    painter->setFont(fontOf(Type::Small, item.font));
    line.setTop(line.bottom() - rowHeight(item.fontMetrics) + 1);
    drawText(painter, line, index.data().toString(), roles.subtle);
}

void PlacesDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem item = option;
    initStyleOption(&item, index);
    const Roles &roles = currentRoles();
    painter->save();
    if (index.data(models::SectionRole).toBool()) {
        paintHeading(painter, item, index);
        painter->restore();
        return;
    }
    Line line(beginCell(painter, item).adjusted(kTight, 0, -kTight, 0), item.direction);
    const bool selected = item.state.testFlag(QStyle::State_Selected);
    const auto tone = Tone(index.data(models::ToneRole).toInt());
    const QColor ink = tone == Tone::Neutral && selected ? roles.accent : roles.of(tone);
    const QString icon = index.data(models::IconNameRole).toString();
    if (m_compact) {
        QRect cell(0, 0, kIcon, kIcon);
        cell.moveCenter(item.rect.center());
        drawLineIcon(painter, icon, cell, ink);
        painter->restore();
        return;
    }
    drawLineIcon(painter, icon, line.leading(kIcon, kSmall + 1), ink);

    const QString note = index.data(models::NoteRole).toString();
    if (!note.isEmpty()) {
        painter->setFont(fontOf(Type::Small, item.font));
        painter->setPen(roles.subtle);
        drawFigures(painter, line.trailing(figuresWidth(painter->font(), note), kSmall), note);
    }
    painter->setFont(fontOf(selected ? Type::Strong : Type::Body, item.font));
    // A name is told from others by its end, too; the title of a commit by its beginning.
    const QString text = index.data().toString();
    drawText(painter, line.rest(), text, roles.text, text.contains(u' ') ? Qt::ElideRight : Qt::ElideMiddle);
    painter->restore();
}

}
