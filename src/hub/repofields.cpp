// SPDX-License-Identifier: Apache-2.0
#include "hub/repofields.h"

#include <QJsonValue>

using namespace Qt::Literals::StringLiterals;

RepoInfo::Gate hub::gateOf(const QJsonValue &value)
{
    if (value.toString() == "auto"_L1 || value.toBool())
        return RepoInfo::Gate::Automatic;
    return value.toString().isEmpty() ? RepoInfo::Gate::None : RepoInfo::Gate::Manual;
}

QString hub::taggedValue(const QStringList &tags, QLatin1StringView prefix)
{
    for (const QString &tag : tags) {
        if (tag.startsWith(prefix))
            return tag.mid(prefix.size());
    }
    return {};
}
