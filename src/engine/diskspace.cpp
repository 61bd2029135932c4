// SPDX-License-Identifier: Apache-2.0
#include "engine/diskspace.h"

#include "transfer/inpool.h"

#include <QDir>
#include <QStorageInfo>

using namespace std::chrono_literals;

namespace {

/// A folder that is still to be made lies on the disk of the nearest one that is there.
qint64 freeAt(QString folder)
{
    while (!QDir(folder).exists()) {
        const QString above = QFileInfo(folder).path();
        if (above == folder)
            break;
        folder = above;
    }
    return QStorageInfo(folder).bytesAvailable();
}

}  // namespace

DiskSpace::DiskSpace(QThreadPool *pool, QString folder, QObject *parent)
    : QObject(parent),
      m_pool(pool),
      m_folder(std::move(folder))
{
    connect(&m_timer, &QTimer::timeout, this, &DiskSpace::look);
    m_timer.start(10s);
    look();
}

void DiskSpace::look()
{
    if (std::exchange(m_looking, true))
        return;
    const auto work = [folder = m_folder] { return freeAt(folder); };
    transfer::inPool(m_pool, this, work, [this](qint64 free) {
        m_looking = false;
        if (std::exchange(m_free, free) != free)
            Q_EMIT changed(free);
    });
}
