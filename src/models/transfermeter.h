// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <cmath>

/// How long what is running will take, from a speed that follows the measured one within some seconds.
class TransferMeter
{
public:
    /// \a now in milliseconds of any clock that only goes forward.
    void add(qint64 now, double bytesPerSecond)
    {
        if (m_since < 0) {
            m_since = now;
            m_speed = bytesPerSecond;
        } else {
            m_speed += (bytesPerSecond - m_speed) * (1 - std::exp(-double(now - m_last) / kFollow));
        }
        m_last = now;
    }

    /// Seconds; -1 where nothing can be said: in the first 5 s, in a stall.
    qint64 left(qint64 bytes) const
    {
        if (m_since < 0 || m_last - m_since < kSilent || m_speed < 1 || bytes < 0)
            return -1;
        return qint64(std::ceil(double(bytes) / m_speed));
    }

private:
    static constexpr double kFollow = 4000;
    static constexpr qint64 kSilent = 5000;

    qint64 m_since = -1;
    qint64 m_last = 0;
    double m_speed = 0;
};
