// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/faults/faultrule.h"

#include <QJsonValue>

#include <span>

namespace localhub {

/// One key that a rule may have: its name, what its value must be, and how that becomes a part of the rule.
struct FaultKey {
    const char *name;
    const char *form;  ///< "a whole number, 0 or more"
    bool (*read)(const QJsonValue &value, FaultRule &rule);
};

std::span<const FaultKey> faultKeys();

/// \a value where it is a whole number of that size.
std::optional<qint64> wholeNumber(const QJsonValue &value, qint64 least, qint64 most = 1LL << 53);

}  // namespace localhub
