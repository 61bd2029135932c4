// SPDX-License-Identifier: Apache-2.0
#include "localhub/store/accessrequest.h"

#include <algorithm>
#include <array>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

namespace {

constexpr std::array kStatuses{AccessRequest::Status::Pending, AccessRequest::Status::Accepted,
                               AccessRequest::Status::Rejected};

QString textOf(const QDateTime &time)
{
    return time.isValid() ? time.toUTC().toString(Qt::ISODateWithMs) : QString();
}

QDateTime timeOf(const QJsonValue &text)
{
    return QDateTime::fromString(text.toString(), Qt::ISODateWithMs).toUTC();
}

}  // namespace

QString nameOf(AccessRequest::Status status)
{
    switch (status) {
    case AccessRequest::Status::Pending: return u"pending"_s;
    case AccessRequest::Status::Accepted: return u"accepted"_s;
    case AccessRequest::Status::Rejected: return u"rejected"_s;
    }
    return {};
}

std::optional<AccessRequest::Status> accessStatusOf(const QString &name)
{
    const auto found
        = std::ranges::find_if(kStatuses, [&](AccessRequest::Status status) { return nameOf(status) == name; });
    return found == kStatuses.end() ? std::nullopt : std::optional(*found);
}

QJsonObject AccessRequest::toJson() const
{
    return {{u"user"_s, user},
            {u"status"_s, nameOf(status)},
            {u"fields"_s, fields},
            {u"askedAt"_s, textOf(askedAt)},
            {u"reviewedAt"_s, textOf(reviewedAt)},
            {u"reviewedBy"_s, reviewedBy},
            {u"rejectionReason"_s, rejectionReason},
            {u"granted"_s, isGranted}};
}

std::optional<AccessRequest> AccessRequest::fromJson(const QJsonObject &json)
{
    const auto status = accessStatusOf(json["status"_L1].toString());
    const QString user = json["user"_L1].toString();
    if (!status || user.isEmpty())
        return {};
    return AccessRequest{.user = user,
                         .status = *status,
                         .fields = json["fields"_L1].toObject(),
                         .askedAt = timeOf(json["askedAt"_L1]),
                         .reviewedAt = timeOf(json["reviewedAt"_L1]),
                         .reviewedBy = json["reviewedBy"_L1].toString(),
                         .rejectionReason = json["rejectionReason"_L1].toString(),
                         .isGranted = json["granted"_L1].toBool()};
}

std::optional<AccessRequest> AccessRequests::of(const QString &user) const
{
    const auto found = find(user);
    return found == m_requests.cend() ? std::nullopt : std::optional(*found);
}

void AccessRequests::put(const AccessRequest &request)
{
    const auto found = find(request.user);
    if (found == m_requests.cend())
        m_requests += request;
    else
        m_requests[found - m_requests.cbegin()] = request;
}

void AccessRequests::remove(const QString &user)
{
    const auto found = find(user);
    if (found != m_requests.cend())
        m_requests.removeAt(found - m_requests.cbegin());
}

QList<AccessRequest>::const_iterator AccessRequests::find(const QString &user) const
{
    return std::find_if(m_requests.cbegin(), m_requests.cend(),
                        [&](const AccessRequest &request) { return request.user == user; });
}

}  // namespace localhub
