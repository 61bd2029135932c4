// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/commonheaders.h"

#include <QDateTime>
#include <QRandomGenerator>

namespace localhub {

static QByteArray requestId()
{
    const quint64 random = QRandomGenerator::global()->generate64();
    return "Root=1-" + QByteArray::number(QDateTime::currentSecsSinceEpoch(), 16) + '-'
        + QByteArray::number(random, 16).rightJustified(24, '0');
}

QByteArray bucketOf(const Request &request)
{
    if (request.path.startsWith("/api/resolve-cache/"))
        return "resolvers";
    if (request.path.startsWith("/api/"))
        return "api";
    return request.segments.contains("resolve") ? "resolvers" : "pages";
}

void addLimitHeaders(Response &response, const LimitState &limit)
{
    response
        .with("RateLimit",
              '"' + limit.bucket + "\";r=" + QByteArray::number(limit.remaining)
                  + ";t=" + QByteArray::number(limit.seconds))
        .with("RateLimit-Policy",
              "\"fixed window\";\"" + limit.bucket + "\";q=" + QByteArray::number(limit.quota)
                  + ";w=" + QByteArray::number(limit.window));
}

void addCommonHeaders(Response &response, const Request &request)
{
    constexpr qint64 kWindow = 300;
    const QByteArray bucket = bucketOf(request);
    const qint64 quota = bucket == "api" ? 100000 : bucket == "resolvers" ? 500000 : 20000;
    const qint64 left = kWindow - QDateTime::currentSecsSinceEpoch() % kWindow;
    response.with("X-Request-Id", requestId());
    addLimitHeaders(response, {bucket, quota, kWindow, quota, left});
}

}  // namespace localhub
