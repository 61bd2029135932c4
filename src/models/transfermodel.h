// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/itemroles.h"
#include "models/transfermeter.h"
#include "transfer/transferrow.h"

#include <QAbstractItemModel>
#include <QHash>
#include <QMap>
#include <QTimer>

#include <functional>

/// What all transfers together do.
struct TransferTotals {
    int count = 0;
    int active = 0;   ///< Neither waiting, nor paused, nor over.
    int waiting = 0;  ///< Paused ones, too.
    int finished = 0;
    int failed = 0;
    qint64 bytesPerSecond = 0;
    qint64 bytesLeft = 0;  ///< Of the active ones whose size is known.
};

/// The transfers in the order of their turns, and below each its files: copies of what the engine told last.
///
/// A new state is told at once; figures that move are told four times a second at the most, or nobody could read them.
class TransferModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    /// On the first column.
    enum Role { IdRole = models::FirstOwnRole, RowRole };  ///< quint64; TransferRow.

    /// Milliseconds that only go forward.
    using Clock = std::function<qint64()>;

    explicit TransferModel(QObject *parent = nullptr, Clock clock = {});

    /// Takes in what is new or changed: a transfer before its files, each known by its id.
    void update(const QList<TransferRow> &rows);
    void forget(quint64 id);  ///< A transfer, with its files.
    /// A transfer, with its files, to the row right before that of \a before; 0: to the end.
    void move(quint64 id, quint64 before);

    TransferTotals totals() const;
    QModelIndex indexOf(quint64 transfer) const;
    /// Null where \a index is none of this model.
    const TransferRow *rowAt(const QModelIndex &index) const;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &index) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

Q_SIGNALS:
    void totalsChanged();

private:
    struct Transfer {
        TransferRow row;
        QList<TransferRow> files = {};
        QHash<quint64, int> rowOfFile = {};
    };
    using Changes = QMap<quint64, QList<int>>;  // The rows that changed, by the transfer above them; 0: at the top.

    void takeTransfer(const TransferRow &row);
    void takeFile(const TransferRow &row, QMap<quint64, QList<TransferRow>> &added);
    void take(TransferRow &known, const TransferRow &row, int at);
    void appendFiles(quint64 transfer, const QList<TransferRow> &files);
    void countRows();
    void measure(const TransferRow &row);
    void tell(Changes &changes);
    void tellFigures();
    qint64 leftOf(const TransferRow &row) const;
    QVariant nameData(const TransferRow &row, int role) const;
    static QVariant progressData(const TransferRow &row, int role);
    QVariant figureData(const TransferRow &row, int column, int role) const;

    Clock m_clock;
    QList<Transfer> m_transfers;
    QHash<quint64, int> m_rowOf;             // Of transfers.
    QHash<quint64, TransferMeter> m_meters;  // Of what is running.
    Changes m_news;
    Changes m_figures;
    QTimer m_figuresTimer;
};
