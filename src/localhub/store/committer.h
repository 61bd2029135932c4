// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/store/gitrepo.h"

namespace localhub {

class LargeStore;
class ObjectSink;
class TreeEditor;

/// Makes a commit out of changes and moves a ref to it.
class Committer
{
public:
    Committer(const GitRepo &repo, const LargeStore &large) : m_repo(repo), m_large(large) {}

    /// \a ref is a whole name ("refs/heads/main"). See Store::commit().
    Result<QByteArray> commit(const QByteArray &ref, const NewCommit &commit);

private:
    std::optional<Error> apply(const NewCommit &commit, TreeEditor &tree, ObjectSink &sink) const;
    void addLargeFileLines(const NewCommit &commit, TreeEditor &tree, ObjectSink &sink) const;

    const GitRepo &m_repo;
    const LargeStore &m_large;
};

/// Whether a file may be called that: no empty part, ".", "..", ".git" or control character in it, and not too long.
bool isValidPath(const QByteArray &path);

}  // namespace localhub
