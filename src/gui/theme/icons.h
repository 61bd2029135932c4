// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/theme/roles.h"

#include <QIcon>

class QPainter;

namespace look {

/// One of our line icons, drawn in the palette's text colour of the moment: a change of theme needs no new QIcon.
QIcon lineIcon(const QString &name);
QIcon lineIcon(const QString &name, Tone tone);

/// The same for delegates, which know their colour.
void drawLineIcon(QPainter *painter, const QString &name, const QRect &rect, const QColor &color);

}
