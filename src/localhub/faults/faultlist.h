// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/faults/faultrule.h"

#include <mutex>
#include <vector>

namespace localhub {

/// The rules in force, and how often each was met. Any thread may ask.
class FaultList
{
public:
    void replace(std::vector<FaultRule> rules);

    /// What goes wrong with \a request: the fault of the first rule that matches and neither lets it pass nor is used
    /// up. Every rule before that one, and that one itself, has seen the request.
    Fault faultFor(const Request &request, Origin asked);

private:
    struct Counted {
        FaultRule rule;
        qint64 seen = 0;
    };

    std::mutex m_mutex;
    std::vector<Counted> m_rules;
};

}  // namespace localhub
