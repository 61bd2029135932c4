// SPDX-License-Identifier: Apache-2.0
#include "hub/headwatch.h"

#include <QFile>

#include <dirent.h>
#include <linux/tcp.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <memory>

using namespace std::chrono_literals;

namespace {

constexpr auto kFirstLook = 500ms;  // Most answers are there before, and cost nothing.
constexpr auto kNextLook = 100ms;

/// In memory, of this program; -1 where the system does not tell.
qint64 residentBytes()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    const QByteArray pages = file.open(QIODevice::ReadOnly) ? file.readAll().split(' ').value(1) : QByteArray();
    return pages.isEmpty() ? -1 : pages.toLongLong() * ::sysconf(_SC_PAGESIZE);
}

/// What came in so far over the connections that are open.
qint64 arrivedBytes()
{
    const std::unique_ptr<DIR, int (*)(DIR *)> open(::opendir("/proc/self/fd"), ::closedir);
    qint64 bytes = 0;
    while (const dirent *entry = open ? ::readdir(open.get()) : nullptr) {
        tcp_info info = {};
        socklen_t size = sizeof info;
        if (::getsockopt(std::atoi(entry->d_name), IPPROTO_TCP, TCP_INFO, &info, &size) == 0)
            bytes += qint64(info.tcpi_bytes_received);
    }
    return bytes;
}

}  // namespace

HeadWatch::HeadWatch(qint64 growth, QObject *parent) : QObject(parent), m_growth(growth)
{
    connect(&m_timer, &QTimer::timeout, this, &HeadWatch::look);
}

void HeadWatch::watch(const QNetworkReply &reply)
{
    stop();
    m_reply = &reply;
    m_memory = -1;
    m_timer.start(kFirstLook);
    connect(&reply, &QNetworkReply::metaDataChanged, this, &HeadWatch::stop);
    connect(&reply, &QNetworkReply::finished, this, &HeadWatch::stop);
}

void HeadWatch::stop()
{
    m_timer.stop();
    if (m_reply)
        m_reply->disconnect(this);
    m_reply.clear();
}

void HeadWatch::look()
{
    const qint64 memory = residentBytes();
    if (memory < 0)
        return stop();
    if (m_memory < 0) {
        m_memory = memory;
        m_arrived = arrivedBytes();
        return m_timer.start(kNextLook);
    }
    if (memory - m_memory < m_growth || arrivedBytes() - m_arrived < m_growth / 2)
        return;
    stop();
    Q_EMIT neverEnds();
}
