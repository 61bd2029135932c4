// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/theme/roles.h"

#include <QRectF>

class QPainter;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionHeader;
class QStyleOptionSlider;
class QStyleOptionTab;
class QStyleOptionViewItem;

/// The shapes of DeckStyle, one function a shape; delegates use them too.
namespace look {

void fillRounded(QPainter *painter, const QRectF &rect, double radius, const QColor &fill);
void strokeRounded(QPainter *painter, const QRectF &rect, double radius, const QColor &line, double width = 1.0);

/// Two pixels of accent around what has the keyboard.
void drawFocusRing(QPainter *painter, const QRectF &rect, double radius, const Roles &roles);

/// A thin bar of progress; \a fraction below 0 is "busy".
void drawBar(QPainter *painter, const QRectF &rect, double fraction, const QColor &track, const QColor &fill);

void drawButton(QPainter *painter, const QStyleOptionButton &option, bool danger);
void drawField(QPainter *painter, const QStyleOption &option);
void drawCheck(QPainter *painter, const QStyleOption &option);
void drawRadio(QPainter *painter, const QStyleOption &option);
void drawRow(QPainter *painter, const QStyleOptionViewItem &option);
void drawHeader(QPainter *painter, const QStyleOptionHeader &option);
void drawTab(QPainter *painter, const QStyleOptionTab &option);
void drawTabLabel(QPainter *painter, const QStyleOptionTab &option);
void drawScrollHandle(QPainter *painter, const QStyleOptionSlider &option, const QRect &handle);

}
