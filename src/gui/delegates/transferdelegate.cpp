// SPDX-License-Identifier: Apache-2.0
#include "gui/delegates/transferdelegate.h"

#include "core/texts.h"
#include "gui/theme/deckpaint.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/theme/type.h"
#include "gui/widgets/badge.h"
#include "models/columns.h"
#include "models/itemroles.h"

#include <QPainter>

using namespace Qt::Literals::StringLiterals;

namespace look {

namespace {

bool isJob(const QModelIndex &index)
{
    return !index.parent().isValid();
}

}

QSize TransferDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const int lines = isJob(index) ? 2 * option.fontMetrics.height() + kMedium + kTight : rowHeight(option.fontMetrics);
    return {kVast, lines};  // A long list asks for every row: no text is measured.
}

void TransferDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem cell = option;
    initStyleOption(&cell, index);
    const QRect rect = beginCell(painter, cell);
    const Roles &roles = currentRoles();
    const auto figures = [&](const QString &text) {
        painter->setPen(text == u"–"_s ? roles.subtle : roles.text);  // What is not known is not news.
        drawFigures(painter, rect, text);
    };
    painter->save();
    painter->setFont(cell.font);
    switch (index.column()) {
    case models::TransferColumn::Name: paintName(painter, rect, cell, index); break;
    case models::TransferColumn::Progress: paintProgress(painter, rect, cell, index); break;
    case models::TransferColumn::Size: figures(core::sizeText(figureOf(index, models::BytesRole))); break;
    case models::TransferColumn::Speed: figures(core::speedText(double(figureOf(index, models::SpeedRole)))); break;
    case models::TransferColumn::Left: figures(core::leftText(figureOf(index, models::LeftRole))); break;
    default: {
        const auto tone = Tone(index.data(models::ToneRole).toInt());
        const Badge badge{index.data().toString(), index.data(models::IconNameRole).toString(), tone,
                          tone == Tone::Danger};
        drawBadge(painter, rect, cell.font, badge, roles, cell.direction);
    }
    }
    painter->restore();
}

QStringList TransferDelegate::cutTexts(const QStyleOptionViewItem &cell, const QModelIndex &index) const
{
    QStringList cut;
    if (index.column() != models::TransferColumn::Name)
        return cut;
    const int room = cell.rect.width() - 2 * kSmall - kIcon - kSmall;
    const QString name = index.data().toString();
    const QString note = isJob(index) ? index.data(models::NoteRole).toString() : QString();
    if (isCut(name, fontOf(isJob(index) ? Type::Strong : Type::Body, cell.font), room))
        cut << name;
    if (isCut(note, fontOf(Type::Small, cell.font), room))
        cut << note;
    return cut;
}

void TransferDelegate::paintName(QPainter *painter, const QRect &cell, const QStyleOptionViewItem &option,
                                 const QModelIndex &index) const
{
    const Roles &roles = currentRoles();
    const QRect icon(cell.left(), cell.top(), kIcon, cell.height());
    drawLineIcon(painter, index.data(models::IconNameRole).toString(), QStyle::visualRect(option.direction, cell, icon),
                 roles.of(Tone(index.data(models::ToneRole).toInt())));
    QRect text = cell.adjusted(kIcon + kSmall, 0, 0, 0);
    text = QStyle::visualRect(option.direction, cell, text);
    if (!isJob(index)) {
        drawText(painter, text, index.data().toString(), roles.text, Qt::ElideMiddle);
        return;
    }
    const int line = option.fontMetrics.height();
    const QRect first(text.left(), text.center().y() - line + 1, text.width(), line);
    painter->setFont(fontOf(Type::Strong, option.font));
    drawText(painter, first, index.data().toString(), roles.text, Qt::ElideMiddle);
    painter->setFont(fontOf(Type::Small, option.font));
    drawText(painter, first.translated(0, line), index.data(models::NoteRole).toString(), roles.subtle);
}

void TransferDelegate::paintProgress(QPainter *painter, const QRect &cell, const QStyleOptionViewItem &option,
                                     const QModelIndex &index) const
{
    const QVariant value = index.data(models::ShareRole);
    if (!value.isValid())
        return;
    const double share = value.toDouble();
    const Roles &roles = currentRoles();
    const auto tone = Tone(index.data(models::ToneRole).toInt());
    const QColor fill = tone == Tone::Neutral ? roles.faint : roles.of(tone);
    const int figures = figuresWidth(option.font, core::percentText(1.0));
    const QRect bar(cell.left(), cell.center().y() - 1, cell.width() - figures - kSmall, isJob(index) ? 4 : 3);
    drawBar(painter, QStyle::visualRect(option.direction, cell, bar), share, roles.pressed, fill);
    const QRect text(cell.right() - figures + 1, cell.top(), figures, cell.height());
    painter->setPen(isJob(index) ? roles.text : roles.subtle);
    drawFigures(painter, QStyle::visualRect(option.direction, cell, text), core::percentText(share));
}

}
