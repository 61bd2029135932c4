// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/store/repository.h"

namespace localhub {

/// What the Hub's JSON says of one repository at one commit, field by field, so that only what is asked for is made.
class RepoJson
{
public:
    RepoJson(const Repository &repo, RepoState state, QByteArray commit);
    /// At the head of "main".
    explicit RepoJson(const Repository &repo);

    /// With "siblings": size, blob and large file of each.
    void setWithBlobs(bool on) { m_withBlobs = on; }

    /// The \a fields that this repository has; "_id" and "id" always.
    QJsonObject object(const QStringList &fields) const;
    /// Undefined where it has none.
    QJsonValue value(const QString &field) const;

private:
    QJsonValue cardValue(const QString &field) const;
    QJsonArray siblings() const;

    const Repository &m_repo;
    RepoState m_state;
    QByteArray m_commit;
    bool m_withBlobs = false;
};

/// All tags that filters see: given ones, task, library, and those that the card makes ("license:mit").
QStringList tagsOf(const RepoState &state);
QString pipelineTagOf(const RepoState &state);

/// The fields that "expand" may name; that an answer about one repository has; that lists have, short and full.
QStringList expandableFields(RepoType type);
QStringList infoFields(RepoType type);
QStringList listFields(RepoType type);
QStringList fullListFields(RepoType type);

}  // namespace localhub
