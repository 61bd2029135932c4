// SPDX-License-Identifier: Apache-2.0
#include "models/fileorder.h"

#include "models/columns.h"
#include "models/namefilter.h"

#include <algorithm>

namespace {

using models::NameKeys;
using models::OrderRow;

/// The user's, but for the C locale: that one cannot count.
QCollator collator()
{
    const QLocale locale;
    QCollator collator(locale.language() == QLocale::C ? QLocale(QLocale::English) : locale);
    collator.setNumericMode(true);
    collator.setCaseSensitivity(Qt::CaseInsensitive);
    return collator;
}

std::shared_ptr<const NameKeys> keysOf(const QList<OrderRow> &rows, const std::shared_ptr<const NameKeys> &known)
{
    if (known && qsizetype(known->size()) == rows.size())
        return known;
    const QCollator collator = ::collator();
    auto keys = known ? std::make_shared<NameKeys>(*known) : std::make_shared<NameKeys>();
    keys->reserve(size_t(rows.size()));
    for (qsizetype row = qsizetype(keys->size()); row < rows.size(); ++row)
        keys->push_back(collator.sortKey(rows[row].name));
    return keys;
}

/// Sorts what shows \a compare(one, other), below 0 where one comes first.
template<typename Compare>
void sortRows(QList<int> &shown, const QList<OrderRow> &rows, Qt::SortOrder order, Compare compare)
{
    std::ranges::stable_sort(shown, [&](int left, int right) {
        const OrderRow &one = rows[left];
        const OrderRow &other = rows[right];
        if (one.isFolder != other.isFolder)
            return one.isFolder;  // However the order is turned, like what is not known.
        if (one.isKnown != other.isKnown)
            return one.isKnown;
        const auto way = compare(left, right);
        return order == Qt::AscendingOrder ? way < 0 : way > 0;
    });
}

}  // namespace

models::RowOrder models::rowOrder(const QList<OrderRow> &rows, const FileOrder &wish,
                                  std::shared_ptr<const NameKeys> keys)
{
    RowOrder made{{}, std::move(keys)};
    const NameFilter filter(wish.pattern);
    for (int row = 0; row < rows.size(); ++row) {
        if (filter.matches(rows[row].name))
            made.rows << row;
    }
    switch (wish.column) {
    case -1: break;
    case FileColumn::Name:
        made.keys = keysOf(rows, made.keys);
        sortRows(made.rows, rows, wish.order,
                 [&keys = *made.keys](int left, int right) { return keys[size_t(left)].compare(keys[size_t(right)]); });
        break;
    case FileColumn::Change: {
        const QCollator collator = ::collator();
        sortRows(made.rows, rows, wish.order,
                 [&](int left, int right) { return collator.compare(rows[left].text, rows[right].text); });
        break;
    }
    default:
        sortRows(made.rows, rows, wish.order,
                 [&](int left, int right) { return rows[left].value <=> rows[right].value; });
    }
    return made;
}
