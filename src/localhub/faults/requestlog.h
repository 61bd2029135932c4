// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/faults/faultrule.h"

#include <atomic>
#include <chrono>
#include <deque>
#include <memory>
#include <mutex>

namespace localhub {

/// A request, and what became of it so far. The thread that serves it writes, any may read.
struct LoggedRequest {
    qint64 at = 0;  ///< Milliseconds since the hub started.
    Origin origin = Origin::Hub;
    QByteArray method = {};
    QString path = {};
    QByteArray range = {};  ///< "bytes=…" or empty.
    bool hasToken = false;
    std::atomic<int> status = 0;       ///< 0: there is no head yet.
    std::atomic<qint64> sent = 0;      ///< Bytes of the body.
    std::atomic<bool> isDone = false;  ///< Nothing more will be sent, whether that was all or not.
};

/// Who asked for what, in the order in which it was asked. It keeps neither queries nor credentials: both may let
/// somebody in.
class RequestLog
{
public:
    std::shared_ptr<LoggedRequest> begin(const Request &request, Origin asked);
    QByteArray lines() const;  ///< JSON, one object a line.
    void clear();

private:
    const std::chrono::steady_clock::time_point m_start = std::chrono::steady_clock::now();
    mutable std::mutex m_mutex;
    std::deque<std::shared_ptr<LoggedRequest>> m_requests;
};

}  // namespace localhub
