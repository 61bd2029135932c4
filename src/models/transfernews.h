// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transfer/transferrow.h"

#include <QHash>
#include <QMap>

#include <optional>

/// Gathers the transfers that came to their end, until somebody is told of them in one notification.
class TransferNews
{
public:
    struct Text {
        QString title;
        QString body;  ///< Plain; it may hold words of a server.
        bool isBad = false;
    };

    /// What ended before \a since is old.
    explicit TransferNews(QDateTime since = QDateTime::currentDateTimeUtc()) : m_since(std::move(since)) {}

    void note(const QList<TransferRow> &rows);
    bool isEmpty() const { return m_ended.isEmpty(); }
    Text text() const;  ///< Of all that was noted since forget().
    void forget() { m_ended.clear(); }

private:
    QDateTime m_since;
    QMap<quint64, TransferRow> m_ended;
    QHash<quint64, QDateTime> m_known;  // When each came to its end, told or not: rows come more than once.
};
