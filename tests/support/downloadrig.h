// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/disk.h"
#include "support/faults.h"
#include "support/onetoken.h"
#include "support/rowwatch.h"
#include "support/sentence.h"
#include "support/testhub.h"
#include "transfer/transferqueue.h"

#include <QMap>
#include <QTemporaryDir>
#include <QThreadPool>

/// A Hub that can misbehave, a cache, the queue that downloads into it, and what must be on the disk in the end.
///
/// It hashes with Qt alone: what Hubdeck has for that is under test, too.
class DownloadRig
{
public:
    using Files = QMap<QString, QByteArray>;

    const RepoId repo{RepoType::Model, QStringLiteral("o/m")};

    DownloadRig();
    ~DownloadRig() { end(); }

    /// Commits \a files to main. Those of over a megabyte go to storage.
    void fill(const Files &files);
    const Files &files() const { return m_files; }
    const QString &commit() const { return m_commit; }
    QString etagOf(const QString &path) const;

    /// An empty cache and a new queue.
    void begin(const TransferOptions &change = {});
    void end();
    quint64 add(const DownloadWish &wish);
    TransferRow run(const DownloadWish &wish, int milliseconds = 60'000);  ///< Until it is over, or the time is.
    TransferRow retried(quint64 id, int milliseconds = 60'000);

    TransferQueue &queue() { return *m_queue; }
    const RowWatch &watch() const { return m_watch; }
    Faults &faults() { return m_faults; }
    TestHub &hub() { return m_hub; }
    const CacheLayout &layout() const { return m_layout; }
    QString home() const { return m_dir.path(); }  ///< What all caches of this rig lie in.

    /// What is not as the commit says it, as text; empty: every file and every blob is right, and nothing else is
    /// there.
    QString whatIsWrong() const;
    /// The same where not all came: what is there is right, and a part is the beginning of a content.
    QString whatIsSpoilt() const;

private:
    bool waitFor(quint64 id, int milliseconds);
    QString spoiltBlob(const QString &name, bool mayBePart) const;

    TestHub m_hub{true};
    Faults m_faults{m_hub.url()};
    QTemporaryDir m_dir;
    QThreadPool m_pool;
    Files m_files;
    QMap<QString, QByteArray> m_contents;  ///< By etag.
    QString m_commit;
    CacheLayout m_layout;
    RowWatch m_watch;
    std::unique_ptr<TransferQueue> m_queue;
    quint64 m_id = 0;
};
