// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transfer/blobpart.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QThreadPool;

/// Makes small contents that lie in memory their files, many in one step of the pool. TransferQueue owns it.
///
/// What comes while steps run is the next step's: a slow disk makes larger steps, not more of them. In a step all
/// contents are on their way to the disk before the first is waited for, and the folders are flushed once.
class BatchStore final : public QObject
{
    Q_OBJECT

public:
    using Done = std::function<void(const Result<BlobPart::Found> &)>;

    explicit BatchStore(QThreadPool *pool, QObject *parent);

    /// \a done: Whole, or Busy where somebody else has the lock; it is not called once \a context died, but the file
    /// may come into being all the same.
    void store(std::shared_ptr<BlobPart> part, const QByteArray &bytes, QObject *context, Done done);

private:
    struct Content {
        std::shared_ptr<BlobPart> part;
        QByteArray bytes;
    };
    struct Asker {
        QPointer<QObject> context;
        Done done;
    };
    using Answers = QList<Result<BlobPart::Found>>;

    static Answers storeAll(const QList<Content> &contents);
    void storeOn();

    QThreadPool *m_pool;
    QList<Content> m_waiting;
    QList<Asker> m_askers;  ///< Of those that wait, in the same order.
    int m_steps = 0;
};
