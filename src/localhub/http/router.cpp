// SPDX-License-Identifier: Apache-2.0
#include "localhub/http/router.h"

namespace localhub {

namespace {

std::optional<QByteArray> decodedRest(const QByteArrayList &segments, qsizetype from)
{
    QByteArrayList parts;
    for (const QByteArray &segment : segments.sliced(from)) {
        const auto decoded = decodedSegment(segment);
        if (!decoded)
            return {};
        parts += *decoded;
    }
    return parts.join('/');
}

std::optional<RouteValues> matched(const QByteArrayList &parts, const QByteArrayList &segments)
{
    const bool takesRest = parts.last().startsWith('*');
    if (takesRest ? segments.size() < parts.size() : segments.size() != parts.size())
        return {};
    RouteValues values;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        const QByteArray &part = parts[i];
        if (!part.startsWith(':') && !part.startsWith('*')) {
            if (part != segments[i])
                return {};
            continue;
        }
        const auto value = part.startsWith('*') ? decodedRest(segments, i) : decodedSegment(segments[i]);
        if (!value || value->isEmpty())
            return {};
        values.insert(part.sliced(1), *value);
    }
    return values;
}

}  // namespace

void Router::add(const QByteArray &method, const QByteArray &pattern, Handler handler)
{
    m_routes.push_back({method, pattern.split('/'), std::move(handler)});
}

std::optional<Response> Router::route(const Request &request) const
{
    const QByteArray method = request.method == "HEAD" ? QByteArray("GET") : request.method;
    for (const Route &route : m_routes) {
        if (route.method != method)
            continue;
        if (const auto values = matched(route.parts, request.segments))
            return route.handler(request, *values);
    }
    return {};
}

}  // namespace localhub
