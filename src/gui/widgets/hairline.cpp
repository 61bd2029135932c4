// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/hairline.h"

#include "gui/theme/metrics.h"
#include "gui/theme/roles.h"

#include <QPainter>

namespace look {

Hairline::Hairline(QWidget *parent) : QWidget(parent)
{
    setOrientation(Qt::Horizontal);
}

void Hairline::setOrientation(Qt::Orientation orientation)
{
    const bool isVertical = orientation == Qt::Vertical;
    setMinimumSize(isVertical ? kHair : 0, isVertical ? 0 : kHair);
    setMaximumSize(isVertical ? kHair : QWIDGETSIZE_MAX, isVertical ? QWIDGETSIZE_MAX : kHair);
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), currentRoles().hairline);
}

}
