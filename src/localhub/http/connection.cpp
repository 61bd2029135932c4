// SPDX-License-Identifier: Apache-2.0
#include "localhub/http/connection.h"

#include <linux/sockios.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <climits>
#include <cstring>

namespace localhub {

namespace {

constexpr size_t kSmall = 32768;  // What is at most this large waits, to be sent together.
constexpr timeval kSilence{60, 0};

}  // namespace

Connection::Connection(socket_t socket) : m_socket(socket)
{
    const int yes = 1;
    ::setsockopt(socket, IPPROTO_TCP, TCP_NODELAY, &yes, sizeof yes);
    ::setsockopt(socket, SOL_SOCKET, SO_RCVTIMEO, &kSilence, sizeof kSilence);
    ::setsockopt(socket, SOL_SOCKET, SO_SNDTIMEO, &kSilence, sizeof kSilence);
}

Connection::~Connection()
{
    if (!m_isReset)  // It would say a polite goodbye first.
        ::shutdown(m_socket, SHUT_RDWR);
    ::close(m_socket);
}

bool Connection::waitForRequest(std::chrono::milliseconds time)
{
    if (m_begin < m_end)
        return true;
    pollfd waiting{m_socket, POLLIN, 0};
    return !m_closing && ::poll(&waiting, 1, int(time.count())) > 0 && !m_closing;
}

void Connection::end()
{
    m_gone = true;
    m_closing = true;
    ::shutdown(m_socket, SHUT_RDWR);
}

ssize_t Connection::read(char *to, size_t size)
{
    if (m_begin == m_end) {
        if (!flush())  // It may be what the client waits for.
            return -1;
        ssize_t count = 0;
        do
            count = ::recv(m_socket, m_input.data(), m_input.size(), 0);
        while (count < 0 && errno == EINTR);
        if (count <= 0)
            return count;
        m_begin = 0;
        m_end = size_t(count);
    }
    const size_t count = std::min(size, m_end - m_begin);
    std::memcpy(to, m_input.data() + m_begin, count);
    m_begin += count;
    return ssize_t(count);
}

ssize_t Connection::write(const char *from, size_t size)
{
    return m_muted || put({from, qsizetype(size)}) ? ssize_t(size) : -1;
}

bool Connection::put(QByteArrayView bytes)
{
    const auto size = size_t(bytes.size());
    if (m_output.size() + size <= kSmall) {
        m_output.append(bytes.data(), size);
        return true;
    }
    return flush() && send(bytes.data(), size);
}

bool Connection::flush()
{
    const bool sent = send(m_output.data(), m_output.size());
    m_output.clear();
    return sent;
}

bool Connection::wait(std::chrono::milliseconds time)
{
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + time;
    for (auto left = time; !m_gone && left.count() > 0;) {
        pollfd going{m_socket, POLLRDHUP, 0};
        if (::poll(&going, 1, int(std::min<qint64>(left.count(), INT_MAX))) > 0)
            m_gone = true;
        left = std::chrono::ceil<std::chrono::milliseconds>(end - Clock::now());
    }
    return !m_gone;
}

void Connection::reset()
{
    // What is still in this computer's buffers would be thrown away with the connection.
    int unsent = flush() ? 1 : 0;
    while (unsent > 0 && wait(std::chrono::milliseconds(1)) && ::ioctl(m_socket, SIOCOUTQ, &unsent) == 0) {}
    const linger none{1, 0};
    ::setsockopt(m_socket, SOL_SOCKET, SO_LINGER, &none, sizeof none);
    m_isReset = true;
    m_closing = true;
}

bool Connection::send(const char *from, size_t size)
{
    while (size > 0) {
        const ssize_t count = ::send(m_socket, from, size, MSG_NOSIGNAL);
        if (count < 0 && errno == EINTR)
            continue;
        if (count <= 0) {
            m_closing = true;
            return false;
        }
        from += count;
        size -= size_t(count);
    }
    return true;
}

// Nobody asks: all are on this computer.

void Connection::get_remote_ip_and_port(std::string &ip, int &port) const
{
    ip.clear();
    port = 0;
}

void Connection::get_local_ip_and_port(std::string &ip, int &port) const
{
    ip.clear();
    port = 0;
}

}  // namespace localhub
