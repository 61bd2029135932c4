// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transfer/transferrow.h"

#include <QMap>

/// What somebody who only listens knows of the transfers.
struct RowWatch {
    QMap<quint64, TransferRow> rows = {};
    QList<TransferRow::State> states = {};  ///< Of the transfers, each when it became another.
    int times = 0;

    void take(const QList<TransferRow> &news)
    {
        ++times;
        for (const TransferRow &row : news) {
            if (row.parent == 0 && (!rows.contains(row.id) || rows[row.id].state != row.state))
                states << row.state;
            rows[row.id] = row;
        }
    }
    TransferRow of(quint64 id) const { return rows.value(id); }
    bool isOver(quint64 id) const { return of(id).isOver(); }
    QList<TransferRow> filesOf(quint64 id) const
    {
        QList<TransferRow> files;
        for (const TransferRow &row : rows) {
            if (row.parent == id)
                files << row;
        }
        return files;
    }
};
