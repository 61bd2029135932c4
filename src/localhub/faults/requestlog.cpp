// SPDX-License-Identifier: Apache-2.0
#include "localhub/faults/requestlog.h"

#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

static constexpr size_t kMost = 500'000;  // A test that runs for days must not fill the memory.
static constexpr qsizetype kLongestRange = 200;

static QByteArray lineOf(const LoggedRequest &request)
{
    const QJsonObject json{{u"at"_s, request.at},
                           {u"server"_s, request.origin == Origin::Hub ? u"hub"_s : u"cdn"_s},
                           {u"method"_s, QString::fromLatin1(request.method)},
                           {u"path"_s, request.path},
                           {u"range"_s, QString::fromLatin1(request.range)},
                           {u"token"_s, request.hasToken},
                           {u"status"_s, request.status.load()},
                           {u"sent"_s, request.sent.load()},
                           {u"done"_s, request.isDone.load()}};
    return QJsonDocument(json).toJson(QJsonDocument::Compact) + '\n';
}

std::shared_ptr<LoggedRequest> RequestLog::begin(const Request &request, Origin asked)
{
    auto logged = std::make_shared<LoggedRequest>();
    logged->origin = asked;
    logged->method = request.method;
    logged->path = decodedPath(request);
    if (const QByteArray range = request.header("Range"); range.startsWith("bytes="))
        logged->range = range.first(qMin(range.size(), kLongestRange));
    logged->hasToken = request.hasHeader("Authorization");
    const std::scoped_lock lock(m_mutex);
    const auto age = std::chrono::steady_clock::now() - m_start;
    logged->at = std::chrono::duration_cast<std::chrono::milliseconds>(age).count();
    m_requests.push_back(logged);
    if (m_requests.size() > kMost)
        m_requests.pop_front();
    return logged;
}

QByteArray RequestLog::lines() const
{
    std::deque<std::shared_ptr<LoggedRequest>> requests;
    {
        const std::scoped_lock lock(m_mutex);
        requests = m_requests;
    }
    QByteArray lines;
    for (const auto &request : requests)
        lines += lineOf(*request);
    return lines;
}

void RequestLog::clear()
{
    const std::scoped_lock lock(m_mutex);
    m_requests.clear();
}

}  // namespace localhub
