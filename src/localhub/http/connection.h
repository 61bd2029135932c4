// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/http/wire.h"

#include <httplib.h>

#include <array>
#include <atomic>
#include <chrono>

namespace localhub {

/// One connection of a client, as cpp-httplib reads and writes it.
///
/// In the place of the library's own: that one reads byte by byte from the socket, sends headers and body apart, and
/// cannot be told to end.
class Connection final : public httplib::Stream, public Wire
{
public:
    explicit Connection(socket_t socket);
    ~Connection() override;

    /// Whether the next request begins within \a time.
    bool waitForRequest(std::chrono::milliseconds time);
    /// From now on what the library writes is dropped: the answer to this request is out.
    void setMuted(bool isMuted) { m_muted = isMuted; }
    /// From any thread: what waits for this connection goes on, and fails.
    void end();
    /// No further request is to be read: what is left of this one would be taken for it.
    void closeAfterThis() { m_closing = true; }
    bool isClosing() const { return m_closing; }

    bool is_readable() const override { return true; }
    bool is_writable() const override { return true; }
    ssize_t read(char *to, size_t size) override;
    ssize_t write(const char *from, size_t size) override;
    void get_remote_ip_and_port(std::string &ip, int &port) const override;
    void get_local_ip_and_port(std::string &ip, int &port) const override;
    socket_t socket() const override { return m_socket; }

    bool put(QByteArrayView bytes) override;
    bool flush() override;
    bool wait(std::chrono::milliseconds time) override;
    void reset() override;

private:
    bool send(const char *from, size_t size);

    const socket_t m_socket;
    std::array<char, 16384> m_input;
    size_t m_begin = 0;
    size_t m_end = 0;
    std::string m_output;
    bool m_muted = false;
    bool m_isReset = false;
    std::atomic<bool> m_closing = false;  // No further request is read.
    std::atomic<bool> m_gone = false;     // Nobody is there any more.
};

}  // namespace localhub
