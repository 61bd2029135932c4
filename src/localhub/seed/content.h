// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QList>

namespace localhub::seed {

class Random;

/// The text \a name of the folder content/, as it lies there.
QByteArray content(const char *name);

/// The first \a count pieces of \a text, a piece ending before the next \a separator; the text as it was in the past.
QByteArray firstPieces(const QByteArray &text, const QByteArray &separator, int count);

/// Common English words, the most common first.
const QList<QByteArray> &words();

/// Between \a least and \a most words, the first in upper case, ending with a full stop.
QByteArray sentence(Random &random, int least, int most);

}  // namespace localhub::seed
