// SPDX-License-Identifier: Apache-2.0
#include "localhub/faults/answersender.h"

#include <QFile>

#include <unistd.h>

#include <algorithm>

using namespace std::chrono_literals;

namespace localhub {

namespace {

constexpr qint64 kPiece = 256 << 10;

QByteArray headOf(const Response &response)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(response.status) + " \r\n";
    for (const auto &[name, value] : response.headers)
        head += name + ": " + value + "\r\n";
    return head + "\r\n";
}

bool readFile(const FileBody &body, const TakeBytes &take)
{
    QFile file(body.path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return false;
    QByteArray buffer(kPiece, Qt::Uninitialized);
    for (qint64 at = 0; at < body.length;) {
        const size_t wanted = size_t(qMin(kPiece, body.length - at));
        const ssize_t count = ::pread(file.handle(), buffer.data(), wanted, off_t(body.offset + at));
        if (count <= 0 || !take(QByteArrayView(buffer).first(count)))
            return false;
        at += count;
    }
    return true;
}

bool readBody(const Response &response, const TakeBytes &take)
{
    if (const auto *file = std::get_if<FileBody>(&response.body))
        return readFile(*file, take);
    if (const auto *stream = std::get_if<StreamBody>(&response.body))
        return (*stream)(take);
    return take(std::get<QByteArray>(response.body));
}

/// Where in the whole content the body of \a response begins.
qint64 offsetOf(const Response &response)
{
    const QByteArray range = response.header("Content-Range");  // "bytes 7-9/10"
    return range.startsWith("bytes ") ? range.sliced(6, qMax<qsizetype>(range.indexOf('-') - 6, 0)).toLongLong() : 0;
}

}  // namespace

AnswerSender::AnswerSender(Wire &wire, const Fault &fault, LoggedRequest &logged)
    : m_wire(wire),
      m_fault(fault),
      m_logged(logged)
{
}

AnswerSender::~AnswerSender()
{
    m_logged.isDone = true;
}

bool AnswerSender::send(const Response &response, bool isHead)
{
    if (!m_wire.wait(std::chrono::milliseconds(m_fault.latencyMs)))
        return false;
    if (m_fault.stallAfter == -1)
        return stall();
    if (m_fault.cutAfter == -1)
        return cut();
    m_logged.status = response.status;
    readFraming(response, isHead);
    // Before the client can have it all: it may ask for the log at once.
    m_logged.isDone = m_isEmpty;
    if (!m_wire.put(headOf(response)))
        return false;
    m_start = Clock::now();
    const bool isWhole = m_isEmpty || readBody(response, [this](QByteArrayView part) { return give(part); });
    return finish(isWhole);
}

void AnswerSender::readFraming(const Response &response, bool isHead)
{
    bool isNumber = false;
    const qint64 length = response.header("Content-Length").toLongLong(&isNumber);
    if (isNumber && length >= 0)
        m_length = length;
    m_isChunked = m_length < 0 && response.header("Transfer-Encoding") == "chunked";
    m_isEmpty = isHead || response.status == 204 || response.status == 304 || m_length == 0;
    m_isLast = response.header("Connection") == "close" || (!m_isEmpty && m_length < 0 && !m_isChunked);
    if (m_fault.wrongByteAt && (response.status == 200 || response.status == 206))
        m_wrongAt = *m_fault.wrongByteAt - offsetOf(response);
}

bool AnswerSender::give(QByteArrayView part)
{
    while (!part.isEmpty() && m_sent != m_length) {
        if (m_sent == m_fault.stallAfter)
            return stall();
        if (m_sent == m_fault.cutAfter)
            return cut();
        const QByteArrayView piece = part.first(pieceOf(part.size()));
        if (!pace(piece.size()) || !put(piece)) {
            m_isOver = true;
            return false;
        }
        part = part.sliced(piece.size());
    }
    return part.isEmpty();
}

qint64 AnswerSender::pieceOf(qint64 size) const
{
    constexpr qint64 kPiecesPerSecond = 50;
    qint64 piece = qMin(size, kPiece);
    if (m_fault.bytesPerSecond > 0)
        piece = qBound<qint64>(1, m_fault.bytesPerSecond / kPiecesPerSecond, piece);
    for (const qint64 end : {m_length, m_fault.stallAfter.value_or(-1), m_fault.cutAfter.value_or(-1)}) {
        if (end > m_sent)
            piece = qMin(piece, end - m_sent);
    }
    return piece;
}

/// Waits until a wire of that speed has \a count bytes more at its other end.
bool AnswerSender::pace(qint64 count)
{
    if (m_fault.bytesPerSecond == 0)
        return true;
    const std::chrono::duration<double> time(double(m_sent + count) / double(m_fault.bytesPerSecond));
    const auto left = time - (Clock::now() - m_start);
    return m_wire.flush() && m_wire.wait(std::chrono::floor<std::chrono::milliseconds>(left));
}

bool AnswerSender::put(QByteArrayView piece)
{
    QByteArray changed;
    if (m_wrongAt >= m_sent && m_wrongAt < m_sent + piece.size()) {
        changed = piece.toByteArray();
        changed[m_wrongAt - m_sent] = char(~changed[m_wrongAt - m_sent]);
        piece = changed;
    }
    m_sent += piece.size();
    m_logged.sent = m_sent;
    m_logged.isDone = m_sent == m_length;
    const bool isPut = m_isChunked
        ? m_wire.put(QByteArray::number(piece.size(), 16) + "\r\n") && m_wire.put(piece) && m_wire.put("\r\n")
        : m_wire.put(piece);
    if (!isPut)
        m_logged.sent = m_sent - piece.size();
    return isPut;
}

bool AnswerSender::finish(bool isWhole)
{
    if (m_isOver)
        return false;
    if (m_isEmpty || m_sent == m_length)
        return m_wire.flush() && !m_isLast;
    if (isWhole && m_length > m_sent && !m_isLast)
        return stall();
    m_logged.isDone = true;
    if (isWhole && m_isChunked)
        m_wire.put("0\r\n\r\n");
    return m_wire.flush() && isWhole && !m_isLast;
}

bool AnswerSender::stall()
{
    m_isOver = true;
    m_wire.flush();
    while (m_wire.wait(1h)) {}
    return false;
}

bool AnswerSender::cut()
{
    m_isOver = true;
    m_logged.isDone = true;
    m_wire.reset();
    return false;
}

}  // namespace localhub
