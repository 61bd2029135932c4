// SPDX-License-Identifier: Apache-2.0
#include "transfer/speedlimit.h"

#include <algorithm>

using namespace std::chrono_literals;

namespace {

constexpr double kBurst = 0.2;  // Seconds that may be saved up.
constexpr auto kTick = 50ms;
constexpr qint64 kLeast = 1000;  // Bytes a second: of less nothing would be left to share.
constexpr qint64 kLargestBuffer = 1 << 20;
constexpr qint64 kSmallestBuffer = 128 << 10;  // A page that tells of an error fits in.

}  // namespace

SpeedLimit::SpeedLimit(QObject *parent) : QObject(parent)
{
    m_tick.setInterval(kTick);
    m_tick.setTimerType(Qt::PreciseTimer);
    connect(&m_tick, &QTimer::timeout, this, &SpeedLimit::tick);
}

void SpeedLimit::setBytesPerSecond(qint64 limit)
{
    if (limit == m_limit)
        return;
    refill();
    m_limit = limit > 0 ? std::max(limit, kLeast) : 0;
    m_level = std::min(m_level, double(m_limit) * kBurst);
    m_sinceFilled.start();
    if (m_waiting > 0)
        tick();
}

void SpeedLimit::refill()
{
    const double seconds = m_sinceFilled.isValid() ? double(m_sinceFilled.nsecsElapsed()) / 1e9 : 0;
    m_sinceFilled.start();
    m_level = std::min(m_level + seconds * double(m_limit), double(m_limit) * kBurst);
}

qint64 SpeedLimit::take(qint64 wanted)
{
    if (m_limit == 0)
        return wanted;
    refill();
    // While others wait nobody takes it all.
    const qint64 there = m_tick.isActive() ? std::min(qint64(m_level), m_share) : qint64(m_level);
    const qint64 taken = std::min(wanted, there);
    m_level -= double(taken);
    if (taken < wanted) {
        ++m_waiting;
        if (!m_tick.isActive())
            m_tick.start();
    }
    return taken;
}

void SpeedLimit::tick()
{
    refill();
    m_share = m_waiting > 0 ? qint64(m_level) / m_waiting : 0;
    m_waiting = 0;
    Q_EMIT refilled();
    if (m_waiting == 0)
        m_tick.stop();
}

qint64 SpeedLimit::bufferSize() const
{
    return m_limit == 0 ? kLargestBuffer : std::clamp(m_limit / 8, kSmallestBuffer, kLargestBuffer);
}
