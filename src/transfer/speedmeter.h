// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

#include <deque>

/// How fast bytes come, smoothed over three seconds; three seconds into a stall it is 0.
class SpeedMeter
{
public:
    /// \a bytes came in all until \a now, in milliseconds of any clock that never goes back.
    void note(qint64 bytes, qint64 now);
    qint64 bytesPerSecond(qint64 now) const;

private:
    struct Sample {
        qint64 at;
        qint64 bytes;
    };
    std::deque<Sample> m_samples;
};
