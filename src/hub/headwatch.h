// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QTimer>

class QNetworkReply;

/// Notices the head of an answer that never ends. Qt keeps it all until it is there, and tells nobody how much that is;
/// so while a head is awaited this looks what the program has of memory, and ends the wait where that grows far more
/// than any work of ours takes.
class HeadWatch final : public QObject
{
    Q_OBJECT

public:
    explicit HeadWatch(QObject *parent);

    void start(QNetworkReply *reply);
    void stop() { m_timer.stop(); }

Q_SIGNALS:
    void tooLong();

private:
    void look();

    QNetworkReply *m_reply = nullptr;
    qint64 m_atFirst = 0;
    QTimer m_timer;
};
