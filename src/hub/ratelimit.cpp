// SPDX-License-Identifier: Apache-2.0
#include "hub/ratelimit.h"

#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kLongest = 3600;

/// The parameter \a name of \a header; -1 where there is none.
int parameter(const QByteArray &header, char name)
{
    for (const QByteArray &part : header.split(';')) {
        const QByteArray pair = part.trimmed();
        bool isNumber = false;
        const int value = pair.startsWith(name) && pair.mid(1, 1) == "=" ? pair.mid(2, 9).toInt(&isNumber) : -1;
        if (isNumber && value >= 0)
            return value;
    }
    return -1;
}

std::chrono::seconds retryAfter(const hub::Reply &reply)
{
    const QByteArray text = reply.header("Retry-After").trimmed();
    bool isNumber = false;
    qint64 seconds = text.toLongLong(&isNumber);
    if (!isNumber) {
        QDateTime date = QLocale::c().toDateTime(QString::fromLatin1(text), u"ddd, dd MMM yyyy hh:mm:ss 'GMT'"_s);
        date.setTimeZone(QTimeZone::utc());
        seconds = date.isValid() ? QDateTime::currentDateTimeUtc().secsTo(date) : 0;
    }
    return std::chrono::seconds(std::clamp<qint64>(seconds, 0, kLongest));
}

}  // namespace

std::optional<hub::RateLimit> hub::rateLimitOf(const Reply &reply)
{
    const QByteArray header = reply.header("RateLimit");
    const QByteArray name = header.left(header.indexOf(';')).trimmed();
    const bool isName = name.size() > 2 && name.size() <= 40 && name.startsWith('"') && name.endsWith('"');
    const int left = parameter(header, 'r');
    const int resetsIn = parameter(header, 't');
    if (!isName || left < 0 || resetsIn < 0)
        return {};
    return RateLimit{
        QString::fromLatin1(name.mid(1, name.size() - 2)), left,
        std::chrono::seconds(std::min<qint64>(resetsIn, kLongest)),
        std::max(0, parameter(reply.header("RateLimit-Policy"), 'q')),
        std::chrono::seconds(std::clamp<qint64>(parameter(reply.header("RateLimit-Policy"), 'w'), 0, kLongest))};
}

std::chrono::seconds hub::requestedWait(const Reply &reply)
{
    using namespace std::chrono_literals;
    const auto limit = reply.status == 429 ? rateLimitOf(reply) : std::nullopt;
    return limit && limit->left == 0 ? std::max(limit->resetsIn, 1s) : retryAfter(reply);
}
