// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/faults/fault.h"

#include <QString>

namespace localhub {

/// Which of the two servers was asked.
enum class Origin { Hub, Cdn };

/// A fault, and the requests that meet it. What is not set holds for all.
struct FaultRule {
    QByteArray method = {};
    std::optional<Origin> origin = {};  ///< "server": "hub" or "cdn"
    QString path = {};                  ///< A glob over the decoded path.
    std::optional<bool> isRanged = {};  ///< "ranged": with, or without a Range header.
    qint64 skip = 0;                    ///< So many of them pass first.
    std::optional<qint64> times = {};   ///< So many of them meet it then; not set: all.
    Fault fault = {};

    bool matches(const Request &request, Origin asked) const;
};

/// \a request's path without its encoding: what globs are compared with, and what the log shows.
QString decodedPath(const Request &request);

}  // namespace localhub
