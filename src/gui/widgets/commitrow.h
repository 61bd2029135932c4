// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractListModel>

namespace look {

/// One row, "Commit 4f2a9c1…", while the text that was typed can be a commit; else none.
class CommitRow final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    void setText(const QString &text);

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;

private:
    QString m_commit;
};

}
