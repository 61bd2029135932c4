// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/remotefile.h"
#include "hub/headwatch.h"
#include "transfer/bytesource.h"

#include <QNetworkRequest>
#include <QTimer>

#include <memory>

class QNetworkAccessManager;
class QNetworkReply;
class SpeedLimit;

namespace hub {
class RateLimiter;
}

/// The bytes of one content by one GET, over safe redirects. FileJob owns it.
///
/// On the Hub's own origin each answer must name the expected content (X-Linked-Etag, else ETag); behind a redirect
/// to storage an ETag counts for nothing. The signed address that a redirect leads to lives as long as the request;
/// one that storage does not take any more is asked for anew, once. A connection that brings nothing for 15 seconds,
/// though we want to read, ends with Timeout.
///
///   start → ask → send → onReadyRead … → onFinished → ended
///     ↑      └──────── redirect ────────────────┤
///     └──────────── address ran out ────────────┘
class HttpSource final : public ByteSource
{
    Q_OBJECT

public:
    /// \a request names the file on the Hub, with the token that belongs there. \a expected may lack its size.
    HttpSource(QNetworkAccessManager *network, std::shared_ptr<hub::RateLimiter> limiter, QNetworkRequest request,
               RemoteFile expected, QObject *parent);
    ~HttpSource() override;

    /// Before start(); 15 seconds without it.
    void setLongestSilence(std::chrono::milliseconds silence) { m_silence.setInterval(silence); }
    /// Before start(): asks for so many bytes alone, not for all to the end. A server may send more all the same.
    void setLength(qint64 bytes) { m_length = bytes; }

    /// Before start(). \a limit outlives the source.
    void setSpeedLimit(SpeedLimit *limit);

    void start(qint64 offset) override;
    void abort() override;
    void setHeldBack(bool heldBack) override;

private:
    QByteArray rangeAsked() const;
    void ask();
    void send();
    void onReadyRead();
    void onFinished();
    void onError();
    bool takeHead();
    std::optional<Error> whyWrong(int status, qint64 *begins, qint64 *size) const;
    std::optional<Error> whyOtherContent() const;
    bool isAtHub() const;
    bool isCutShort() const;
    void drain();
    void goOn();
    void noteLimit();
    void end(const std::optional<Error> &error);
    void endLater(const Error &error);
    void onSilence();
    void onEndless();

    QNetworkAccessManager *m_network;
    std::shared_ptr<hub::RateLimiter> m_limiter;
    QNetworkRequest m_request;  // To the Hub.
    QNetworkRequest m_current;  // After redirects.
    RemoteFile m_expected;
    QNetworkReply *m_reply = nullptr;
    qint64 m_offset = 0;
    qint64 m_length = -1;  // Asked for, from m_offset on; -1: to the end.
    bool m_hasBegun = false;
    qint64 m_size = -1;  // Of the whole content, as far as anybody said.
    qint64 m_taken = 0;  // Of it, those before m_offset included.
    bool m_isHeldBack = false;
    SpeedLimit *m_speed = nullptr;
    bool m_waitsForSpeed = false;  // There are bytes to be read; the limit holds them back.
    bool m_isFinished = false;
    bool m_isOnItsWay = false;  ///< The limiter counts it among what has no answer yet.
    bool m_hasRenewed = false;  // The signed address, once.
    QTimer m_silence;
    HeadWatch m_headWatch;
    QTimer m_pause;  ///< For the Hub's limit.
};
