// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>

namespace models {

/// A transfer in the queue, for whoever orders it.
struct QueuePlace {
    quint64 id = 0;
    bool isMovable = false;  ///< It waits, and one sees it.
    bool isChosen = false;   ///< Of what is movable: it is to be moved.
};

/// \a id gets its turn right before that of \a before; 0: after all others.
struct QueueMove {
    quint64 id = 0;
    quint64 before = 0;

    friend bool operator==(const QueueMove &, const QueueMove &) = default;
};

enum class QueueStep { ToTop, Up, Down, ToBottom };

/// What moves the chosen ones of \a queue by \a step, to be done in this order: past others that can be moved, never
/// past each other. Empty where they are there already.
QList<QueueMove> movesFor(QList<QueuePlace> queue, QueueStep step);

}  // namespace models
