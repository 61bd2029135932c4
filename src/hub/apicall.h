// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "hub/reply.h"
#include "hub/url.h"

#include <functional>

/// What an ApiCall sends.
struct ApiRequest {
    QByteArray verb;
    QStringList segments;
    hub::Query query;
    QByteArray body;
    QByteArray contentType;
    QUrl address;  ///< Where valid, it stands for \a segments and \a query.
};

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
    QByteArray contentType = "application/json";  ///< Of \a body.
    bool readsRefusals = false;  ///< \a parse sees what the Hub answered with 300 to 499, too, instead of an error.
};
