// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "local/repocache.h"
#include "transfer/destination.h"

/// One commit in the shared cache: blobs by content, and the snapshot's pointers to them.
class CacheDestination final : public Destination
{
public:
    CacheDestination(RepoCache cache, QString commit) : m_cache(std::move(cache)), m_commit(std::move(commit)) {}

    QString whyUnsafe(const QString &path) const override;
    Presence presenceOf(const RemoteFile &file) const override;
    QString part(const RemoteFile &file) const override;
    QString lock(const RemoteFile &file) const override;
    QString target(const RemoteFile &file) const override;
    QString root() const override;
    std::optional<Error> prepare(const RemoteFile &file) const override;
    std::optional<Error> adopt(const RemoteFile &file, const RemoteFile *twin) const override;
    std::optional<Error> publish(const QFile &part, const QString &partPath, const RemoteFile &file) const override;
    void flush(const RemoteFiles &files) const override;

private:
    RepoCache m_cache;
    QString m_commit;
};
