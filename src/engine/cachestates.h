// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "local/cachestate.h"

#include <QObject>

class QThreadPool;

/// Looks in the pool how much of a commit's files is on this computer, one look after the other: a late answer cannot
/// put an old state over a new one.
class CacheStates final : public QObject
{
    Q_OBJECT

public:
    CacheStates(QThreadPool *pool, RepoCache cache, QString commit, QObject *parent);

    void look(const RemoteFiles &files);  ///< Adds to what is known; changed() follows.
    const QHash<QString, LocalFile> &states() const { return m_states; }

Q_SIGNALS:
    void changed();

private:
    void lookOn();

    QThreadPool *m_pool;
    RepoCache m_cache;
    QString m_commit;
    RemoteFiles m_waiting;
    bool m_isLooking = false;
    QHash<QString, LocalFile> m_states;
};
