// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "local/cachecontents.h"
#include "local/openfolder.h"

#include <atomic>

/// Reads one repository's folder in the cache.
class RepoScan
{
public:
    /// \a root is the cache's, without links in it. \a payloads: of the shared blob store.
    RepoScan(const QString &root, const QHash<QByteArray, SharedPayload> &payloads,
             const std::atomic<bool> *isStopped = nullptr);

    CachedRepo read(CachedRepo repo);  ///< Begins with folder, kind and name.

private:
    /// Something in blobs/ that a file of a commit may lead to.
    struct Blob {
        qint64 bytes;
        qint64 accessed;
        qint64 modified;
        QByteArray payload;
        int content = -1;  ///< Its place in the repository's list; -1: no commit needs it so far.
    };

    void readBlobs(const OpenFolder &folder);
    void addBlob(const OpenFolder &blobs, const QByteArray &name, OpenFolder::Entry entry);
    void addPart(const OpenFolder &blobs, const QByteArray &name);
    void readRefs(const OpenFolder &folder, const QString &prefix, int depth);
    void readSnapshots(const OpenFolder &folder);
    void readCommit(const OpenFolder &folder, const QByteArray &below, int depth);
    void addLink(const OpenFolder &folder, const QByteArray &name, const QByteArray &below, int depth);
    void addOther(const OpenFolder &folder, const QByteArray &name, const QByteArray &path);
    int contentOf(Blob &blob, const QByteArray &path);
    void addFile(int content);
    void finish(const OpenFolder &folder);
    void setProblem(CacheProblem problem, const QString &at);

    QByteArray m_root;
    const QHash<QByteArray, SharedPayload> &m_payloads;
    const std::atomic<bool> *m_isStopped;
    CachedRepo m_repo;
    CachedCommit m_commit;
    QHash<QByteArray, Blob> m_blobs;     // By name.
    QHash<QByteArray, int> m_others;     // Contents that lie elsewhere than in blobs/, by path.
    QList<int> m_lastCommit;             // By content: the last commit that it was counted for.
    QHash<QString, QStringList> m_refs;  // By commit.
};
