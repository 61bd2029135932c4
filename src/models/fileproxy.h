// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCollator>
#include <QRegularExpression>
#include <QSortFilterProxyModel>

class FileModel;
struct FolderEntry;

/// The rows of a FileModel whose name matches, sorted by name, size or state with folders first; at first, and with no
/// column chosen, in the Hub's order.
///
/// Above kMaxSorted rows there is the Hub's order alone: sorting them would hold up the window for half a second.
class FileProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    static constexpr int kMaxSorted = 5000;

    explicit FileProxy(FileModel *files, QObject *parent = nullptr);

    /// Part of the name in any case; with "*" or "?" in it, a pattern for the whole name. Empty: all. With "/" in it,
    /// it is the path from the folder that is shown that has to match.
    void setPattern(const QString &pattern);
    const QString &pattern() const { return m_pattern; }

    bool canSort() const;
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

Q_SIGNALS:
    void canSortChanged(bool canSort);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    void onCountChanged();

    FileModel *m_files;
    QCollator m_collator;
    QString m_pattern;
    QRegularExpression m_glob;  // Of a pattern that has "*" or "?".
    bool m_hasGlob = false;
    bool m_couldSort = true;
    int m_column = -1;  // What was asked for, in force or not.
    Qt::SortOrder m_order = Qt::AscendingOrder;
};
