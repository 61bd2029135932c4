// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/faults/faultlist.h"
#include "localhub/faults/faultyanswer.h"
#include "localhub/faults/ratelimits.h"
#include "localhub/faults/requestlog.h"
#include "localhub/http/router.h"

namespace localhub {

/// Stands between the servers and their handlers, has go wrong what was asked for, and writes down every request. Who
/// asks for faults, or reads the log, does so below "/.localhub/", where nothing goes wrong.
class FaultInjector
{
public:
    /// "/.localhub/faults" and "/.localhub/log". This must outlive \a router.
    void addRoutes(Router &router);

    Response answer(const Request &request, Origin asked, const TrueAnswer &truth);

private:
    Response setFaults(const Request &request);

    FaultList m_faults;
    RateLimits m_limits;
    RequestLog m_log;
};

}  // namespace localhub
