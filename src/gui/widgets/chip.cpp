// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/chip.h"

#include "gui/theme/colormath.h"
#include "gui/theme/deckpaint.h"
#include "gui/theme/icons.h"
#include "gui/theme/isolated.h"
#include "gui/theme/metrics.h"

#include <QKeyEvent>
#include <QPainter>
#include <QStyle>

using namespace Qt::Literals::StringLiterals;

namespace look {

namespace {

constexpr int kCross = 12;
constexpr int kGap = 6;
constexpr int kPad = 10;
constexpr int kInset = 2;  // It is pressed where buttons beside it are, and looks lower than they.

}

Chip::Chip(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setVisible(false);
    connect(this, &QAbstractButton::clicked, this, &Chip::removed);
}

void Chip::setFilter(const QString &text)
{
    setText(text);
    setAccessibleName(tr("Remove filter %1").arg(text));
    updateGeometry();
    update();
    setVisible(!text.isEmpty());
}

QSize Chip::sizeHint() const
{
    return {fontMetrics().horizontalAdvance(text()) + 2 * kPad + kGap + kCross, controlHeight(fontMetrics())};
}

void Chip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Roles &roles = currentRoles();
    const QRect pill = rect().adjusted(0, kInset, 0, -kInset);
    const double radius = pill.height() / 2.0;
    const QColor ground = roles.groundOf(Tone::Accent);
    fillRounded(&painter, pill, radius, underMouse() ? mix(ground, roles.accent, 0.10) : ground);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))  // A click needs no ring.
        drawFocusRing(&painter, pill, radius, roles);
    painter.setPen(roles.accent);
    const QRect label = pill.adjusted(kPad, 0, -kPad - kCross - kGap, 0);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), label), Qt::AlignCenter,
                     isolated(text(), layoutDirection()));
    const QRect cross(width() - kPad - kCross, 0, kCross, height());
    drawLineIcon(&painter, u"close"_s, QStyle::visualRect(layoutDirection(), rect(), cross), roles.accent);
}

void Chip::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Delete)
        click();
    else
        QAbstractButton::keyPressEvent(event);
}

}
