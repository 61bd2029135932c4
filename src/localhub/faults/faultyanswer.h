// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/faults/fault.h"
#include "localhub/http/response.h"

namespace localhub {

/// Gives the true answer to a request.
using TrueAnswer = std::function<Response(const Request &)>;

/// What \a fault makes of the answer to \a request, \a truth being asked only where it counts. Its headers are those of
/// a healthy answer still.
Response faultyAnswer(const Fault &fault, const Request &request, const TrueAnswer &truth);

/// Adds to \a response how its body is delimited, and then takes out and puts in what \a fault wants.
void changeHeaders(Response &response, const Fault &fault, bool isHead);

}  // namespace localhub
