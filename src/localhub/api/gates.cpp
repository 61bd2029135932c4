// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/access.h"
#include "localhub/api/accessjson.h"
#include "localhub/api/paging.h"
#include "localhub/api/refusals.h"
#include "localhub/api/routes.h"

#include <QJsonArray>
#include <QJsonObject>

#include <algorithm>
#include <functional>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

using Status = AccessRequest::Status;

constexpr qsizetype kLargestForm = 64 << 10;
constexpr qint64 kPage = 1000;
constexpr qsizetype kLongestReason = 200;

/// One change to the requests of a repository: answers why not, having changed nothing then.
using Change = std::function<std::optional<Response>(AccessRequests &)>;

Response changed(const Opened &opened, const Change &change, const Response &done)
{
    std::optional<Response> refusal;
    const auto error = opened.repo->changeRequests([&](AccessRequests &requests) {
        refusal = change(requests);
        return !refusal;
    });
    if (error)
        return refusal::make(500, {}, "The request could not be kept.");
    return refusal.value_or(done);
}

/// What was answered to the questions that the card asks, and to no others. Nothing where the body is too long.
std::optional<QJsonObject> answersOf(const Request &request, const QJsonObject &card)
{
    const auto body = request.body(kLargestForm);
    if (!body)
        return {};
    QJsonObject answers;
    const bool isJson = request.header("Content-Type").toLower().startsWith("application/json");
    const QJsonObject json = isJson ? QJsonDocument::fromJson(*body).object() : QJsonObject();
    const Request form{.query = isJson ? NamedValues() : parsedForm(*body)};
    for (const QString &label : card["extra_gated_fields"_L1].toObject().keys()) {
        const QByteArray name = label.toUtf8();
        const QJsonValue answer = form.hasValue(name) ? QString::fromUtf8(form.value(name)) : json[label];
        if (answer.isString() || answer.isBool() || answer.isDouble())
            answers.insert(label, answer);
    }
    return answers;
}

/// Answers the way back to the repository, as to a form that a browser sent.
Response askAccess(const Hub &hub, const Request &request, const RouteValues &values)
{
    const Opened opened = openedRepo(hub, request, values);
    if (opened.refusal)
        return *opened.refusal;
    if (!opened.caller.user)
        return refusal::signInFirst();
    const RepoName &name = opened.state.name;
    const QByteArray location = hubAddress(request) + '/' + name.webPrefix() + name.id();
    const Response done = textResponse("See Other. Redirecting to " + location, 303).with("Location", location);
    if (opened.state.info.gate == Gate::None)
        return done;
    const auto answers = answersOf(request, opened.state.card);
    if (!answers)
        return refusal::make(413, {}, "The request is too large.");
    const bool isAuto = opened.state.info.gate == Gate::Auto;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const AccessRequest asked{.user = QString::fromUtf8(opened.caller.user->name),
                              .status = isAuto ? Status::Accepted : Status::Pending,
                              .fields = *answers,
                              .askedAt = now,
                              .reviewedAt = isAuto ? now : QDateTime()};
    // Who asks again changes nothing: neither an answer that was given, nor the place in the queue.
    const auto keep = [&asked](AccessRequests &requests) -> std::optional<Response> {
        if (!requests.of(asked.user))
            requests.put(asked);
        return {};
    };
    return changed(opened, keep, done);
}

/// The requester's own: only what nobody looked at can be taken back.
Response withdraw(const Hub &hub, const Request &request, const RouteValues &values)
{
    const Opened opened = openedRepo(hub, request, values);
    if (opened.refusal)
        return *opened.refusal;
    if (!opened.caller.user)
        return refusal::signInFirst();
    const QString user = QString::fromUtf8(opened.caller.user->name);
    const auto remove = [&user](AccessRequests &requests) -> std::optional<Response> {
        const auto asked = requests.of(user);
        if (!asked || asked->status != Status::Pending)
            return refusal::make(404, {}, "No pending access request found for this repo and this user");
        requests.remove(user);
        return {};
    };
    return changed(opened, remove, jsonResponse(QJsonDocument(QJsonObject{{u"ok"_s, true}})));
}

/// What only those who may write to a repository may ask of it.
Opened openedAsOwner(const Hub &hub, const Request &request, const RouteValues &values)
{
    Opened opened = openedRepo(hub, request, values);
    const Caller &caller = opened.caller;
    if (opened.refusal)
        return opened;
    if (!caller.user)
        opened.refusal = refusal::signInFirst();
    else if (caller.owns(opened.state) && caller.token->role == Token::Role::FineGrained
             && !caller.mayWrite(opened.state))
        opened.refusal = refusal::missingPermission(opened.state.name, kWriteRepo);
    else if (!caller.mayWrite(opened.state))
        opened.refusal = refusal::forbidden("You have read access but not the required permissions for this operation");
    return opened;
}

Response list(const Hub &hub, const Request &request, const RouteValues &values)
{
    const Opened opened = openedAsOwner(hub, request, values);
    if (opened.refusal)
        return *opened.refusal;
    const auto status = accessStatusOf(QString::fromUtf8(values["status"]));
    if (!status)
        return refusal::badRequest("Invalid option: expected one of \"accepted\"|\"rejected\"|\"pending\"");
    QList<AccessRequest> wanted = opened.state.info.requests.all();
    wanted.removeIf([&](const AccessRequest &asked) { return asked.status != *status; });

    const qint64 limit = std::clamp<qint64>(request.number("limit", kPage), 10, kPage);
    const qint64 begin = std::clamp<qint64>(cursorOf(request)["at"_L1].toInteger(), 0, wanted.size());
    const qint64 end = std::min(begin + limit, qint64(wanted.size()));
    QJsonArray page;
    for (const AccessRequest &asked : wanted.sliced(begin, end - begin))
        page += accessJson(opened.state.name, asked);
    Response response = jsonResponse(QJsonDocument(page));
    if (end < wanted.size())
        addNextPage(response, request, {{u"at"_s, end}});
    return response;
}

