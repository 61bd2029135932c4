// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QMap>
#include <QSslConfiguration>
#include <QSslServer>
#include <QSslSocket>

#include <memory>
#include <optional>

/// A server on loopback that keeps each byte that it is sent, and answers by how an address begins.
class RecordingServer : public QObject
{
public:
    QList<QByteArray> requests;            ///< Heads, whole, and whatever came before them.
    QMap<QByteArray, QByteArray> answers;  ///< Heads and bodies; the longest address that fits.

    /// With a certificate in \a tls it speaks https.
    explicit RecordingServer(const std::optional<QSslConfiguration> &tls = {})
        : m_isSecure(tls),
          m_server(tls ? std::make_unique<QSslServer>() : std::make_unique<QTcpServer>())
    {
        if (tls)
            static_cast<QSslServer *>(m_server.get())->setSslConfiguration(*tls);
        connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, &RecordingServer::greet);
        if (!m_server->listen(QHostAddress::LocalHost))
            qFatal("No port: %ls", qUtf16Printable(m_server->errorString()));
    }

    QByteArray port() const { return QByteArray::number(m_server->serverPort()); }
    QByteArray authority() const { return "127.0.0.1:" + port(); }
    QUrl url() const { return QUrl::fromEncoded((m_isSecure ? "https://" : "http://") + authority()); }

    void forget()
    {
        requests.clear();
        answers.clear();
    }

    static QByteArray answer(const QByteArray &body, const QByteArray &headers = {},
                             const QByteArray &status = "200 OK")
    {
        return "HTTP/1.1 " + status + "\r\n" + headers + "Content-Length: " + QByteArray::number(body.size())
            + "\r\n\r\n" + body;
    }

private:
    void greet()
    {
        while (QTcpSocket *socket = m_server->nextPendingConnection()) {
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket, received = QByteArray()]() mutable {
                received += socket->readAll();
                for (qsizetype end = received.indexOf("\r\n\r\n"); end >= 0; end = received.indexOf("\r\n\r\n")) {
                    requests << received.first(end + 4);
                    received.remove(0, end + 4);
                    socket->write(answerTo(requests.constLast()));
                }
            });
        }
    }

    QByteArray answerTo(const QByteArray &head) const
    {
        QByteArray target = head.split(' ').value(1);
        if (target.startsWith("http://"))  // As a proxy is asked.
            target = target.sliced(std::max<qsizetype>(target.indexOf('/', 7), 7));
        QByteArray found = answer("Not here", {}, "404 Not Found");
        for (auto it = answers.cbegin(); it != answers.cend(); ++it) {
            if (target.startsWith(it.key()))
                found = *it;
        }
        return head.startsWith("HEAD ") ? found.first(found.indexOf("\r\n\r\n") + 4) : found;
    }

    const bool m_isSecure;
    std::unique_ptr<QTcpServer> m_server;
};
