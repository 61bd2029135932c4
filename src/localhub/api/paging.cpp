// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/paging.h"

#include <QDateTime>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

QJsonObject cursorOf(const Request &request)
{
    const QByteArray json = QByteArray::fromBase64(request.value("cursor"), QByteArray::Base64UrlEncoding);
    return QJsonDocument::fromJson(json).object();
}

void addNextPage(Response &response, const Request &request, const QJsonObject &cursor)
{
    QByteArrayList query;
    for (const QByteArray &pair : request.rawQuery.split('&')) {
        if (!pair.isEmpty() && !pair.startsWith("cursor="))
            query += pair;
    }
    query += "cursor="
        + QJsonDocument(cursor)
              .toJson(QJsonDocument::Compact)
              .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
    response.with("Link", '<' + hubAddress(request) + request.path + '?' + query.join('&') + ">; rel=\"next\"");
}

QByteArray hubAddress(const Request &request)
{
    return "http://" + request.header("Host");
}

QString hubDate(const QDateTime &time)
{
    return time.toUTC().toString(u"yyyy-MM-dd'T'hh:mm:ss.zzz'Z'"_s);
}

}  // namespace localhub
