// SPDX-License-Identifier: Apache-2.0
#include "hub/refs.h"

#include "core/safename.h"
#include "hub/json.h"

using namespace Qt::Literals::StringLiterals;

namespace {

/// The refs in \a list, called by their field \a key. One that no Git could have, or that leads to no commit, is left
/// out: its name would become a file's.
QList<Ref> refsOf(const QJsonValue &list, QLatin1StringView key)
{
    QList<Ref> refs;
    for (const QJsonValue value : list.toArray()) {
        const QString name = value[key].toString();
        const QString commit = value["targetCommit"_L1].toString();
        if (core::isRevision(name) && core::isCommit(commit))
            refs << Ref{name, name, commit};
    }
    return refs;
}

}  // namespace

ApiCall<Refs> hub::refs(const RepoId &id)
{
    return {"GET", apiSegments(id) + QStringList{u"refs"_s}, {{u"include_prs"_s, u"1"_s}}, {}, &parseRefs};
}

Result<Refs> hub::parseRefs(const Reply &reply)
{
    const auto json = json::objectOf(reply);
    if (!json)
        return json.error();
    return Refs{refsOf(json->value("branches"_L1), "name"_L1), refsOf(json->value("tags"_L1), "name"_L1),
                refsOf(json->value("converts"_L1), "ref"_L1), refsOf(json->value("pullRequests"_L1), "ref"_L1)};
}
