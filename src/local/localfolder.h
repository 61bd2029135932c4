// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "core/remotefile.h"

#include <optional>

class QFile;

/// A plain folder that a repository's files are downloaded into, with the bookkeeping that huggingface_hub's local_dir
/// keeps in <folder>/.cache/huggingface. For the pool; threads may share it.
class LocalFolder
{
public:
    explicit LocalFolder(QString root) : m_root(std::move(root)) {}

    const QString &root() const { return m_root; }

    /// Why \a path must not be written here, beyond core::whyUnsafe(): it lies in .cache/huggingface. Empty: fine.
    static QString whyUnsafe(const QString &path);

    QString file(const QString &path) const;
    QString part(const RemoteFile &file) const;  ///< .cache/huggingface/download/<path>.<etag>.hubdeck.part
    QString lock(const QString &path) const;     ///< .cache/huggingface/download/<path>.lock, as Python's.

    /// Whether the file is there and is this one, by its metadata, or (no metadata) by its hash.
    bool isCurrent(const QString &commit, const RemoteFile &file) const;

    std::optional<Error> prepare(const RemoteFile &file) const;
    /// As RepoCache::publish(); then writes the metadata (commit, etag, time).
    std::optional<Error> publish(const QFile &part, const QString &commit, const RemoteFile &file) const;

private:
    QString m_root;
};
