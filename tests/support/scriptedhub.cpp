// SPDX-License-Identifier: Apache-2.0
#include "support/scriptedhub.h"

qint64 ScriptedHub::Request::offset() const
{
    const QByteArray range = headers.value("range");
    return range.startsWith("bytes=") ? range.mid(6).split('-').first().toLongLong() : 0;
}

ScriptedHub::ScriptedHub()
{
    answer = [](const Request &) { return Answer{404}; };
    listen(QHostAddress::LocalHost);
    connect(this, &QTcpServer::newConnection, this, [this] {
        QTcpSocket *socket = nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [this, socket] { onReadyRead(socket); });
        connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
            m_received.remove(socket);
            socket->deleteLater();
        });
    });
}

void ScriptedHub::release()
{
    for (const auto &[socket, bytes] : std::exchange(m_held, {})) {
        if (socket)
            socket->write(bytes);
    }
}

ScriptedHub::Answer ScriptedHub::ranged(const Request &request, const QByteArray &bytes)
{
    if (!request.headers.contains("range"))
        return {200, {}, bytes};
    const qint64 offset = request.offset();
    if (offset >= bytes.size())
        return {416, {{"Content-Range", "bytes */" + QByteArray::number(bytes.size())}}};
    const QByteArray range = "bytes " + QByteArray::number(offset) + '-' + QByteArray::number(bytes.size() - 1) + '/'
        + QByteArray::number(bytes.size());
    return {206, {{"Content-Range", range}}, bytes.mid(offset)};
}

void ScriptedHub::onReadyRead(QTcpSocket *socket)
{
    QByteArray &received = m_received[socket];
    received += socket->readAll();
    for (qsizetype end = received.indexOf("\r\n\r\n"); end >= 0; end = received.indexOf("\r\n\r\n")) {
        const QList<QByteArray> lines = received.left(end).split('\n');
        received.remove(0, end + 4);
        Request request{lines.first().split(' ').value(0), lines.first().split(' ').value(1), {}};
        for (const QByteArray &line : lines.mid(1)) {
            const qsizetype colon = line.indexOf(':');
            request.headers[line.left(colon).toLower()] = line.mid(colon + 1).trimmed();
        }
        requests << request;
        send(socket, answer(request));
    }
}

void ScriptedHub::send(QTcpSocket *socket, const Answer &answer)
{
    QByteArray head = "HTTP/1.1 " + QByteArray::number(answer.status) + " Status\r\n";
    for (const auto &[name, value] : answer.headers)
        head += name + ": " + value + "\r\n";
    if (answer.length != -2 && answer.endsHead)
        head
            += "Content-Length: " + QByteArray::number(answer.length < 0 ? answer.body.size() : answer.length) + "\r\n";
    socket->write(answer.endsHead ? head + "\r\n" : head);
    if (!answer.endless.isEmpty()) {
        socket->write(answer.body);
        const auto more = [socket, bytes = answer.endless] {
            if (socket->bytesToWrite() < bytes.size())
                socket->write(bytes);
        };
        connect(socket, &QTcpSocket::bytesWritten, socket, more);
        return more();
    }
    if (answer.hold >= 0) {
        socket->write(answer.body.left(answer.hold));
        m_held << qMakePair(QPointer<QTcpSocket>(socket), answer.body.mid(answer.hold));
        return;
    }
    socket->write(answer.cut < 0 ? answer.body : answer.body.left(answer.cut));
    if (answer.cut >= 0 || answer.length == -2)
        socket->disconnectFromHost();
}
