// SPDX-License-Identifier: Apache-2.0
#include "hub/commits.h"

#include "core/safename.h"
#include "hub/json.h"

using namespace Qt::Literals::StringLiterals;

ApiCall<Page<Commit>> hub::commits(const RepoId &id, const QString &revision, int limit)
{
    const Query query{{u"limit"_s, QString::number(limit)}};
    return {"GET", apiSegments(id) + QStringList{u"commits"_s, revisionSegment(revision)}, query, {}, &parseCommits};
}

Result<Page<Commit>> hub::parseCommits(const Reply &reply)
{
    const auto list = json::arrayOf(reply);
    if (!list)
        return list.error();

    Page<Commit> page{{}, nextPageOf(reply), totalOf(reply)};
    for (const QJsonValue value : *list) {
        Commit commit{value["id"_L1].toString(),
                      value["title"_L1].toString(),
                      value["message"_L1].toString(),
                      {},
                      json::timeOf(value["date"_L1])};
        if (!core::isCommit(commit.id))
            return json::badReply(u"the commit is no hash"_s);
        for (const QJsonValue author : value["authors"_L1].toArray()) {
            if (author["user"_L1].isString())
                commit.authors << author["user"_L1].toString();
        }
        page.items << commit;
    }
    return page;
}
