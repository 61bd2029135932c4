// SPDX-License-Identifier: Apache-2.0
#include "hub/headwatch.h"

#include <QFile>
#include <QNetworkReply>

#include <unistd.h>

using namespace std::chrono_literals;

namespace {

constexpr auto kInterval = 200ms;
constexpr qint64 kMost = 256 << 20;  // The buffers of eight downloads that begin meanwhile fit in.

/// Bytes of memory that this program uses; 0 where the system does not say.
qint64 memoryInUse()
{
    QFile file(QStringLiteral("/proc/self/statm"));
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

}  // namespace

HeadWatch::HeadWatch(QObject *parent) : QObject(parent)
{
    m_timer.setInterval(kInterval);
    connect(&m_timer, &QTimer::timeout, this, &HeadWatch::look);
}

void HeadWatch::start(QNetworkReply *reply)
{
    m_reply = reply;
    m_atFirst = 0;
    m_timer.start();
}

void HeadWatch::look()
{
    if (m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).isValid())
        return stop();
    const qint64 now = memoryInUse();
    if (m_atFirst == 0)  // Most heads are there before this.
        m_atFirst = now;
    if (now - m_atFirst <= kMost)
        return;
    stop();
    Q_EMIT tooLong();
}
