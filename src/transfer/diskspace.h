// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <QObject>
#include <QTimer>

class QThreadPool;

namespace transfer {

/// Bytes that may still be written where \a folder is or will be made. It may wait for a disk.
qint64 freeAt(QString folder);

/// DiskFull, with both numbers, in bytes.
Error noRoom(qint64 needed, qint64 free);

}  // namespace transfer

/// How much room the disk of a folder has, looked at now and then in the pool: a network disk may answer late.
class DiskSpace final : public QObject
{
    Q_OBJECT

public:
    DiskSpace(QThreadPool *pool, QString folder, QObject *parent = nullptr);

    qint64 free() const { return m_free; }  ///< Bytes; -1 while unknown.
    void look();

Q_SIGNALS:
    void changed(qint64 free);

private:
    QThreadPool *m_pool;
    QString m_folder;
    qint64 m_free = -1;
    bool m_looking = false;
    QTimer m_timer;
};
