// SPDX-License-Identifier: Apache-2.0
#include "hub/reply.h"

#include <algorithm>

QByteArray hub::Reply::header(QByteArrayView name) const
{
    const auto same = [name](const auto &header) { return name.compare(header.first, Qt::CaseInsensitive) == 0; };
    const auto it = std::ranges::find_if(headers, same);
    return it == headers.cend() ? QByteArray() : it->second;
}

static QByteArray tokenOf(const QNetworkRequest &request)
{
    const QByteArray authorization = request.rawHeader("Authorization");
    return authorization.mid(authorization.indexOf(' ') + 1);
}

hub::Reply hub::takeHead(const QNetworkReply &reply)
{
    return {reply.attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(),
            reply.error(),
            reply.errorString(),
            reply.rawHeaderPairs(),
            {},
            reply.url(),
            tokenOf(reply.request())};
}

hub::Reply hub::takeReply(QNetworkReply &reply)
{
    Reply taken = takeHead(reply);
    if (reply.isOpen())  // Qt closes one that fell silent for too long.
        taken.body = reply.readAll();
    return taken;
}
