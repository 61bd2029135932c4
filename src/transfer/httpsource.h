// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remotefile.h"
#include "transfer/bytesource.h"

#include <QNetworkRequest>

class QNetworkAccessManager;
class QNetworkReply;

/// The bytes of one content by one GET, over safe redirects. FileJob owns it.
///
/// On the Hub's own origin each answer must name the expected content (X-Linked-Etag, else ETag); behind a redirect
/// to storage an ETag counts for nothing. The signed address that a redirect leads to lives as long as the request.
///
///   start → send → onReadyRead … → onFinished → ended
///             └──── redirect ───────────┘
class HttpSource final : public ByteSource
{
    Q_OBJECT

public:
    /// \a request names the file on the Hub, with the token that belongs there. \a expected may lack its size.
    HttpSource(QNetworkAccessManager *network, QNetworkRequest request, RemoteFile expected, QObject *parent);
    ~HttpSource() override;

    void start(qint64 offset) override;
    void abort() override;
    void setHeldBack(bool heldBack) override;

private:
    void send(const QNetworkRequest &request);
    void onReadyRead();
    void onFinished();
    void onError();
    bool takeHead();
    std::optional<Error> whyWrong(int status, qint64 *begins, qint64 *size) const;
    std::optional<Error> whyOtherContent() const;
    bool isAtHub() const;
    void drain();
    void end(const std::optional<Error> &error);

    QNetworkAccessManager *m_network;
    QNetworkRequest m_request;  // To the Hub.
    QNetworkRequest m_current;  // After redirects.
    RemoteFile m_expected;
    QNetworkReply *m_reply = nullptr;
    qint64 m_offset = 0;
    bool m_hasBegun = false;
    bool m_isHeldBack = false;
    bool m_isFinished = false;
};
