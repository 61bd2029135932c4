// SPDX-License-Identifier: Apache-2.0
#include "gui/demohub.h"

#include <QCoreApplication>
#include <QDir>
#include <QStandardPaths>

#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr QByteArrayView kServing = "serving ";  // The one line that hubdeck-localhub prints.

/// The demo's Hub is its own: nothing that points to another, and no token, goes along.
QProcessEnvironment childEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith("HF_"_L1) || name.startsWith("HUGGING"_L1))
            environment.remove(name);
    }
    return environment;
}

/// \a wanted, or where that is taken another one that nobody listens on now. Somebody may take it before the Hub does;
/// it says so then, and ends.
int freePort(int wanted)
{
    const int fd = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    const int yes = 1;
    ::setsockopt(fd, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes);  // Connections of the last run may linger.
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(quint16(wanted));
    socklen_t size = sizeof address;
    int port = 0;
    if (::bind(fd, reinterpret_cast<sockaddr *>(&address), size) == 0
        && ::getsockname(fd, reinterpret_cast<sockaddr *>(&address), &size) == 0)
        port = ntohs(address.sin_port);
    ::close(fd);
    return port == 0 && wanted != 0 ? freePort(0) : port;
}

/// That of the last time where it is free: the transfers of that time belong to that address.
int steadyPort(const QString &folder)
{
    QFile kept(folder + "/port"_L1);
    const int last = kept.open(QIODevice::ReadOnly) ? kept.read(8).trimmed().toInt() : 0;
    kept.close();
    const int port = freePort(last > 1023 && last < 65536 ? last : 0);
    if (port != last && kept.open(QIODevice::WriteOnly))
        kept.write(QByteArray::number(port));
    return port;
}

}  // namespace

DemoHub::DemoHub(const QString &folder, QObject *parent) : QObject(parent), m_folder(folder)
{
    QDir().mkpath(folder);
    QUrl endpoint(u"http://127.0.0.1"_s);
    endpoint.setPort(steadyPort(folder));
    m_endpoint = endpoint;
    m_process.setStandardErrorFile(folder + "/hub.log"_L1);  // A line a request: nothing for whoever runs the demo.
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &DemoHub::onOutput);
    connect(&m_process, &QProcess::finished, this, &DemoHub::onEnded);
    connect(&m_process, &QProcess::errorOccurred, this, [this](QProcess::ProcessError error) {
        if (error == QProcess::FailedToStart)
            onEnded();
    });
}

DemoHub::~DemoHub()
{
    m_process.disconnect(this);
    m_process.closeWriteChannel();
    if (m_process.state() == QProcess::NotRunning || m_process.waitForFinished(3000))
        return;
    m_process.kill();
    m_process.waitForFinished(1000);
}

void DemoHub::start()
{
    m_process.setProcessEnvironment(childEnvironment());
    m_process.start(QCoreApplication::applicationDirPath() + "/hubdeck-localhub"_L1,
                    {u"--data"_s, m_folder + "/data"_L1, u"--port"_s, QString::number(m_endpoint.port()), u"--seed"_s,
                     u"demo"_s, u"--end-with-stdin"_s});
}

QString DemoHub::defaultFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/hubdeck/demo"_L1;
}

void DemoHub::onOutput()
{
    m_output += m_process.readAllStandardOutput();
    const qsizetype end = m_output.indexOf('\n');
    if (m_said || end < 0 || !m_output.startsWith(kServing))
        return;
    m_said = true;
    Q_EMIT ready();
}

void DemoHub::onEnded()
{
    Q_EMIT failed({Error::Kind::Offline, tr("The demo Hub ended by itself."), m_process.errorString()});
}
