// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QElapsedTimer>

#include <arpa/inet.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>

/// One connection on which every byte counts, and how it ends.
class WireClient
{
public:
    enum class End { Open, Closed, Reset };

    explicit WireClient(quint16 port) : m_port(port), m_socket(::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(port);
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        m_isConnected = ::connect(m_socket, reinterpret_cast<sockaddr *>(&address), sizeof address) == 0;
    }
    ~WireClient() { ::close(m_socket); }
    Q_DISABLE_COPY_MOVE(WireClient)

    bool isConnected() const { return m_isConnected; }

    /// Asks for \a target; "Range: bytes=0-1\r\n" would be \a headers.
    void ask(const QByteArray &target, const QByteArray &headers = {}, const QByteArray &method = "GET")
    {
        const QByteArray request = method + ' ' + target + " HTTP/1.1\r\nHost: 127.0.0.1:" + QByteArray::number(m_port)
            + "\r\n" + headers + "\r\n";
        m_isConnected &= ::send(m_socket, request.data(), size_t(request.size()), MSG_NOSIGNAL) == request.size();
    }

    /// What comes until the connection ends, until it was silent for \a silence milliseconds, or until there is \a
    /// most.
    QByteArray receive(int silence = 300, qsizetype most = 1 << 30)
    {
        QByteArray all;
        char part[65536];
        pollfd coming{m_socket, POLLIN, 0};
        while (m_end == End::Open && all.size() < most && ::poll(&coming, 1, silence) > 0) {
            const size_t wanted = std::min(sizeof part, size_t(most - all.size()));
            const ssize_t count = ::recv(m_socket, part, wanted, 0);
            if (count > 0)
                all.append(part, count);
            else
                m_end = count == 0 ? End::Closed : End::Reset;
        }
        return all;
    }
    /// What comes until \a mark is in it, or the connection ends, or is silent for so long.
    QByteArray receiveUntil(const QByteArray &mark, int silence)
    {
        QByteArray all;
        while (!all.contains(mark)) {
            const QByteArray byte = receive(silence, 1);
            if (byte.isEmpty())
                break;
            all += byte;
        }
        return all;
    }
    End end() const { return m_end; }

private:
    quint16 m_port;
    int m_socket;
    bool m_isConnected = false;
    End m_end = End::Open;
};
