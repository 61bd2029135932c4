// SPDX-License-Identifier: Apache-2.0
#include "hub/lastchanges.h"

#include "core/safename.h"
#include "hub/json.h"

#include <QJsonDocument>

using namespace Qt::Literals::StringLiterals;

ApiCall<QHash<QString, LastChange>> hub::lastChanges(const RepoId &id, const QString &revision,
                                                     const QStringList &paths)
{
    const QJsonObject body{{u"paths"_s, QJsonArray::fromStringList(paths)}, {u"expand"_s, true}};
    return {"POST",
            apiSegments(id) + QStringList{u"paths-info"_s, revisionSegment(revision)},
            {},
            QJsonDocument(body).toJson(QJsonDocument::Compact),
            &parseLastChanges};
}

Result<QHash<QString, LastChange>> hub::parseLastChanges(const Reply &reply)
{
    const auto list = json::arrayOf(reply);
    if (!list)
        return list.error();

    QHash<QString, LastChange> changes;
    for (const QJsonValue entry : *list) {
        const QJsonValue last = entry["lastCommit"_L1];
        const LastChange change{last["id"_L1].toString(), last["title"_L1].toString(), json::timeOf(last["date"_L1])};
        const QString path = entry["path"_L1].toString();
        if (!path.isEmpty() && core::isCommit(change.commit))
            changes.insert(path, change);
    }
    return changes;
}
