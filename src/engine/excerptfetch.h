// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remotefile.h"
#include "core/result.h"
#include "engine/excerpt.h"
#include "local/repocache.h"

#include <QCache>
#include <QObject>
#include <QTimer>

#include <memory>

class HttpSource;
class HubClient;
class QThreadPool;

/// Gets parts of the files of a commit to look at: from the cache where a file lies there, else from the Hub, which is
/// asked for those bytes alone.
///
/// Looking is no download: nothing is kept on disk, and the Hub does not count it. What was looked at last is
/// remembered, so that going back and forth asks nobody. One fetch runs at a time; a newer one takes its place, and
/// nothing is told of the older one any more.
class ExcerptFetch final : public QObject
{
    Q_OBJECT

public:
    /// \a hub is null where it is not to be asked; it and \a pool outlive this.
    ExcerptFetch(HubClient *hub, QThreadPool *pool, RepoCache cache, QString commit, QObject *parent);
    ~ExcerptFetch() override;

    void setHub(HubClient *hub) { m_hub = hub; }  ///< From the next fetch on.

    /// Gets \a count bytes of \a file from \a offset on; finished() follows, later. Its size may be unknown.
    ///
    /// Errors: Offline where there is no Hub to ask and the file is not cached; BadReply where a server sends only
    /// whole files and \a offset lies far inside; Gated, NoEntry and the like as the Hub says.
    void fetch(const RemoteFile &file, qint64 offset, qint64 count);
    void cancel();
    bool isRunning() const { return m_isRunning; }

Q_SIGNALS:
    void finished(const Result<Excerpt> &excerpt);

private:
    void askHub();
    void onBegan(qint64 offset, qint64 size);
    void onArrived(const QByteArray &bytes);
    void onEnded(const std::optional<Error> &error);
    bool isWhole() const;
    void stopSource();
    QString key() const;
    void tell(const Result<Excerpt> &excerpt);

    HubClient *m_hub;
    QThreadPool *m_pool;
    RepoCache m_cache;
    QString m_commit;
    QCache<QString, Excerpt> m_seen;
    bool m_isRunning = false;
    quint64 m_asked = 0;  // Only the newest one is told.
    RemoteFile m_file;
    qint64 m_offset = 0;
    qint64 m_count = 0;
    HttpSource *m_source = nullptr;
    qint64 m_skip = 0;  // Of what arrives, where a server sends more than it was asked for.
    Excerpt m_excerpt;
    int m_tries = 0;
    QTimer m_pause;
};
