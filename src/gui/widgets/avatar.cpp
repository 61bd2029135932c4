// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/avatar.h"

#include "gui/theme/monogram.h"

#include <QPainter>

namespace look {

constexpr int kSide = 40;

Avatar::Avatar(QWidget *parent) : QWidget(parent)
{
    setFixedSize(kSide, kSide);
}

void Avatar::setName(const QString &name)
{
    m_name = name;
    update();
}

QSize Avatar::sizeHint() const
{
    return {kSide, kSide};
}

void Avatar::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    drawMonogram(&painter, rect(), kSide / 2.0, m_name);
}

}  // namespace look
