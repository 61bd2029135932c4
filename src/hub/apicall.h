// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "hub/reply.h"
#include "hub/url.h"

#include <functional>

/// One question to the Hub, as a plain value: what to send, and how to read the answer.
///
/// \a parse sees the whole Reply, since half of what the Hub says stands in headers (Link, X-Total-Count, RateLimit)
/// and not every body is one JSON document.
template<typename T>
struct ApiCall {
    QByteArray verb;
    QStringList segments;
    hub::Query query;
    QByteArray body;
    std::function<Result<T>(const hub::Reply &)> parse;
    QUrl address = {};  ///< Where set, it stands for \a segments and \a query: the next page, as the Hub gave it.
};
