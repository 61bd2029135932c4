// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/faults/fault.h"
#include "localhub/faults/requestlog.h"
#include "localhub/http/response.h"

namespace localhub {

/// Sends one answer as a fault wants it: late, slowly, with a wrong byte, or not to its end; and keeps account of it.
class AnswerSender
{
public:
    AnswerSender(Wire &wire, const Fault &fault, LoggedRequest &logged);
    ~AnswerSender();
    Q_DISABLE_COPY_MOVE(AnswerSender)

    /// Sends \a response with the headers that it has, right or wrong. False where nothing can follow on this
    /// connection.
    bool send(const Response &response, bool isHead);

private:
    using Clock = std::chrono::steady_clock;

    void readFraming(const Response &response, bool isHead);
    bool give(QByteArrayView part);
    qint64 pieceOf(qint64 size) const;
    bool pace(qint64 count);
    bool put(QByteArrayView piece);
    bool finish(bool isWhole);
    bool stall();
    bool cut();

    Wire &m_wire;
    const Fault &m_fault;
    LoggedRequest &m_logged;
    bool m_isEmpty = false;  // There is no body, whatever the head says.
    bool m_isChunked = false;
    bool m_isLast = false;  // The connection ends with this answer.
    bool m_isOver = false;  // The connection is beyond use.
    qint64 m_length = -1;   // As the head has it; -1: it says nothing.
    qint64 m_wrongAt = -1;  // In this body.
    qint64 m_sent = 0;
    Clock::time_point m_start;
};

}  // namespace localhub
