// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QString>

/// The lock that huggingface_hub takes on a blob or payload: flock(2) on a file of its own that stays afterwards.
///
/// Never waits: who finds it taken asks again later. Not QLockFile, not fcntl: neither would meet Python's.
/// One thread takes it and any may release it. Released by the destructor.
class FileLock
{
public:
    enum class Outcome { Taken, Busy, Unsupported };  ///< Unsupported: the file system has no flock; no file was left.

    /// \a mode: of the file where it is made.
    explicit FileLock(QString path, unsigned mode = 0664) : m_path(std::move(path)), m_mode(mode) {}
    ~FileLock();
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    /// Makes the file and its folder where absent (of its mode whatever the umask), never through a link. After the
    /// lock was got it must still be the file of that name, else it starts over. Errors: Disk, Refused.
    Result<Outcome> tryLock();
    void unlock();

private:
    QString m_path;
    unsigned m_mode;
    int m_fd = -1;
};
