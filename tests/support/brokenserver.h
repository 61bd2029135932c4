// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

/// A server on loopback that says what it was given, right HTTP or not: for what a real Hub never says.
class BrokenServer : public QTcpServer
{
public:
    QList<QByteArray> answers;   ///< The first request gets the first one, and so on; the last one is repeated.
    QList<QByteArray> requests;  ///< What was asked, headers and all.
    bool neverEnds = false;      ///< Whether each answer is followed by more and more bytes.

    BrokenServer()
    {
        listen(QHostAddress::LocalHost);
        connect(this, &QTcpServer::newConnection, this, [this] {
            QTcpSocket *socket = nextPendingConnection();
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] { answer(*socket); });
        });
    }

    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }

private:
    void answer(QTcpSocket &socket)
    {
        requests << socket.readAll();
        if (!answers.isEmpty())
            socket.write(answers.value(std::min(requests.size(), answers.size()) - 1));
        if (!neverEnds)
            return socket.disconnectFromHost();
        const auto more = [&socket] {
            if (socket.bytesToWrite() < 1 << 20)  // Else it would be our own memory that fills.
                socket.write(QByteArray(1 << 20, 'x'));
        };
        connect(&socket, &QTcpSocket::bytesWritten, &socket, more);
        more();
    }
};
