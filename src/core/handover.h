// SPDX-License-Identifier: Apache-2.0
#pragma once

#if defined(__SANITIZE_THREAD__)  // gcc
#define HUBDECK_TSAN
#elif defined(__has_feature)  // clang
#if __has_feature(thread_sanitizer)
#define HUBDECK_TSAN
#endif
#endif

#ifdef HUBDECK_TSAN
#include <sanitizer/tsan_interface.h>
#endif

namespace core {

/// Tells ThreadSanitizer that what this thread did so far comes before all that follows takeOver() of the same \a
/// place.
///
/// It orders nothing: it says what Qt's queues order already, which ThreadSanitizer cannot see, since Qt is not built
/// with it. So the pair belongs where Qt carries one thing from one thread to another, with a place that is that
/// thing's alone: one that is shared would make an order of what has none, and hide its races.
inline void handOver([[maybe_unused]] void *place)
{
#ifdef HUBDECK_TSAN
    __tsan_release(place);
#endif
}

/// The other end of handOver().
inline void takeOver([[maybe_unused]] void *place)
{
#ifdef HUBDECK_TSAN
    __tsan_acquire(place);
#endif
}

}  // namespace core
