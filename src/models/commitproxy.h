// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSortFilterProxyModel>

/// Of the commits that are loaded those that have a text in their message, among their authors or at the beginning of
/// their hash.
class CommitProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

    void setText(const QString &text);
    bool isFiltering() const { return !m_text.isEmpty(); }

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;

private:
    QString m_text;
};
