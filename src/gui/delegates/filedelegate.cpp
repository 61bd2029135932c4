// SPDX-License-Identifier: Apache-2.0
#include "gui/delegates/filedelegate.h"

#include "core/texts.h"
#include "gui/theme/deckpaint.h"
#include "gui/theme/metrics.h"
#include "gui/theme/type.h"
#include "models/columns.h"
#include "models/itemroles.h"

#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace look {

Badge FileDelegate::badgeOf(models::FileState state, const QString &note)
{
    const QString text = models::textOf(state);
    switch (state) {
    case models::FileState::Remote: return {text, u"remote"_s};
    case models::FileState::Queued: return {text, u"clock"_s};
    case models::FileState::Running: return {note, {}, Tone::Accent};
    case models::FileState::Cached: return {text, u"cached"_s, Tone::Success};
    case models::FileState::OtherRevision: return {text, u"history"_s, Tone::Warning};
    case models::FileState::Damaged: return {text, u"damaged"_s, Tone::Danger, true};
    case models::FileState::Partly: return {note, u"remote"_s};
    }
    return {};
}

void FileDelegate::paintDetail(QPainter *painter, const QRect &rect, const QStyleOptionViewItem &cell,
                               const QModelIndex &index) const
{
    const Roles &roles = currentRoles();
    switch (index.column()) {
    case models::FileColumn::Size: paintSize(painter, rect, index); break;
    case models::FileColumn::State: paintState(painter, rect, cell, index); break;
    case models::FileColumn::Change: drawText(painter, rect, index.data().toString(), roles.subtle); break;
    default: drawText(painter, rect, index.data().toString(), roles.subtle, Qt::ElideRight, Qt::AlignTrailing);
    }
}

void FileDelegate::paintSize(QPainter *painter, const QRect &cell, const QModelIndex &index)
{
    const Roles &roles = currentRoles();
    const qint64 bytes = figureOf(index, models::BytesRole);
    // A folder that has not been counted yet: more is to come, which a dash would deny.
    painter->setPen(bytes < 0 ? roles.subtle : roles.text);
    drawFigures(painter, cell, bytes < 0 ? u"…"_s : core::sizeText(bytes));
}

void FileDelegate::paintState(QPainter *painter, const QRect &cell, const QStyleOptionViewItem &option,
                              const QModelIndex &index) const
{
    const Roles &roles = currentRoles();
    const auto state = models::FileState(index.data(models::StateRole).toInt());
    if (state != models::FileState::Running) {
        drawBadge(painter, cell, option.font, badgeOf(state, index.data(models::NoteRole).toString()), roles,
                  option.direction);
        return;
    }
    const double share = index.data(models::ShareRole).toDouble();
    const int figures = figuresWidth(option.font, core::percentText(1.0));
    const int length = qMin(64, cell.width() - figures - kSmall);
    QRect bar(cell.left(), cell.center().y() - 1, length, 4);
    QRect text(cell.left() + length + kSmall, cell.top(), figures, cell.height());
    drawBar(painter, QStyle::visualRect(option.direction, cell, bar), share, roles.pressed, roles.accent);
    painter->setPen(roles.accent);
    drawFigures(painter, QStyle::visualRect(option.direction, cell, text), core::percentText(share));
}

}
