// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "local/cachecontents.h"

/// What somebody wants to have gone, of one repository. A commit is meant in this repository alone: another one may
/// have a commit of the same name.
struct CacheChoice {
    QString folder;
    QStringList commits = {};
    bool isAll = false;  ///< The whole folder.
    bool parts = false;  ///< What is left of downloads.

    friend bool operator==(const CacheChoice &, const CacheChoice &) = default;
};

/// What deleting a choice means: what goes, what stays though it is part of it, and why.
struct CacheRemoval {
    struct Repo {
        QString folder;
        bool isWhole = false;  ///< With everything in it; \a commits and \a blobs say what that is.
        QStringList commits = {};
        QStringList refs = {};
        QByteArrayList blobs = {};  ///< Names in blobs/.
        QByteArrayList parts = {};
    };

    QList<Repo> repos;
    int commits = 0;
    int parts = 0;
    qint64 freed = 0;             ///< By contents that commits need: huggingface_hub's "expected freed size".
    qint64 extra = 0;             ///< By partial downloads and by contents that no commit needs.
    qint64 stays = 0;             ///< Of the chosen commits.
    QString neededBy = {};        ///< The repository that needs most of what stays.
    QString neededByCommit = {};  ///< Which commit of it; empty where it is another repository.

    qint64 bytes() const { return freed + extra; }
    bool isEmpty() const { return repos.isEmpty(); }
};

namespace local {

/// What deleting \a choices would do to a cache of these \a contents. Asks no disk.
///
/// A content goes when no commit that stays needs it; one of the shared store when no repository's link needs it. All
/// commits together are the repository.
CacheRemoval planRemoval(const CacheContents &contents, const QList<CacheChoice> &choices);

}  // namespace local
