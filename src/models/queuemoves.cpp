// SPDX-License-Identifier: Apache-2.0
#include "models/queuemoves.h"

#include <algorithm>

namespace models {

namespace {

bool isUp(QueueStep step)
{
    return step == QueueStep::ToTop || step == QueueStep::Up;
}

/// The place that the one at \a from comes to stand at when it passes all others; -1: there are none to be passed.
qsizetype endOf(const QList<QueuePlace> &queue, qsizetype from, bool isUp)
{
    const auto isOther = [](const QueuePlace &place) { return place.isMovable && !place.isChosen; };
    const auto begin = queue.cbegin();
    if (isUp) {
        const auto first = std::find_if(begin, begin + from, isOther);
        return first == begin + from ? -1 : first - begin;
    }
    const auto last = std::find_if(queue.crbegin(), queue.crend() - from, isOther);
    return last == queue.crend() - from ? -1 : queue.crend() - last;
}

/// The same when it passes the next one.
qsizetype nextOf(const QList<QueuePlace> &queue, qsizetype from, bool isUp)
{
    const qsizetype by = isUp ? -1 : 1;
    qsizetype to = from + by;
    while (to >= 0 && to < queue.size() && !queue[to].isMovable)
        to += by;
    if (to < 0 || to >= queue.size() || queue[to].isChosen)
        return -1;
    return isUp ? to : to + 1;
}

}  // namespace

QList<QueueMove> movesFor(QList<QueuePlace> queue, QueueStep step)
{
    QList<quint64> chosen;
    for (const QueuePlace &place : std::as_const(queue)) {
        if (place.isMovable && place.isChosen)
            chosen << place.id;
    }
    if (!isUp(step))
        std::ranges::reverse(chosen);
    const bool goesToEnd = step == QueueStep::ToTop || step == QueueStep::ToBottom;
    QList<QueueMove> moves;
    for (const quint64 id : std::as_const(chosen)) {
        const auto at = std::ranges::find(std::as_const(queue), id, &QueuePlace::id);
        const qsizetype from = at - queue.cbegin();
        const qsizetype to = goesToEnd ? endOf(queue, from, isUp(step)) : nextOf(queue, from, isUp(step));
        if (to < 0)
            continue;
        moves << QueueMove{id, to < queue.size() ? queue[to].id : 0};
        queue.move(from, to > from ? to - 1 : to);
    }
    return moves;
}

}  // namespace models
