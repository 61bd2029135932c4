// SPDX-License-Identifier: Apache-2.0
#include "models/cacheproxy.h"

#include "models/cachemodel.h"
#include "models/columns.h"

namespace {

/// The user's, but for the C locale: that one cannot count.
QLocale collation()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English) : locale;
}

}  // namespace

CacheProxy::CacheProxy(QObject *parent) : QSortFilterProxyModel(parent), m_collator(collation())
{
    m_collator.setNumericMode(true);
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    setSortRole(CacheModel::SortRole);
    setDynamicSortFilter(true);
    sort(models::CacheColumn::Size, Qt::DescendingOrder);
}

void CacheProxy::setText(const QString &text)
{
    m_text = text;
    invalidateFilter();
}

bool CacheProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (parent.isValid())
        return true;
    return sourceModel()->index(row, 0).data().toString().contains(m_text, Qt::CaseInsensitive);
}

bool CacheProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const bool isParts = left.data(CacheModel::IsPartsRole).toBool();
    if (isParts != right.data(CacheModel::IsPartsRole).toBool())  // Always below the revisions.
        return isParts == (sortOrder() == Qt::DescendingOrder);
    const QVariant one = left.data(CacheModel::SortRole);
    const QVariant other = right.data(CacheModel::SortRole);
    if (one.typeId() == QMetaType::QString) {
        const int order = m_collator.compare(one.toString(), other.toString());
        if (order != 0)
            return order < 0;
    } else if (one != other) {
        return QSortFilterProxyModel::lessThan(left, right);
    }
    // Rows that are equal keep one order, whichever way they are sorted.
    return m_collator.compare(left.siblingAtColumn(0).data().toString(), right.siblingAtColumn(0).data().toString())
        < 0;
}
