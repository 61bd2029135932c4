// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/accountjson.h"

#include <QCryptographicHash>

using namespace Qt::Literals::StringLiterals;

namespace localhub {

static QString objectId(const QByteArray &of)
{
    return QString::fromLatin1(QCryptographicHash::hash(of, QCryptographicHash::Sha1).toHex().first(24));
}

QString accountId(const QByteArray &name)
{
    return objectId("account/" + name);
}

QString emailOf(const QByteArray &user)
{
    return QString::fromUtf8(user) + "@localhost"_L1;
}

QString repoObjectId(const RepoName &name)
{
    return objectId(plural(name.type) + '/' + name.id());
}

}  // namespace localhub
