// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/repoid.h"

/// Where everything lies in the shared Hugging Face cache: path arithmetic, no disk. \a etag, \a commit and \a path
/// must have passed core/safename.h.
class CacheLayout
{
public:
    CacheLayout() = default;
    explicit CacheLayout(QString root) : m_root(std::move(root)) {}

    const QString &root() const { return m_root; }

    static QString folderName(const RepoId &repo);  ///< "models--owner--name", case kept.

    QString repo(const RepoId &repo) const;
    QString blobs(const RepoId &repo) const;
    QString blob(const RepoId &repo, const QString &etag) const;
    QString part(const RepoId &repo, const QString &etag) const;  ///< blobs/<etag>.hubdeck.part
    QString snapshot(const RepoId &repo, const QString &commit) const;
    QString pointer(const RepoId &repo, const QString &commit, const QString &path) const;
    QString ref(const RepoId &repo, const QString &revision) const;  ///< refs/refs/pr/1 for "refs/pr/1".
    QString tree(const RepoId &repo, const QString &commit) const;
    QString noExist(const RepoId &repo, const QString &commit, const QString &path) const;
    QString lock(const RepoId &repo, const QString &etag) const;

private:
    QString m_root;
};
