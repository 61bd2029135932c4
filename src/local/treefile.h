// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "core/remotefile.h"

#include <optional>

class OpenFolder;

/// The list of a commit's files as huggingface_hub keeps it in trees/<commit>.json, byte for byte.
namespace local {

/// Nothing where a file's size or one of its hashes is not known or malformed: the list would not be complete.
std::optional<QByteArray> treeToJson(const RemoteFiles &files);

/// Nothing where \a json is of another format_version or any of its files is malformed.
std::optional<RemoteFiles> treeFromJson(const QByteArray &json);

/// <commit>.json of the folder \a trees.
std::optional<RemoteFiles> readTree(const OpenFolder &trees, const QString &commit);
/// Refused where \a files is not complete or \a commit is none.
std::optional<Error> writeTree(const OpenFolder &trees, const QString &commit, const RemoteFiles &files);

}  // namespace local
