// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "core/remotefile.h"

#include <optional>

class OpenFolder;
class QFile;

/// A plain folder that a repository's files are downloaded into, with the bookkeeping that huggingface_hub's local_dir
/// keeps in <folder>/.cache/huggingface. For the pool; threads may share it.
///
/// Links down to \a root are followed, no folder below it is reached through one.
class LocalFolder
{
public:
    explicit LocalFolder(QString root) : m_root(std::move(root)) {}

    const QString &root() const { return m_root; }

    /// Why \a path must not be written here, beyond core::whyUnsafe(): it lies in (or stands for) .cache/huggingface.
    /// Empty: fine.
    static QString whyUnsafe(const QString &path);

    // Where they lie: arithmetic alone, for paths and etags that have passed core/safename.h.
    QString file(const QString &path) const;
    QString part(const RemoteFile &file) const;  ///< .cache/huggingface/download/<path>.<etag>.hubdeck.part
    QString lock(const QString &path) const;     ///< .cache/huggingface/download/<path>.lock, as Python's.

    /// Whether the file is there and is this one, by its metadata, or (no metadata, or older than the file) by its
    /// hash: that reads it all.
    bool isCurrent(const QString &commit, const RemoteFile &file) const;

    /// Makes the folders of file, part, lock and metadata: none of them through a link. To be done before the lock is
    /// taken. Refused, as in the functions below, where a name leads astray.
    std::optional<Error> prepare(const RemoteFile &file) const;
    /// As RepoCache::publish(); then writes the metadata. \a partPath: where the part lies, beside part(), if not
    /// there.
    std::optional<Error> publish(const QFile &part, const QString &commit, const RemoteFile &file,
                                 const QString &partPath = {}) const;
    /// The names that publish() gave to \a files are on the disk.
    void flush(const RemoteFiles &files) const;
    /// Writes the metadata (commit, etag, time) of a file that is current: huggingface_hub then knows it, too.
    std::optional<Error> writeMetadata(const QString &commit, const RemoteFile &file) const;
    /// The same, where the metadata does not say so yet: of a file that another commit has, too, or that was hashed.
    std::optional<Error> renewMetadata(const QString &commit, const RemoteFile &file) const;

    /// The list of \a commit's files, kept in .cache/huggingface/trees/<commit>.json as in the shared cache.
    std::optional<RemoteFiles> readTree(const QString &commit) const;
    std::optional<Error> writeTree(const QString &commit, const RemoteFiles &files) const;

private:
    OpenFolder open(const QString &below, bool make) const;
    std::optional<Error> prepareBookkeeping() const;
    bool hasContent(const OpenFolder &folder, const RemoteFile &file) const;

    QString m_root;
};
