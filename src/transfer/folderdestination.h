// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "local/localfolder.h"
#include "local/repocache.h"
#include "transfer/destination.h"

/// A plain folder that one commit's files are put into. What the shared cache has of that content is copied from
/// there, proved, and shares its blocks where the file system can.
class FolderDestination final : public Destination
{
public:
    FolderDestination(LocalFolder folder, QString commit, RepoCache cache)
        : m_folder(std::move(folder)),
          m_commit(std::move(commit)),
          m_cache(std::move(cache))
    {
    }

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
    QString cached(const RemoteFile &file) const;

    LocalFolder m_folder;
    QString m_commit;
    RepoCache m_cache;
};
