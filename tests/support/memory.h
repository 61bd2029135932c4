// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QFile>

#include <stdexcept>

/// How much memory this process had at the most, of that which is its own.
namespace memory {

inline qint64 statusValue(const QByteArray &name)
{
    QFile status(QStringLiteral("/proc/self/status"));
    if (!status.open(QIODevice::ReadOnly))
        throw std::runtime_error("no /proc");
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(name + ':'))
            return line.mid(name.size() + 1).simplified().split(' ').first().toLongLong() * 1024;
    }
    throw std::runtime_error("no such line");
}

/// From now on peak() counts anew; answers what is in use.
inline qint64 restart()
{
    QFile clear(QStringLiteral("/proc/self/clear_refs"));
    if (!clear.open(QIODevice::WriteOnly) || clear.write("5") != 1)
        throw std::runtime_error("the peak cannot be reset");
    clear.close();
    return statusValue("VmRSS");
}

inline qint64 peak()
{
    return statusValue("VmHWM");
}

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
inline constexpr qint64 kSanitizer = 300 << 20;  ///< What they keep of memory that was freed, and note beside it.
#else
inline constexpr qint64 kSanitizer = 0;
#endif
#else
inline constexpr qint64 kSanitizer = 0;
#endif

}  // namespace memory
