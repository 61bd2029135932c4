// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/hairline.h"

#include "gui/theme/metrics.h"
#include "gui/theme/roles.h"

#include <QPainter>

namespace look {

Hairline::Hairline(QWidget *parent) : QWidget(parent)
{
    setFixedHeight(kHair);
}

void Hairline::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), currentRoles().hairline);
}

}
