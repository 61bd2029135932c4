// SPDX-License-Identifier: Apache-2.0
#include "gui/delegates/commitdelegate.h"

#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/type.h"
#include "gui/widgets/badge.h"
#include "models/commitmodel.h"

#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace look {

namespace {

constexpr int kShownDigits = 7;

bool isCurrent(const QModelIndex &index)
{
    return index.data(CommitModel::CurrentRole).toBool();
}

}

QSize CommitDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {kVast, 2 * option.fontMetrics.height() + kMedium + kTight};  // The same for all: no text is measured.
}

void CommitDelegate::takeEnds(Line &line, const QFont &font, const QModelIndex &index, QPainter *painter)
{
    const Roles &roles = currentRoles();
    const QFont code = codeFont();
    const QString hash = index.data(models::RevisionRole).toString().first(kShownDigits);
    const QRect icon = line.leading(kIcon, kSmall);
    const QRect end = line.trailing(QFontMetrics(code).horizontalAdvance(hash) + 1, kMedium);
    const Badge badge{tr("Shown"), u"check"_s, Tone::Accent};
    const QRect mark = isCurrent(index) ? line.trailing(badgeSize(font, badge).width(), kMedium) : QRect();
    if (!painter)
        return;
    drawLineIcon(painter, index.data(models::IconNameRole).toString(), icon,
                 isCurrent(index) ? roles.accent : roles.subtle);
    painter->setFont(code);
    painter->setPen(roles.subtle);
    painter->drawText(end, Qt::AlignVCenter | Qt::AlignLeft | Qt::AlignAbsolute, hash);
    if (mark.isValid())
        drawBadge(painter, mark, font, badge, roles, line.direction());
}

void CommitDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    cell.text.clear();
    cell.icon = {};
    Line line(beginCell(painter, cell), cell.direction);
    const Roles &roles = currentRoles();
    painter->save();
    takeEnds(line, cell.font, index, painter);
    const QRect room = line.rest();
    const int height = cell.fontMetrics.height();
    const QString note = index.data(models::NoteRole).toString();
    const int top = note.isEmpty() ? room.center().y() - height / 2 : room.center().y() - height + 1;
    const QRect first(room.left(), top, room.width(), height);
    painter->setFont(isCurrent(index) ? fontOf(Type::Strong, cell.font) : cell.font);
    drawText(painter, first, index.data().toString(), roles.text);
    painter->setFont(fontOf(Type::Small, cell.font));
    drawText(painter, first.translated(0, height), note, roles.subtle);
    painter->restore();
}

QStringList CommitDelegate::cutTexts(const QStyleOptionViewItem &cell, const QModelIndex &index) const
{
    Line line(cell.rect.adjusted(kSmall, 0, -kSmall, 0), cell.direction);
    takeEnds(line, cell.font, index, nullptr);
    const QString title = index.data().toString();
    const QString note = index.data(models::NoteRole).toString();
    QStringList cut;
    if (isCut(title, isCurrent(index) ? fontOf(Type::Strong, cell.font) : cell.font, line.width()))
        cut << title;
    if (isCut(note, fontOf(Type::Small, cell.font), line.width()))
        cut << note;
    return cut;
}

}
