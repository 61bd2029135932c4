// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QPointer>
#include <QTcpServer>
#include <QTcpSocket>
#include <QUrl>

#include <functional>

/// HTTP that no real Hub speaks, for tests of what a client makes of it: each request goes to a function, whose answer
/// is sent as it is. Everything that was asked is kept.
class ScriptedHub : public QTcpServer
{
    Q_OBJECT

public:
    struct Request {
        QByteArray verb;
        QByteArray target;                      ///< As it came, percent encoding and all.
        QHash<QByteArray, QByteArray> headers;  ///< Names in lower case.

        qint64 offset() const;  ///< Of its Range; 0 without one.
    };

    struct Answer {
        int status = 200;
        QList<QPair<QByteArray, QByteArray>> headers = {};
        QByteArray body = {};
        qint64 length = -1;       ///< What Content-Length says; -1: the truth; -2: none is sent.
        qsizetype cut = -1;       ///< So many bytes of the body go out, then the connection ends; -1: all.
        qsizetype hold = -1;      ///< So many bytes of the body go out, the rest at release(); -1: all.
        QByteArray endless = {};  ///< Follows again and again, as long as somebody takes it.
        bool endsHead = true;     ///< False: the head goes on with \a endless; there is no body.
    };

    std::function<Answer(const Request &)> answer;  ///< Asked for each request.
    QList<Request> requests;

    ScriptedHub();
    QUrl url() const { return QUrl(QStringLiteral("http://127.0.0.1:%1").arg(serverPort())); }
    void release();  ///< Sends what was held back.
    int held() const { return int(m_held.size()); }

    /// The file at \a bytes, by Range where one was asked for.
    static Answer ranged(const Request &request, const QByteArray &bytes);

private:
    void onReadyRead(QTcpSocket *socket);
    void send(QTcpSocket *socket, const Answer &answer);

    QHash<QTcpSocket *, QByteArray> m_received;
    QList<QPair<QPointer<QTcpSocket>, QByteArray>> m_held;
};
