// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "core/remotefile.h"
#include "local/cachelayout.h"

#include <optional>

class OpenFolder;
class QFile;

/// How the cache keeps a snapshot's files: as links to the blobs, or (where links cannot be made) as the files
/// themselves, moved or copied.
enum class LinkMode { Symlinks, Copies };

/// One repository in the shared cache, read and written as huggingface_hub 2.4 does.
///
/// All functions may wait for the disk: call them from the pool. It holds no state but its paths, so threads may share
/// it. Links down to the repository's folder are its owner's and followed; below it no folder is reached through one.
/// Commits and etags that are not hex and paths that lead outside are Refused, or absent.
class RepoCache
{
public:
    RepoCache(CacheLayout layout, RepoId repo, LinkMode mode)
        : m_layout(std::move(layout)),
          m_repo(std::move(repo)),
          m_mode(mode)
    {
    }

    const CacheLayout &layout() const { return m_layout; }
    const RepoId &repo() const { return m_repo; }

    /// The commit that \a revision stood for when it was last asked, or \a revision itself where it is a commit.
    /// What is not 40 hex digits counts as absent.
    std::optional<QString> commitOf(const QString &revision) const;

    /// Atomic, only where it differs, and never for a revision that is a commit. A name that clashes with a folder
    /// ("a" beside "a/b") is no error: Python does without it, too.
    std::optional<Error> writeRef(const QString &revision, const QString &commit) const;

    /// Whether the snapshot has \a path, both links followed.
    bool hasFile(const QString &commit, const QString &path) const;
    /// Bytes of blobs/<etag> where it is complete (links into the shared store are followed; one that dangles is
    /// absent), else nothing.
    std::optional<qint64> blobSize(const QString &etag) const;

    /// Makes the folders and CACHEDIR.TAG that a download needs; with \a commit its snapshot's folder, too. To be done
    /// before writeRef(): a ref to a commit without one hides the whole repository from huggingface_hub's listing.
    std::optional<Error> prepare(const QString &commit = {}) const;

    /// Puts the verified part file, open as \a part, in the place of blobs/<etag> (fsync, atomic rename; a link there
    /// is replaced, never written through) and makes the snapshot's pointer to it. Without symlinks the part itself
    /// becomes the snapshot's file. \a partPath: where it lies in blobs/, if not at layout().part(). Errors: Disk,
    /// DiskFull; Disk or Refused where a link lies in the way; Refused where another file is in the part's place.
    std::optional<Error> publish(const QFile &part, const QString &commit, const RemoteFile &file,
                                 const QString &partPath = {}) const;

    /// Takes away the parts that a program which was killed left beside a content that somebody else finished
    /// meanwhile: nobody would look at them again. What somebody holds the lock of stays.
    void sweep() const;

    /// The names that publish() and link() gave to \a files are on the disk.
    void flush(const QString &commit, const RemoteFiles &files) const;

    /// Makes the pointer to a blob that is there: a relative link; a copy without symlinks. What lies in its place is
    /// replaced, a link that is right stays. NotFound where there is no blob.
    std::optional<Error> link(const QString &commit, const RemoteFile &file) const;

    std::optional<Error> writeNoExist(const QString &commit, const QString &path) const;
    bool isKnownMissing(const QString &commit, const QString &path) const;

    /// The complete list of files of \a commit, where it was kept.
    std::optional<RemoteFiles> readTree(const QString &commit) const;
    /// \a files must be complete: Python takes a snapshot for whole by this list. Refused where a size or hash is not
    /// known.
    std::optional<Error> writeTree(const QString &commit, const RemoteFiles &files) const;

private:
    OpenFolder open(const QString &below, bool make) const;
    OpenFolder snapshotFolder(const QString &commit, const QString &path, bool make) const;

    CacheLayout m_layout;
    RepoId m_repo;
    LinkMode m_mode;
};
