// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QtGlobal>

namespace localhub::seed {

/// Numbers that look random and are the same in every run and on every computer (SplitMix64).
class Random
{
public:
    explicit Random(quint64 seed) : m_state(seed) {}

    quint64 next()
    {
        quint64 z = (m_state += 0x9e3779b97f4a7c15);
        z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9;
        z = (z ^ (z >> 27)) * 0x94d049bb133111eb;
        return z ^ (z >> 31);
    }

    /// From 0 to \a limit - 1.
    int below(int limit) { return int(((next() >> 32) * quint64(limit)) >> 32); }

    /// Near the normal distribution around 0 with deviation 1. Sums of whole numbers, not logarithms: those may
    /// differ in the last bit between C libraries, and with them the ids of all commits.
    float normal()
    {
        const quint64 bits = next();
        const int sum = int(bits & 0xffff) + int((bits >> 16) & 0xffff) + int((bits >> 32) & 0xffff) + int(bits >> 48);
        return float(sum - 2 * 0xffff) * (1.0f / 37837.0f);
    }

private:
    quint64 m_state;
};

}  // namespace localhub::seed
