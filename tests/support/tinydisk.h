// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QDir>
#include <QFile>

#include <sys/mount.h>

/// A disk of memory at a folder; false where it may not be mounted.
class TinyDisk
{
public:
    TinyDisk(const QString &folder, const char *size) : m_folder(QFile::encodeName(folder))
    {
        m_isMounted = QDir().mkpath(folder) && ::mount("tmpfs", m_folder.constData(), "tmpfs", 0, size) == 0;
    }
    ~TinyDisk()
    {
        if (m_isMounted)
            ::umount2(m_folder.constData(), MNT_DETACH);
    }
    Q_DISABLE_COPY_MOVE(TinyDisk)

    explicit operator bool() const { return m_isMounted; }
    bool resize(const char *size) const
    {
        return ::mount("tmpfs", m_folder.constData(), "tmpfs", MS_REMOUNT, size) == 0;
    }

private:
    QByteArray m_folder;
    bool m_isMounted;
};
