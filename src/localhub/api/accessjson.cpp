// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/accessjson.h"

#include "localhub/api/accountjson.h"
#include "localhub/api/paging.h"

#include <QCryptographicHash>
#include <QJsonArray>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

static QJsonObject userJson(const QString &name)
{
    return {{u"_id"_s, accountId(name.toUtf8())},
            {u"avatarUrl"_s, QString()},
            {u"isPro"_s, false},
            {u"fullname"_s, name},
            {u"user"_s, name},
            {u"type"_s, u"user"_s},
            {u"verifiedOrgNames"_s, QJsonArray()}};
}

QJsonObject accessJson(const RepoName &repo, const AccessRequest &asked)
{
    QJsonObject user = userJson(asked.user);
    if (!asked.isGranted)  // Asking is what shares it.
        user.insert(u"email"_s, emailOf(asked.user.toUtf8()));
    QJsonObject json{{u"requestId"_s, accessRequestId(repo, asked.user)},
                     {u"user"_s, user},
                     {u"timestamp"_s, hubDate(asked.askedAt)},
                     {u"status"_s, nameOf(asked.status)}};
    if (!asked.fields.isEmpty())
        json.insert(u"fields"_s, asked.fields);
    if (asked.reviewedAt.isValid())
        json.insert(u"reviewedAt"_s, hubDate(asked.reviewedAt));
    if (!asked.reviewedBy.isEmpty() && asked.status == AccessRequest::Status::Accepted)
        json.insert(u"grantedBy"_s, userJson(asked.reviewedBy));
    return json;
}

QString accessRequestId(const RepoName &repo, const QString &user)
{
    const QByteArray all = "request/" + plural(repo.type) + '/' + repo.id() + '/' + user.toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(all, QCryptographicHash::Sha1).toHex().first(24));
}

}  // namespace localhub
