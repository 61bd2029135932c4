// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/revisionfilter.h"

#include "models/itemroles.h"

namespace look {

void RevisionFilter::setSourceModel(QAbstractItemModel *model)
{
    if (sourceModel())
        disconnect(sourceModel(), nullptr, this, nullptr);
    QSortFilterProxyModel::setSourceModel(model);
    if (!model)
        return;
    // The base looks at the rows that changed alone; the heading above them may have to come or go, too.
    connect(model, &QAbstractItemModel::rowsInserted, this, &RevisionFilter::invalidateRowsFilter);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &RevisionFilter::invalidateRowsFilter);
    connect(model, &QAbstractItemModel::dataChanged, this, &RevisionFilter::invalidateRowsFilter);
}

void RevisionFilter::setText(const QString &text)
{
    m_text = text;
    invalidateRowsFilter();
}

Qt::ItemFlags RevisionFilter::flags(const QModelIndex &index) const
{
    if (index.data(models::SectionRole).toBool())
        return Qt::ItemNeverHasChildren;  // Not enabled: the arrow keys pass over it.
    return QSortFilterProxyModel::flags(index);
}

bool RevisionFilter::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    const QAbstractItemModel &rows = *sourceModel();
    const QModelIndex index = rows.index(row, 0, parent);
    if (!index.data(models::SectionRole).toBool())
        return matches(index);
    for (int below = row + 1; below < rows.rowCount(parent); ++below) {
        const QModelIndex next = rows.index(below, 0, parent);
        if (next.data(models::SectionRole).toBool())
            return false;
        if (matches(next))
            return true;
    }
    return false;
}

bool RevisionFilter::matches(const QModelIndex &source) const
{
    return m_text.isEmpty() || source.data().toString().contains(m_text, Qt::CaseInsensitive)
        || source.data(models::RevisionRole).toString().contains(m_text, Qt::CaseInsensitive)
        || source.data(models::NoteRole).toString().startsWith(m_text, Qt::CaseInsensitive);  // A short commit.
}

}
