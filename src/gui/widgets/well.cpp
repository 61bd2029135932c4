// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/well.h"

#include "gui/theme/deckpaint.h"
#include "gui/theme/metrics.h"

#include <QPainter>

void look::Well::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    fillRounded(&painter, rect(), kCardRadius, currentRoles().sunken);
}
