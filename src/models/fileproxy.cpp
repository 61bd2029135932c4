// SPDX-License-Identifier: Apache-2.0
#include "models/fileproxy.h"

#include "models/columns.h"
#include "models/filemodel.h"

namespace {

/// The user's, but for the C locale: that one cannot count.
QLocale collation()
{
    const QLocale locale;
    return locale.language() == QLocale::C ? QLocale(QLocale::English) : locale;
}

}  // namespace

FileProxy::FileProxy(FileModel *files, QObject *parent)
    : QSortFilterProxyModel(parent),
      m_files(files),
      m_collator(collation())
{
    m_collator.setNumericMode(true);  // "shard-2" before "shard-10".
    m_collator.setCaseSensitivity(Qt::CaseInsensitive);
    setSourceModel(files);
    connect(files, &QAbstractItemModel::rowsInserted, this, &FileProxy::onCountChanged);
    connect(files, &QAbstractItemModel::rowsRemoved, this, &FileProxy::onCountChanged);
    connect(files, &QAbstractItemModel::modelReset, this, &FileProxy::onCountChanged);
}

bool FileProxy::canSort() const
{
    return m_files->rowCount() <= kMaxSorted;
}

void FileProxy::onCountChanged()
{
    if (canSort() == m_couldSort)
        return;
    m_couldSort = canSort();
    QSortFilterProxyModel::sort(m_couldSort ? m_column : -1, m_order);
    Q_EMIT canSortChanged(m_couldSort);
}

void FileProxy::sort(int column, Qt::SortOrder order)
{
    m_column = column;
    m_order = order;
    QSortFilterProxyModel::sort(canSort() ? column : -1, canSort() ? order : Qt::AscendingOrder);
}

/// A view that lays a folder out asks for every row, and is answered without mapping it.
Qt::ItemFlags FileProxy::flags(const QModelIndex &index) const
{
    return index.isValid() ? FileModel::flagsOf(index.column()) : QSortFilterProxyModel::flags(index);
}

void FileProxy::setPattern(const QString &pattern)
{
    if (pattern == m_pattern)
        return;
    m_pattern = pattern;
    m_hasGlob = pattern.contains(u'*') || pattern.contains(u'?');
    if (m_hasGlob) {
        m_glob.setPattern(QRegularExpression::wildcardToRegularExpression(pattern));
        m_glob.setPatternOptions(QRegularExpression::CaseInsensitiveOption);
        m_hasGlob = m_glob.isValid();
    }
    if (canSort())
        invalidateRowsFilter();
    else
        invalidate();  // One change of layout: a filter of many rows would announce each run of rows that goes.
}

bool FileProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    if (m_pattern.isEmpty())
        return true;
    const QString &path = m_files->entry(row).name;  // From the folder that is shown.
    const QStringView name
        = m_pattern.contains(u'/') ? QStringView(path) : QStringView(path).mid(path.lastIndexOf(u'/') + 1);
    return m_hasGlob ? m_glob.match(name).hasMatch() : name.contains(m_pattern, Qt::CaseInsensitive);
}

bool FileProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    const FolderEntry &one = m_files->entry(left.row());
    const FolderEntry &other = m_files->entry(right.row());
    if (one.isFolder != other.isFolder)
        return one.isFolder == (sortOrder() == Qt::AscendingOrder);  // Folders stay first when the order is turned.
    switch (left.column()) {
    case models::FileColumn::Size: {
        const auto bytesOf = [](const FolderEntry &entry) { return entry.isFolder ? entry.bytes : entry.file.size; };
        return bytesOf(one) < bytesOf(other);
    }
    case models::FileColumn::State: return m_files->stateOf(left.row()) < m_files->stateOf(right.row());
    default: return m_collator.compare(one.name, other.name) < 0;
    }
}
