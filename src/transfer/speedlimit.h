// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QElapsedTimer>
#include <QObject>
#include <QTimer>

/// A ceiling for what all connections read together: a bucket that fills as time goes by, and from which each takes as
/// much as it reads. Whoever finds too little in it waits for refilled(); its share then is as large as the others'.
///
/// Never more comes out of it than the limit and a fifth of a second's worth.
class SpeedLimit final : public QObject
{
    Q_OBJECT

public:
    explicit SpeedLimit(QObject *parent = nullptr);

    void setBytesPerSecond(qint64 limit);  ///< 0: there is none. At once, for those who wait, too.
    qint64 bytesPerSecond() const { return m_limit; }

    /// How many of \a wanted bytes may be read now. Where it is not all of them, the rest is for after refilled().
    qint64 take(qint64 wanted);
    /// What a connection may hold unread: with a low limit not megabytes ahead of it.
    qint64 bufferSize() const;

Q_SIGNALS:
    void refilled();

private:
    void refill();
    void tick();

    qint64 m_limit = 0;
    double m_level = 0;  // Bytes.
    qint64 m_share = 0;  // What each of those who waited may have of it.
    int m_waiting = 0;
    QElapsedTimer m_sinceFilled;
    QTimer m_tick{this};
};
