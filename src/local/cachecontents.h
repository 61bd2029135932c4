// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/repoid.h"

#include <QByteArrayList>
#include <QHash>
#include <QSet>
#include <QStringList>

#include <optional>

/// What a folder of the cache keeps. Kernels are huggingface_hub's alone: this program counts and deletes them, no
/// more.
enum class CacheKind { Model, Dataset, Space, Kernel };

/// Why huggingface_hub's scan leaves something out with a warning. What is left out eats the disk all the same.
enum class CacheProblem {
    None,
    NotARepository,  ///< A name or a kind of file that does not belong in a cache.
    NoSnapshots,
    RefsIsAFile,
    FileAmongSnapshots,
    ContentMissing,  ///< A file of a revision leads to nothing.
    CommitMissing,   ///< A ref names a commit that is not here.
    Unreadable,      ///< Not allowed, too deep, or reached through a link.
};

/// One content that files of a repository are made of, with its times in milliseconds since 1970.
struct CachedContent {
    QByteArray path;  ///< Below the repository's folder ("blobs/<etag>", or a snapshot's own file); absolute where a
                      ///< link leads out of it.
    qint64 bytes = 0;
    qint64 accessed = 0;
    qint64 modified = 0;
    QByteArray payload = {};  ///< Its name in the blob store that repositories share; empty: the bytes are its own.

    bool isElsewhere() const { return path.startsWith('/'); }
};

/// One commit of a repository, as far as it is here.
struct CachedCommit {
    QString commit;
    QStringList refs = {};
    QList<int> contents = {};  ///< Each once, as places in the repository's list.
    int files = 0;
    qint64 bytes = 0;  ///< Of its contents, each counted once.
    qint64 accessed = 0;
    qint64 modified = 0;
};

/// What is left of a download, or grows while it runs.
struct CachedPart {
    QByteArray name;  ///< In blobs/.
    QString etag;     ///< Of the content that it is a part of; empty where the name does not say.
    qint64 bytes = 0;
    qint64 modified = 0;
    bool isResumable = false;  ///< Ours: a download goes on from it. huggingface_hub's is of no more use to anybody.
};

/// One repository of the cache.
struct CachedRepo {
    QString folder;  ///< In the cache's root: "models--owner--name".
    CacheKind kind = CacheKind::Model;
    QString name = {};
    QList<CachedContent> contents = {};
    QList<CachedCommit> commits = {};
    QList<CachedPart> parts = {};
    qint64 bytes = 0;        ///< Of its contents.
    qint64 unusedBytes = 0;  ///< Of contents that no commit here needs.
    qint64 accessed = 0;
    qint64 modified = 0;
    CacheProblem problem = CacheProblem::None;
    QString problemAt = {};  ///< Path below the cache's root.
    bool isLink = false;     ///< The folder itself is one, to some other place.

    qint64 partBytes() const;
    std::optional<RepoId> id() const;  ///< Nothing of a kernel.
};

/// A content of the blob store that repositories share.
struct SharedPayload {
    qint64 bytes = 0;
    /// The links that keep it, as "<folder>/blobs/<etag>". Nothing where its list is missing or cannot be read: then
    /// nobody may delete it.
    std::optional<QSet<QByteArray>> users = {};
};

/// What lies in a cache, as values; see local::scanCache().
struct CacheContents {
    struct Oddity {
        QString name;
        CacheProblem problem;
    };

    QString root;
    QList<CachedRepo> repos;
    QList<Oddity> oddities;  ///< What is no repository at all.
    QHash<QByteArray, SharedPayload> payloads;
    bool isWhole = true;  ///< False: somebody stopped the scan.

    qint64 bytes() const;  ///< On the disk: what repositories share is counted once; partial downloads are not.
    const CachedRepo *find(const QString &folder) const;
};
