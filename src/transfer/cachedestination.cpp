// SPDX-License-Identifier: Apache-2.0
#include "transfer/cachedestination.h"

#include "core/safename.h"
#include "transfer/provedcopy.h"

#include <QFileInfo>

QString CacheDestination::whyUnsafe(const QString &path) const
{
    return core::whyUnsafe(path);
}

Presence CacheDestination::presenceOf(const RemoteFile &file) const
{
    // A size that differs is a damaged file: to be fetched again.
    if (m_cache.hasFile(m_commit, file.path) && (file.size < 0 || QFileInfo(target(file)).size() == file.size))
        return Presence::Whole;
    if (!core::isContentName(file.etag()))
        return Presence::Absent;
    const auto size = m_cache.blobSize(file.etag());
    if (size && (file.size < 0 || *size == file.size))
        return Presence::Content;
    return QFileInfo::exists(part(file)) ? Presence::Part : Presence::Absent;
}

QString CacheDestination::part(const RemoteFile &file) const
{
    return m_cache.layout().part(m_cache.repo(), file.etag());
}

QString CacheDestination::lock(const RemoteFile &file) const
{
    return m_cache.layout().lock(m_cache.repo(), file.etag());
}

QString CacheDestination::target(const RemoteFile &file) const
{
    return m_cache.layout().pointer(m_cache.repo(), m_commit, file.path);
}

QString CacheDestination::root() const
{
    return m_cache.layout().snapshot(m_cache.repo(), m_commit);
}

std::optional<Error> CacheDestination::prepare(const RemoteFile &) const
{
    return m_cache.prepare();
}

std::optional<Error> CacheDestination::adopt(const RemoteFile &file, const RemoteFile *twin) const
{
    // Without links the content itself became the twin's file, and there is no blob.
    if (twin && !m_cache.blobSize(file.etag()))
        return transfer::copyProved(target(*twin), *this, file);
    return m_cache.link(m_commit, file);
}

std::optional<Error> CacheDestination::publish(const QFile &part, const QString &partPath, const RemoteFile &file) const
{
    return m_cache.publish(part, m_commit, file, partPath);
}

void CacheDestination::flush(const RemoteFiles &files) const
{
    m_cache.flush(m_commit, files);
}
