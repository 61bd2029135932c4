// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFutureWatcher>
#include <QtConcurrentRun>

#include <memory>
#include <optional>
#include <utility>

#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
#include <sanitizer/tsan_interface.h>
#endif
#endif

namespace transfer {

inline char kPool = 0;  ///< Its address stands for the pool.

/// ThreadSanitizer does not see that Qt's own locks, which are not instrumented, put a step in the pool behind what was
/// done before it was ordered: it is told. The other end is takeOver().
inline void handOver()
{
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
    __tsan_release(&kPool);
#endif
#endif
}

inline void takeOver()
{
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
    __tsan_acquire(&kPool);
#endif
#endif
}

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
                         takeOver();
                         done(**answer);
                     });
    handOver();
    watcher->setFuture(QtConcurrent::run(pool, [answer, work = std::move(work)]() mutable {
        takeOver();
        answer->emplace(work());
        handOver();
    }));
}

}  // namespace transfer
