// SPDX-License-Identifier: Apache-2.0
#include "hub/page.h"

#include "hub/linkreader.h"

QUrl hub::nextPageOf(const Reply &reply)
{
    const QByteArray header = reply.header("Link");
    LinkReader links(header);
    while (const auto link = links.next()) {
        if (!link->isOfAnother && link->relations.simplified().split(' ').contains("next"))
            return reply.url.resolved(QUrl::fromEncoded(link->target, QUrl::StrictMode));
    }
    return {};
}

qint64 hub::totalOf(const Reply &reply)
{
    bool isNumber = false;
    const qint64 total = reply.header("X-Total-Count").toLongLong(&isNumber);
    return isNumber && total >= 0 ? total : -1;
}
