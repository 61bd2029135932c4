// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// What a server may name and what becomes a file name of ours: checked here before anything touches a disk.
namespace core {

/// Why a repository's file \a path must not be written, as a sentence for people; empty where it is fine.
///
/// Refused on every system, since caches travel: empty and "." or ".." segments, absolute paths, drive letters and
/// backslashes, NUL and control characters, segments ".git", names that Windows reserves (CON, aux.txt, "a.", "a "),
/// segments of over 255 bytes.
QString whyUnsafe(const QString &path);

/// Whether \a text may name a revision, by Git's rules for names ("feat/x", "refs/pr/1", a commit), so that it can be a
/// path below a folder of ours, too.
bool isRevision(const QString &text);

/// 40 hex digits in lower case.
bool isCommit(const QString &text);

/// 40 or 64 hex digits in lower case: a content's name on the Hub, and the name of its file in the cache.
bool isContentName(const QString &text);

}  // namespace core
