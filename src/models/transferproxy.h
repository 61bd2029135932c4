// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QSortFilterProxyModel>

class TransferModel;

/// The transfers of one kind whose name matches, each with all its files; newest first.
class TransferProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Kind { All, Active, Waiting, Finished, Failed };

    explicit TransferProxy(TransferModel *transfers, QObject *parent = nullptr);

    void setKind(Kind kind);
    void setText(const QString &text);  ///< Part of the repository's name, in any case.

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    TransferModel *m_transfers;
    Kind m_kind = Kind::All;
    QString m_text;
};
