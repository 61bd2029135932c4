// SPDX-License-Identifier: Apache-2.0
#include "localhub/faults/faultlist.h"

namespace localhub {

void FaultList::replace(std::vector<FaultRule> rules)
{
    const std::scoped_lock lock(m_mutex);
    m_rules.clear();
    for (FaultRule &rule : rules)
        m_rules.push_back({std::move(rule)});
}

Fault FaultList::faultFor(const Request &request, Origin asked)
{
    const std::scoped_lock lock(m_mutex);
    for (Counted &counted : m_rules) {
        const FaultRule &rule = counted.rule;
        if (!rule.matches(request, asked))
            continue;
        const qint64 before = counted.seen++ - rule.skip;
        if (before >= 0 && (!rule.times || before < *rule.times))
            return rule.fault;
    }
    return {};
}

}  // namespace localhub
