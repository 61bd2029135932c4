// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <QByteArray>

#include <git2.h>

#include <memory>
#include <optional>

/// Owners of what libgit2 hands out, and its ids as the hex digits that everything else uses.
namespace localhub::git {

template<auto freeIt>
struct Deleter {
    template<typename T>
    void operator()(T *pointer) const
    {
        freeIt(pointer);
    }
};

using Repository = std::unique_ptr<git_repository, Deleter<git_repository_free>>;
using Reference = std::unique_ptr<git_reference, Deleter<git_reference_free>>;
using Object = std::unique_ptr<git_object, Deleter<git_object_free>>;
using Commit = std::unique_ptr<git_commit, Deleter<git_commit_free>>;
using Tree = std::unique_ptr<git_tree, Deleter<git_tree_free>>;
using TreeEntry = std::unique_ptr<git_tree_entry, Deleter<git_tree_entry_free>>;
using Blob = std::unique_ptr<git_blob, Deleter<git_blob_free>>;
using Odb = std::unique_ptr<git_odb, Deleter<git_odb_free>>;
using Diff = std::unique_ptr<git_diff, Deleter<git_diff_free>>;
using RefIterator = std::unique_ptr<git_reference_iterator, Deleter<git_reference_iterator_free>>;

/// Calls a libgit2 function that answers by its first parameter: git::made<Tree>(git_tree_lookup, repository, &id).
/// Null where it fails.
template<typename Owner, typename Function, typename... Arguments>
Owner made(Function function, Arguments... arguments)
{
    typename Owner::pointer pointer = nullptr;
    if (function(&pointer, arguments...) != 0)
        return {};
    return Owner(pointer);
}

inline QByteArray hex(const git_oid &id)
{
    QByteArray digits(GIT_OID_HEXSZ, '\0');
    git_oid_fmt(digits.data(), &id);
    return digits;
}

/// Of exactly 40 hex digits.
inline std::optional<git_oid> idOf(const QByteArray &hex)
{
    git_oid id;
    if (hex.size() != GIT_OID_HEXSZ || git_oid_fromstr(&id, hex.constData()) != 0)
        return {};
    return id;
}

/// What libgit2 says of the call that just failed on this thread.
inline Error failure(Error::Kind kind)
{
    const git_error *error = git_error_last();
    return {kind, QString::fromUtf8(error ? error->message : "git failed")};
}

}  // namespace localhub::git
