// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <utility>

namespace transfer {

/// Runs \a work in \a pool, then \a done with its answer in the thread of \a context, where it must be called; never
/// after \a context died. The work itself goes on to its end: it may touch only what it holds by value.
///
/// (QFuture::then() with a context does not look whether that still lives in Qt 6.4.)
template<typename Work, typename Done>
void inPool(QThreadPool *pool, QObject *context, Work work, Done done)
{
    using Watcher = QFutureWatcher<std::invoke_result_t<Work>>;
    auto *watcher = new Watcher(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context, [watcher, done = std::move(done)]() mutable {
        watcher->deleteLater();
        done(watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(pool, std::move(work)));
}

}  // namespace transfer
