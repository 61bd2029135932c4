// SPDX-License-Identifier: Apache-2.0
#include "gui/theme/monogram.h"

#include "gui/theme/colormath.h"
#include "gui/theme/deckpaint.h"
#include "gui/theme/type.h"

#include <QPainter>

static int hueOf(const QString &name)
{
    quint32 sum = 2166136261U;  // FNV-1a; qHash is seeded anew in every process.
    for (const QChar character : name)
        sum = (sum ^ character.unicode()) * 16777619U;
    return int(sum % 8);
}

void look::drawMonogram(QPainter *painter, const QRect &rect, double radius, const QString &name)
{
    const Roles &roles = currentRoles();
    const QColor hue = roles.series(hueOf(name));
    fillRounded(painter, rect, radius, mix(roles.content, hue, roles.dark ? 0.22 : 0.12));
    painter->setFont(fontOf(Type::Heading, painter->font()));
    painter->setPen(hue);
    painter->drawText(rect, Qt::AlignCenter, name.left(1).toUpper());
}
