// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/queuemoves.h"

#include <QSet>
#include <QSortFilterProxyModel>

class TransferModel;

/// The transfers of one kind whose name matches, each with all its files: the queue in the order of its turns, and
/// below it what is over, newest first.
///
/// Those that wait can be dragged among each other. It only says what is wanted: the engine moves them.
class TransferProxy final : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    enum class Kind { All, Active, Waiting, Finished, Failed };

    explicit TransferProxy(TransferModel *transfers, QObject *parent = nullptr);

    void setKind(Kind kind);
    void setText(const QString &text);  ///< Part of the repository's name, in any case.

    /// All transfers, those that are not shown, too.
    QList<models::QueuePlace> queue(const QSet<quint64> &chosen) const;

    Qt::ItemFlags flags(const QModelIndex &index) const override;
    Qt::DropActions supportedDropActions() const override { return Qt::MoveAction; }
    Qt::DropActions supportedDragActions() const override { return Qt::MoveAction; }
    QStringList mimeTypes() const override;
    QMimeData *mimeData(const QModelIndexList &indexes) const override;
    bool canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                         const QModelIndex &parent) const override;
    bool dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                      const QModelIndex &parent) override;

Q_SIGNALS:
    void movesAsked(const QList<models::QueueMove> &moves);  ///< To be done in this order.

protected:
    bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    bool isWaiting(const QModelIndex &index) const;

    TransferModel *m_transfers;
    Kind m_kind = Kind::All;
    QString m_text;
};
