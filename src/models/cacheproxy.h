// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QCollator>
#include <QSortFilterProxyModel>

/// The cache in the order of a column, and of it the repositories whose names have a text.
class CacheProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit CacheProxy(QObject *parent = nullptr);

    void setText(const QString &text);

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    QString m_text;
    QCollator m_collator;
};
