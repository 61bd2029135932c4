// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/crossing.h"

#include <QFutureWatcher>
#include <QPromise>

#include <memory>
#include <optional>
#include <utility>

namespace transfer {

/// Runs \a work in \a pool, then \a done with its answer in the thread of \a context, where it must be called; never
/// after \a context died. The work itself goes on to its end: it may touch only what it holds by value.
///
/// (QFuture::then() with a context does not look whether that still lives in Qt 6.4.)
template<typename Work, typename Done>
void inPool(QThreadPool *pool, QObject *context, Work work, Done done)
{
    const auto answer = std::make_shared<std::optional<std::invoke_result_t<Work>>>();
    auto *watcher = new QFutureWatcher<void>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, answer, done = std::move(done)]() mutable {
                         watcher->deleteLater();
                         core::takeOver(answer.get());
                         if (*answer)  // Else the pool was emptied before.
                             done(**answer);
                     });
    QPromise<void> promise;
    watcher->setFuture(promise.future());
    core::runIn(pool, [promise = std::move(promise), answer, work = std::move(work)]() mutable {
        promise.start();
        answer->emplace(work());
        core::handOver(answer.get());
        promise.finish();
    });
}

}  // namespace transfer
