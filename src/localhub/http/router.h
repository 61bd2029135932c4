// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/http/response.h"

#include <QHash>

#include <vector>

namespace localhub {

/// What the variable parts of a route matched, decoded.
using RouteValues = QHash<QByteArray, QByteArray>;

/// Finds the handler for an address. It compares encoded parts, so that "feat%2Fx" stays one part.
///
///     router.add("GET", "api/:type/:owner/:name/tree/:revision/*path", handler);
///
/// ":x" is one part, "*x" at the end all that are left, at least one, with "/" between them.
class Router
{
public:
    using Handler = std::function<Response(const Request &, const RouteValues &)>;

    void add(const QByteArray &method, const QByteArray &pattern, Handler handler);

    /// The answer of the first route that matches. HEAD takes the routes of GET. Nothing: no such address.
    std::optional<Response> route(const Request &request) const;

private:
    struct Route {
        QByteArray method;
        QByteArrayList parts;
        Handler handler;
    };

    std::vector<Route> m_routes;
};

}  // namespace localhub
