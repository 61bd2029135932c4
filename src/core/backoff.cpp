// SPDX-License-Identifier: Apache-2.0
#include "core/backoff.h"

#include <QRandomGenerator>

#include <algorithm>

std::chrono::milliseconds core::backoff(std::chrono::milliseconds first, int tries)
{
    const auto middle = first * (1 << std::clamp(tries - 1, 0, 4));
    const double chance = 0.75 + QRandomGenerator::global()->generateDouble() / 2;
    return std::chrono::milliseconds(qint64(double(middle.count()) * chance));
}
