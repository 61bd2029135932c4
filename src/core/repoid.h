// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

enum class RepoType { Model, Dataset, Space };

/// Names a repository of the Hub: what kind it is, and "owner/name" (old ones have no owner: "gpt2").
struct RepoId {
    RepoType type = RepoType::Model;
    QString name;

    QString owner() const { return name.contains(u'/') ? name.section(u'/', 0, 0) : QString(); }
    QString shortName() const { return name.section(u'/', -1); }

    friend bool operator==(const RepoId &, const RepoId &) = default;
};

namespace core {

/// "models", "datasets", "spaces": the word in the addresses of the API and the first part of a cache folder.
QString pluralOf(RepoType type);

/// What stands before "owner/name" in the addresses of web pages and files: nothing, "datasets/" or "spaces/".
QString webPrefixOf(RepoType type);

/// Whether \a name follows the Hub's rules: at most one "/", each part 1 to 96 of [A-Za-z0-9_.-] that begins and ends
/// with neither "-" nor ".", no "--", no "..", not ending in ".git".
bool isRepoName(const QString &name);

}  // namespace core

size_t qHash(const RepoId &id, size_t seed = 0);
