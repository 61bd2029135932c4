// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "local/repocache.h"

#include <QObject>

class HubClient;
class QThreadPool;

/// Gets the text of a commit's README.md: from the cache where it lies there, else from the Hub. Looking is no
/// download: nothing is kept on disk, and the Hub does not count it.
class CardFetch final : public QObject
{
    Q_OBJECT

public:
    /// \a hub is null where it is not to be asked.
    CardFetch(HubClient *hub, QThreadPool *pool, RepoCache cache, QString commit, QObject *parent);

    static constexpr qint64 kMaxBytes = 1 << 20;  ///< What is longer is not shown.

    /// \a size as the Hub lists the file; -1 where it does not.
    void start(qint64 size);

Q_SIGNALS:
    void finished(const Result<QString> &markdown);  ///< Empty where there is no card.

private:
    void ask();
    void tell(const QByteArray &text, qint64 size);

    HubClient *m_hub;
    QThreadPool *m_pool;
    RepoCache m_cache;
    QString m_commit;
};
