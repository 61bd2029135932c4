// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QJsonDocument>
#include <QTcpSocket>

/// What came back.
struct Reply {
    int status = 0;
    QHash<QByteArray, QByteArray> headers = {};  ///< Names in lower case.
    QByteArray body = {};

    QJsonDocument json() const { return QJsonDocument::fromJson(body); }
};

/// Sends addresses as they are given: QUrl and its like would take them apart and encode them anew.
class RawClient
{
public:
    explicit RawClient(quint16 port) : m_port(port) {}

    Reply get(const QByteArray &target, const QList<QByteArray> &headers = {}) { return send("GET", target, headers); }

    Reply send(const QByteArray &method, const QByteArray &target, const QList<QByteArray> &headers = {},
               const QByteArray &body = {})
    {
        if (m_socket.state() != QAbstractSocket::ConnectedState) {
            m_socket.connectToHost(QStringLiteral("127.0.0.1"), m_port);
            m_socket.waitForConnected();
        }
        QByteArray request = method + ' ' + target + " HTTP/1.1\r\n";
        bool hasHost = false;
        for (const QByteArray &header : headers) {
            request += header + "\r\n";
            hasHost |= header.startsWith("Host:");
        }
        if (!hasHost)
            request += "Host: 127.0.0.1:" + QByteArray::number(m_port) + "\r\n";
        if (!body.isEmpty())
            request += "Content-Length: " + QByteArray::number(body.size()) + "\r\n";
        m_socket.write(request + "\r\n" + body);
        return reply(method == "HEAD");
    }

private:
    bool fill() { return m_socket.bytesAvailable() > 0 || m_socket.waitForReadyRead(10000); }

    QByteArray line()
    {
        while (!m_socket.canReadLine()) {
            if (!m_socket.waitForReadyRead(10000))
                return {};
        }
        return m_socket.readLine().trimmed();
    }

    Reply reply(bool isHead)
    {
        Reply reply;
        reply.status = line().split(' ').value(1).toInt();
        for (QByteArray header = line(); !header.isEmpty(); header = line()) {
            const qsizetype colon = header.indexOf(':');
            reply.headers.insert(header.first(colon).toLower(), header.sliced(colon + 1).trimmed());
        }
        qint64 left = isHead ? 0 : reply.headers.value("content-length").toLongLong();
        while (left > 0 && fill()) {
            const QByteArray part = m_socket.read(left);
            reply.body += part;
            left -= part.size();
        }
        return reply;
    }

    quint16 m_port;
    QTcpSocket m_socket;
};
