// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace localhub::seed {

/// A banner: a gradient with circles, \a width by \a height points.
QByteArray bannerPng(int width, int height);

/// A falling curve on a grid, as of a loss while training.
QByteArray lossCurvePng();

/// A lower triangle of squares, bright where a word heeds another.
QByteArray attentionPng();

/// A small tile; each \a number has its own shape and colour.
QByteArray tilePng(int number);

}  // namespace localhub::seed
