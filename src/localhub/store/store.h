// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "localhub/store/commit.h"
#include "localhub/store/largefilerules.h"
#include "localhub/store/repoinfo.h"
#include "localhub/store/reponame.h"

#include <QString>

#include <memory>

namespace localhub {

class Repository;

/// All repositories of a small Hub, on disk: bare git repositories, what is known about them, and large files by
/// SHA-256.
///
/// May be used from several threads. What a function has said to be done stays, also when the process is killed.
///
///     store->createRepo(name, {.isPrivate = true});
///     const Result<LargeFile> weights = store->putLarge(bytes);
///     store->commit(name, "main", {.authorName = "Ada", .authorEmail = "ada@example.org", .message = "Add weights",
///                                  .changes = {Change::put("README.md", text), Change::putLarge("a.bin", *weights)}});
class Store
{
public:
    /// Opens what lies in \a directory, made where absent. One process at a time: else a Conflict.
    static Result<std::shared_ptr<Store>> open(const QString &directory);
    ~Store();

    // Repositories

    /// Makes a repository without a commit. Conflict where it exists, Refused where the name is not valid.
    std::optional<Error> createRepo(const RepoName &name, RepoInfo info);
    bool contains(const RepoName &name) const;
    /// Null where there is none.
    std::shared_ptr<Repository> repository(const RepoName &name) const;
    QList<std::shared_ptr<Repository>> repositories(RepoType type) const;

    QString directory() const;
    /// Where the bytes of a large file lie; empty where the store has them not.
    QString largePath(const QByteArray &sha256) const;

    // Writing

    /// Keeps \a bytes as a large file.
    Result<LargeFile> putLarge(QByteArrayView bytes);
    /// Keeps a copy of the file at \a path, in constant memory.
    Result<LargeFile> putLargeFile(const QString &path);

    /// Commits onto the branch or pull request \a ref ("main", "feat/x", "refs/pr/1") and answers the new commit's id,
    /// 40 hex digits. A branch that is not there yet begins with this commit, without history.
    ///
    /// Any number of changes: many become one pack. A large file whose path no line of .gitattributes covers gets a
    /// line there, as on the Hub. Refused: an invalid path (empty, absolute, "..", ".git", control characters), a large
    /// file that the store has not. NoEntry: a deletion of what is not there. Conflict: see NewCommit::parent.
    Result<QByteArray> commit(const RepoName &name, const QByteArray &ref, const NewCommit &commit);

    /// \a target is a commit's id; a name that is taken is a Conflict.
    std::optional<Error> createBranch(const RepoName &name, const QByteArray &branch, const QByteArray &target);
    std::optional<Error> createTag(const RepoName &name, const QByteArray &tag, const QByteArray &target);
    /// Makes refs/pr/\a number at \a target; go on with commits onto "refs/pr/<number>".
    std::optional<Error> createPullRequest(const RepoName &name, int number, const QByteArray &target);

private:
    class Private;
    explicit Store(std::unique_ptr<Private> d);
    std::optional<Error> createRef(const RepoName &name, const QByteArray &ref, const QByteArray &target);

    std::unique_ptr<Private> d;
};

}  // namespace localhub
