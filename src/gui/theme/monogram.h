// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QRect>

class QPainter;

namespace look {

/// The first letter of \a name on a ground of its colour: the same for the same name, in every run and everywhere.
void drawMonogram(QPainter *painter, const QRect &rect, double radius, const QString &name);

}  // namespace look
