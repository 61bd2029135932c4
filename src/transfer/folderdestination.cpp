// SPDX-License-Identifier: Apache-2.0
#include "transfer/folderdestination.h"

#include "core/safename.h"
#include "transfer/provedcopy.h"

#include <QFileInfo>

QString FolderDestination::whyUnsafe(const QString &path) const
{
    const QString why = core::whyUnsafe(path);
    return why.isEmpty() ? LocalFolder::whyUnsafe(path) : why;
}

Presence FolderDestination::presenceOf(const RemoteFile &file) const
{
    if (!core::isContentName(file.etag()))
        return Presence::Absent;
    if (m_folder.isCurrent(m_commit, file))
        return Presence::Whole;
    if (!cached(file).isEmpty())
        return Presence::Content;
    return QFileInfo::exists(part(file)) ? Presence::Part : Presence::Absent;
}

QString FolderDestination::part(const RemoteFile &file) const
{
    return m_folder.part(file);
}

QString FolderDestination::lock(const RemoteFile &file) const
{
    return m_folder.lock(file.path);
}

QString FolderDestination::target(const RemoteFile &file) const
{
    return m_folder.file(file.path);
}

QString FolderDestination::root() const
{
    return m_folder.root();
}

std::optional<Error> FolderDestination::prepare(const RemoteFile &file) const
{
    return m_folder.prepare(file);
}

std::optional<Error> FolderDestination::adopt(const RemoteFile &file, const RemoteFile *twin) const
{
    return transfer::copyProved(twin ? target(*twin) : cached(file), *this, file);
}

std::optional<Error> FolderDestination::publish(const QFile &part, const QString &partPath,
                                                const RemoteFile &file) const
{
    return m_folder.publish(part, m_commit, file, partPath);
}

void FolderDestination::flush(const RemoteFiles &files) const
{
    m_folder.flush(files);
}

/// Where the shared cache has this content: as a blob or, without links, as this commit's file. Empty: nowhere.
QString FolderDestination::cached(const RemoteFile &file) const
{
    const CacheLayout &layout = m_cache.layout();
    const auto size = m_cache.blobSize(file.etag());
    if (size && (file.size < 0 || *size == file.size))
        return layout.blob(m_cache.repo(), file.etag());
    if (!m_cache.hasFile(m_commit, file.path))
        return {};
    const QString pointer = layout.pointer(m_cache.repo(), m_commit, file.path);
    return file.size < 0 || QFileInfo(pointer).size() == file.size ? pointer : QString();
}
