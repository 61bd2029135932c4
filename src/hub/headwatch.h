// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QNetworkReply>
#include <QPointer>
#include <QTimer>

/// Notices a head that never ends: Qt keeps all of one until it is whole and tells nobody of it before, so that a
/// server which sends headers on and on would fill the memory.
///
/// It says so where, while an answer has no head, the program's memory grows by 128 MB and at least half as much comes
/// in over its connections. Both are the whole program's, so something else may be the cause, if rarely: who hears of
/// it takes it for a silence, after which it may ask again. Where the system does not tell (it is Linux that does) it
/// never says anything.
class HeadWatch final : public QObject
{
    Q_OBJECT

public:
    explicit HeadWatch(qint64 growth = 128 << 20, QObject *parent = nullptr);

    void watch(const QNetworkReply &reply);  ///< Until its head is there, stop(), or another one.
    void stop();

Q_SIGNALS:
    void neverEnds();

private:
    void look();

    const qint64 m_growth;
    QPointer<const QNetworkReply> m_reply;
    QTimer m_timer;
    qint64 m_memory = -1;  // At the first look.
    qint64 m_arrived = 0;
};
