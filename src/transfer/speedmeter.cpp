// SPDX-License-Identifier: Apache-2.0
#include "transfer/speedmeter.h"

namespace {
constexpr qint64 kWindow = 3000;
constexpr qint64 kStep = 100;
constexpr qint64 kLeast = 200;  // From less no speed can be told.
}  // namespace

void SpeedMeter::note(qint64 bytes, qint64 now)
{
    if (m_samples.size() > 1 && now - m_samples[m_samples.size() - 2].at < kStep)
        m_samples.back().bytes = bytes;
    else
        m_samples.push_back({now, bytes});
    while (m_samples.size() > 1 && m_samples[1].at <= now - kWindow)
        m_samples.pop_front();
}

qint64 SpeedMeter::bytesPerSecond(qint64 now) const
{
    if (m_samples.empty())
        return 0;
    // The last of the samples from before the window is where it begins.
    auto first = m_samples.cbegin();
    while (std::next(first) != m_samples.cend() && std::next(first)->at <= now - kWindow)
        ++first;
    const qint64 elapsed = qMin(now - first->at, kWindow);
    return elapsed < kLeast ? 0 : 1000 * (m_samples.back().bytes - first->bytes) / elapsed;
}
