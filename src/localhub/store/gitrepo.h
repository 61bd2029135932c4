// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/store/git.h"

#include "core/result.h"
#include "localhub/store/commit.h"

#include <QList>

namespace localhub {

/// A file or a folder of a tree.
struct TreeEntry {
    enum class Kind { File, Folder, Submodule };

    Kind kind = Kind::File;
    QByteArray path;  ///< From the root of the repository.
    QByteArray id;    ///< Of the blob or tree, 40 hex digits.
};

/// What a file is behind its blob: of \a size bytes, maybe kept as a large file.
struct FileContent {
    qint64 size = 0;  ///< Of the file itself.
    std::optional<LargeFile> large = {};
    qint64 pointerSize = 0;  ///< Of the blob where the file is a large one.
};

struct Ref {
    QByteArray name;    ///< "refs/heads/main"
    QByteArray commit;  ///< A tag's own object is followed to its commit.
};

struct CommitInfo {
    QByteArray id;
    QByteArray authorName;
    QByteArray title;
    QByteArray message;  ///< What follows the title.
    QDateTime time;
};

/// Reads one bare git repository. For one thread at a time; see Repository, which lends them out.
class GitRepo
{
public:
    /// Null where there is none.
    static std::unique_ptr<GitRepo> open(const QString &path);

    git_repository *handle() const { return m_repository.get(); }

    /// The commit that \a revision names: a branch, a tag, "refs/…", "HEAD", or at least 5 hex digits of its id.
    std::optional<QByteArray> resolve(const QByteArray &revision) const;
    QList<Ref> refs() const;

    /// What lies in \a folder (empty: the root) at \a commit, folders before what is in them. Nothing where there is no
    /// such folder.
    std::optional<QList<TreeEntry>> list(const QByteArray &commit, const QByteArray &folder, bool recursive) const;
    std::optional<TreeEntry> entry(const QByteArray &commit, const QByteArray &path) const;
    std::optional<FileContent> content(const QByteArray &blob) const;
    std::optional<QByteArray> bytes(const QByteArray &blob) const;

    std::optional<CommitInfo> commit(const QByteArray &id) const;
    /// The ids of \a commit and all before it, newest first.
    QList<QByteArray> history(const QByteArray &commit) const;
    /// What \a commit changed against its first parent: the paths of files.
    QList<QByteArray> changedPaths(const QByteArray &commit) const;
    std::optional<QByteArray> parent(const QByteArray &commit) const;

private:
    explicit GitRepo(git::Repository repository) : m_repository(std::move(repository)) {}

    git::Tree treeAt(const QByteArray &commit) const;
    std::optional<QByteArray> commitOfRef(const QByteArray &name) const;
    std::optional<QByteArray> commitOfPrefix(const QByteArray &hex) const;

    git::Repository m_repository;
};

}  // namespace localhub
