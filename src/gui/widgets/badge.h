// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/theme/roles.h"

#include <QRect>
#include <QString>

class QPainter;
class QFont;

namespace look {

/// A word with a meaning: "Gated", "41 %", "Damaged". Quiet ones are icon and text; loud ones have a ground.
struct Badge {
    QString text;
    QString icon = {};
    Tone tone = Tone::Neutral;
    bool loud = false;
    QString spoken = {};  ///< For who cannot see the icon, where that says what the text is about.
};

QSize badgeSize(const QFont &body, const Badge &badge);

/// Paints \a badge vertically centred at the leading edge of \a rect; answers the width it took.
int drawBadge(QPainter *painter, const QRect &rect, const QFont &body, const Badge &badge, const Roles &roles,
              Qt::LayoutDirection direction = Qt::LeftToRight);

}
