// SPDX-License-Identifier: Apache-2.0
#include "localhub/faults/faultinjector.h"

#include "localhub/api/refusals.h"
#include "localhub/faults/answersender.h"
#include "localhub/faults/faultplan.h"

#include <QJsonObject>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

constexpr qsizetype kLargestPlan = 16 << 20;

Response tooMany(const LimitState &limit)
{
    return refusal::make(429, {}, "You have asked too often. Wait " + QByteArray::number(limit.seconds) + " seconds.")
        .with("Retry-After", QByteArray::number(limit.seconds));
}

void replaceLimit(Response &response, const LimitState &limit)
{
    response.remove("RateLimit");
    response.remove("RateLimit-Policy");
    addLimitHeaders(response, limit);
}

/// What sends \a response, whose body is then this.
Response written(Response response, const Fault &fault, const Request &request,
                 const std::shared_ptr<LoggedRequest> &logged)
{
    const bool isHead = request.method == "HEAD";
    changeHeaders(response, fault, isHead);
    if (request.header("Connection").toLower() == "close" && response.header("Connection").isEmpty())
        response.with("Connection", "close");
    Response sending{response.status};
    sending.body = WrittenAnswer([=](Wire &wire) { return AnswerSender(wire, fault, *logged).send(response, isHead); });
    return sending;
}

}  // namespace

void FaultInjector::addRoutes(Router &router)
{
    router.add("POST", ".localhub/faults",
               [this](const Request &request, const RouteValues &) { return setFaults(request); });
    router.add("GET", ".localhub/log", [this](const Request &, const RouteValues &) {
        Response response;
        response.body = m_log.lines();
        return response.with("Content-Type", "application/x-ndjson");
    });
    router.add("DELETE", ".localhub/log", [this](const Request &, const RouteValues &) {
        m_log.clear();
        return jsonResponse(QJsonDocument(QJsonObject()));
    });
}

Response FaultInjector::answer(const Request &request, Origin asked, const TrueAnswer &truth)
{
    if (request.path.startsWith("/.localhub/"))
        return truth(request);
    const auto logged = m_log.begin(request, asked);
    const auto limit = asked == Origin::Hub ? m_limits.count(bucketOf(request)) : std::nullopt;
    const bool isOver = limit && limit->isOver;
    const Fault fault = isOver ? Fault() : m_faults.faultFor(request, asked);
    Response response = isOver ? tooMany(limit->state) : faultyAnswer(fault, request, truth);
    if (isOver)
        addCommonHeaders(response, request);
    if (limit)
        replaceLimit(response, limit->state);
    return written(std::move(response), fault, request, logged);
}

Response FaultInjector::setFaults(const Request &request)
{
    const auto body = request.body(kLargestPlan);
    if (!body)
        return refusal::make(413, {}, "The faults are too large.");
    Result<FaultPlan> plan = FaultPlan::parse(*body);
    if (!plan)
        return refusal::badRequest(plan.error().message.toUtf8());
    m_faults.replace(plan->rules);
    m_limits.replace(plan->limits);
    return jsonResponse(QJsonDocument(QJsonObject{{u"rules"_s, qint64(plan->rules.size())}}));
}

}  // namespace localhub
