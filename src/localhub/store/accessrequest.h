// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDateTime>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace localhub {

/// Who asked to read the files of a gated repository, and what became of it.
struct AccessRequest {
    enum class Status { Pending, Accepted, Rejected };

    QString user;
    Status status = Status::Pending;
    QJsonObject fields = {};    ///< What was filled into the form of the gate, by label.
    QDateTime askedAt = {};     ///< In UTC, as the next one.
    QDateTime reviewedAt = {};  ///< Not set while nobody looked at it.
    QString reviewedBy = {};    ///< Empty where nobody had to.
    QString rejectionReason = {};
    bool isGranted = false;  ///< Let in without having asked.

    QJsonObject toJson() const;
    /// Nothing where \a json has no user or no such status.
    static std::optional<AccessRequest> fromJson(const QJsonObject &json);
};

/// "pending", "accepted" or "rejected", as addresses and answers have it.
QString nameOf(AccessRequest::Status status);
std::optional<AccessRequest::Status> accessStatusOf(const QString &name);

/// All requests for one repository, at most one of each user, in the order in which they came.
class AccessRequests
{
public:
    const QList<AccessRequest> &all() const { return m_requests; }
    /// Nothing where \a user never asked.
    std::optional<AccessRequest> of(const QString &user) const;
    /// In the place of the one that its user has, or as the last.
    void put(const AccessRequest &request);
    void remove(const QString &user);

private:
    QList<AccessRequest>::const_iterator find(const QString &user) const;

    QList<AccessRequest> m_requests;
};

}  // namespace localhub
