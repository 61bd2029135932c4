// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/badge.h"

#include "gui/theme/deckpaint.h"
#include "gui/theme/icons.h"
#include "gui/theme/isolated.h"
#include "gui/theme/metrics.h"
#include "gui/theme/type.h"

#include <QPainter>
#include <QStyle>

namespace look {

namespace {

constexpr int kPad = 7;
constexpr int kBadgeIcon = 14;

int iconSide(const QFontMetrics &metrics, const Badge &badge)
{
    return badge.loud ? kBadgeIcon : qMin(kIcon, metrics.height() - 1);  // Small facts have small icons.
}

}

QSize badgeSize(const QFont &body, const Badge &badge)
{
    const QFontMetrics metrics(fontOf(badge.loud ? Type::Small : Type::Body, body));
    const int icon = badge.icon.isEmpty() ? 0 : iconSide(metrics, badge) + (badge.text.isEmpty() ? 0 : 5);
    return {icon + metrics.horizontalAdvance(badge.text) + (badge.loud ? 2 * kPad : 0), badgeHeight(metrics)};
}

int drawBadge(QPainter *painter, const QRect &rect, const QFont &body, const Badge &badge, const Roles &roles,
              Qt::LayoutDirection direction)
{
    const QSize size = badgeSize(body, badge);
    const int width = qMin(size.width(), rect.width());
    QRect box(rect.left(), rect.top() + (rect.height() - size.height()) / 2, width, size.height());
    box = QStyle::visualRect(direction, rect, box);
    if (badge.loud)
        fillRounded(painter, box, box.height() / 2.0, roles.groundOf(badge.tone));
    QRect inner = badge.loud ? box.adjusted(kPad, 0, -kPad, 0) : box;
    const QColor ink = roles.of(badge.tone);
    painter->save();
    painter->setFont(fontOf(badge.loud ? Type::Small : Type::Body, body));
    if (!badge.icon.isEmpty()) {
        const int side = iconSide(painter->fontMetrics(), badge);
        const QRect cell(inner.left(), inner.top(), side, inner.height());
        drawLineIcon(painter, badge.icon,
                     QStyle::visualRect(direction, inner, cell)
                         .adjusted(0, (cell.height() - side) / 2, 0, -(cell.height() - side + 1) / 2),
                     ink);
        if (direction == Qt::RightToLeft)
            inner.setRight(inner.right() - side - 5);
        else
            inner.setLeft(inner.left() + side + 5);
    }
    painter->setPen(badge.tone == Tone::Neutral ? roles.subtle : ink);
    const QString text = painter->fontMetrics().elidedText(badge.text, Qt::ElideRight, inner.width() + 1);
    painter->drawText(inner, Qt::AlignVCenter | Qt::AlignLeading, isolated(text, direction));
    painter->restore();
    return width;
}

}