/// Whose request is decided over, and how it is told.
struct Decision {
    Opened opened;
    QJsonObject wish = {};
    QString user = {};
    std::optional<Response> refusal = {};
};

std::optional<Response> gateMissing(const RepoState &state)
{
    if (state.info.gate != Gate::None)
        return {};
    return refusal::make(400, "RepoNotGated",
                         plural(state.name.type).chopped(1) + ' ' + state.name.id() + " is not gated");
}

/// Whom \a wish names, as such or by the id of a request; empty where it is one of nobody.
QString namedUser(const RepoState &state, const QJsonObject &wish)
{
    const QString id = wish["requestId"_L1].toString();
    if (id.isEmpty())
        return wish["user"_L1].toString();
    const QList<AccessRequest> &all = state.info.requests.all();
    const auto found = std::ranges::find_if(
        all, [&](const AccessRequest &asked) { return accessRequestId(state.name, asked.user) == id; });
    return found == all.end() ? QString() : found->user;
}

Decision decisionOf(const Hub &hub, const Request &request, const RouteValues &values)
{
    Decision decision{openedAsOwner(hub, request, values)};
    const RepoState &state = decision.opened.state;
    decision.refusal = decision.opened.refusal ? decision.opened.refusal : gateMissing(state);
    if (decision.refusal)
        return decision;
    decision.wish = QJsonDocument::fromJson(request.body(kLargestForm).value_or(QByteArray())).object();
    const bool hasUser = !decision.wish["user"_L1].toString().isEmpty();
    if (hasUser == !decision.wish["requestId"_L1].toString().isEmpty())
        decision.refusal = refusal::badRequest("Either requestId or user must be provided, but not both");
    decision.user = namedUser(state, decision.wish);
    if (!decision.refusal && hasUser && !hub.accounts->user(decision.user.toUtf8())
        && !state.info.requests.of(decision.user))
        decision.refusal = refusal::make(404, {}, "User not found");
    return decision;
}

Response handle(const Hub &hub, const Request &request, const RouteValues &values)
{
    const Decision decision = decisionOf(hub, request, values);
    if (decision.refusal)
        return *decision.refusal;
    const auto status = accessStatusOf(decision.wish["status"_L1].toString());
    if (!status)
        return refusal::badRequest("Invalid option: expected one of \"accepted\"|\"rejected\"|\"pending\" at status");
    const QString reason = decision.wish["rejectionReason"_L1].toString();
    if (reason.size() > kLongestReason)
        return refusal::badRequest("Too big: expected string to have <=200 characters at rejectionReason");
    const bool isReviewed = *status != Status::Pending;
    const auto review = [&](AccessRequests &requests) -> std::optional<Response> {
        auto asked = requests.of(decision.user);
        if (!asked || asked->status == *status)
            return refusal::make(404, {}, "No access request found matching your criteria");
        asked->status = *status;
        asked->reviewedAt = isReviewed ? QDateTime::currentDateTimeUtc() : QDateTime();
        asked->reviewedBy = isReviewed ? QString::fromUtf8(decision.opened.caller.user->name) : QString();
        asked->rejectionReason = *status == Status::Rejected ? reason : QString();
        requests.put(*asked);
        return {};
    };
    return changed(decision.opened, review, jsonResponse(QJsonDocument(QJsonObject())));
}

Response grant(const Hub &hub, const Request &request, const RouteValues &values)
{
    const Decision decision = decisionOf(hub, request, values);
    if (decision.refusal)
        return *decision.refusal;
    const QDateTime now = QDateTime::currentDateTimeUtc();
    const auto letIn = [&](AccessRequests &requests) -> std::optional<Response> {
        AccessRequest asked = requests.of(decision.user)
                                  .value_or(AccessRequest{.user = decision.user, .askedAt = now, .isGranted = true});
        if (asked.status == Status::Accepted)
            return refusal::badRequest("That user already has access to the repo");
        asked.status = Status::Accepted;
        asked.reviewedAt = now;
        asked.reviewedBy = QString::fromUtf8(decision.opened.caller.user->name);
        asked.rejectionReason.clear();
        requests.put(asked);
        return {};
    };
    return changed(decision.opened, letIn, jsonResponse(QJsonDocument(QJsonObject())));
}

}  // namespace

void addGateRoutes(Router &router, const Hub &hub)
{
    using Answer = Response (*)(const Hub &, const Request &, const RouteValues &);
    const auto with = [&hub](Answer answer) {
        return
            [&hub, answer](const Request &request, const RouteValues &values) { return answer(hub, request, values); };
    };
    const QByteArray requests = "api/:type/:owner/:name/user-access-request/";
    addWebRoute(router, "POST", ":owner/:name/ask-access", with(askAccess));
    router.add("GET", requests + ":status", with(list));
    router.add("POST", requests + "handle", with(handle));
    router.add("POST", requests + "grant", with(grant));
    router.add("POST", requests + "cancel", with(withdraw));
}

}  // namespace localhub
