// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QList>

namespace localhub {

/// An object of the large file store: named by the SHA-256 of its bytes.
struct LargeFile {
    QByteArray sha256;  ///< 64 hex digits.
    qint64 size = 0;
};

/// One thing that a commit changes. Paths are UTF-8 from the root of the repository, '/' between their parts.
struct Change {
    enum class Kind { Put, PutLarge, Delete, DeleteFolder };

    Kind kind = Kind::Put;
    QByteArray path;
    QByteArray bytes;  ///< Put: the file.
    LargeFile large;   ///< PutLarge: an object that the store has.

    static Change put(const QByteArray &path, const QByteArray &bytes) { return {Kind::Put, path, bytes, {}}; }
    static Change putLarge(const QByteArray &path, const LargeFile &large) { return {Kind::PutLarge, path, {}, large}; }
    static Change remove(const QByteArray &path) { return {Kind::Delete, path, {}, {}}; }
    static Change removeFolder(const QByteArray &path) { return {Kind::DeleteFolder, path, {}, {}}; }
};

/// A commit to be made. The same commit on the same parent has the same id everywhere: nothing in it comes from this
/// computer.
struct NewCommit {
    QByteArray authorName;
    QByteArray authorEmail;
    QDateTime time;      ///< To the second; not set: now.
    QByteArray message;  ///< Title, and after an empty line a description.
    QByteArray
        parent;  ///< 40 hex digits: must still be the tip of the branch, else a Conflict. Empty: whatever is the tip.
    QList<Change> changes;
};

}  // namespace localhub
