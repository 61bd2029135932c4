// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCollator>
#include <QList>
#include <QString>

#include <memory>
#include <vector>

/// Which rows of a folder are shown, and in which order.
struct FileOrder {
    QString pattern = {};  ///< As NameFilter has it; empty: all.
    int column = -1;       ///< Of models::FileColumn; -1: the Hub's order.
    Qt::SortOrder order = Qt::AscendingOrder;

    friend bool operator==(const FileOrder &, const FileOrder &) = default;
};

namespace models {

/// A row of a folder, as far as its place in an order depends on it.
struct OrderRow {
    QString name;
    bool isFolder = false;
    qint64 value = 0;     ///< What columns of figures and states are sorted by.
    QString text = {};    ///< What the column of last changes is sorted by.
    bool isKnown = true;  ///< Of what is not, the place is after the others, however they are sorted.
};

/// Names as the user's language sorts them, ready to be compared: to make them takes longer than to sort by them.
using NameKeys = std::vector<QCollatorSortKey>;

struct RowOrder {
    QList<int> rows;                       ///< The numbers of those that are shown.
    std::shared_ptr<const NameKeys> keys;  ///< Of all rows, where names were compared; else those that were given.
};

/// Folders come first, and what compares alike stays in the order of \a rows. "shard-2" is before "shard-10", and case
/// does not matter. \a keys: those of the first rows, as far as they are known from an earlier time; may be null.
///
/// It looks at nothing but what it is given: for any thread.
RowOrder rowOrder(const QList<OrderRow> &rows, const FileOrder &wish, std::shared_ptr<const NameKeys> keys = {});

}  // namespace models
