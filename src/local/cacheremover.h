// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "local/cacheremoval.h"

#include <optional>

class OpenFolder;

/// What a deletion did.
struct RemovalOutcome {
    qint64 freed = 0;
    QStringList held = {};            ///< Repositories of which something was left, since a download is at it.
    std::optional<Error> error = {};  ///< The first one; what came after it was done all the same.
};

/// Deletes from a cache, so that whoever looks meanwhile, or after it was killed, finds each commit whole or not at
/// all: its refs go first, then its folder by one rename, then the contents that no commit needs, each under its lock,
/// and last what nobody needs in the shared store.
///
/// Nothing is reached through a link. What a download holds the lock of stays. For the pool.
class CacheRemover
{
public:
    explicit CacheRemover(CacheContents contents) : m_contents(std::move(contents)) {}

    /// Looks at each repository anew first: what is needed now is what counts.
    RemovalOutcome remove(const QList<CacheChoice> &choices);

private:
    void removeFrom(const CacheRemoval::Repo &repo, const CachedRepo &known);
    bool isHeld(const QString &folder) const;
    void removeRefs(const OpenFolder &repo, const QStringList &refs);
    void removeCommits(const OpenFolder &repo, const QStringList &commits);
    void removeBlobs(const QString &folder, const QByteArrayList &blobs);
    void removePart(const OpenFolder &blobs, const QString &folder, const CachedPart &part);
    void removeRest(const QString &folder);
    void removeTree(const OpenFolder &parent, const QByteArray &name, int depth = 0);
    bool unlink(const OpenFolder &parent, const QByteArray &name);
    void hold(const QString &folder);
    void fail(int code, const QString &at);

    CacheContents m_contents;
    QSet<QByteArray> m_payloads;  ///< Of which a link went.
    RemovalOutcome m_outcome;
};
