// SPDX-License-Identifier: Apache-2.0
#include "transfer/diskspace.h"

#include "core/texts.h"
#include "transfer/inpool.h"

#include <QCoreApplication>
#include <QDir>
#include <QStorageInfo>

using namespace std::chrono_literals;

qint64 transfer::freeAt(QString folder)
{
    while (!QDir(folder).exists()) {  // It will lie on the disk of the nearest one that is there.
        const QString above = QFileInfo(folder).path();
        if (above == folder)
            break;
        folder = above;
    }
    return QStorageInfo(folder).bytesAvailable();
}

Error transfer::noRoom(qint64 needed, qint64 free)
{
    return {Error::Kind::DiskFull,
            QCoreApplication::translate("transfer", "There is no room for this: %1 are needed, %2 are free.")
                .arg(core::sizeText(needed), core::sizeText(free))};
}

DiskSpace::DiskSpace(QThreadPool *pool, QString folder, QObject *parent)
    : QObject(parent),
      m_pool(pool),
      m_folder(std::move(folder))
{
    connect(&m_timer, &QTimer::timeout, this, &DiskSpace::look);
    m_timer.start(5s);
    look();
}

void DiskSpace::look()
{
    if (std::exchange(m_looking, true))
        return;
    const auto work = [folder = m_folder] { return transfer::freeAt(folder); };
    transfer::inPool(m_pool, this, work, [this](qint64 free) {
        m_looking = false;
        if (std::exchange(m_free, free) != free)
            Q_EMIT changed(free);
    });
}
