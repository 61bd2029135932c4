// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

/// A part of a file of a commit, as far as somebody wants to look at it.
struct Excerpt {
    QByteArray bytes;  ///< Fewer than were asked for where the file ends before.
    qint64 offset = 0;
    qint64 size = -1;  ///< Of the whole file; -1: nobody said.

    bool isToTheEnd() const { return size >= 0 && offset + bytes.size() >= size; }
};
