// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/job.h"
#include "hub/headwatch.h"
#include "hub/patience.h"
#include "hub/reply.h"

#include <QNetworkRequest>
#include <QTimer>

#include <memory>

class QNetworkAccessManager;

namespace hub {
class RateLimiter;
}

/// One request whose answer is small: follows redirects by hub::redirected() and keeps the whole answer.
///
/// A HEAD stops at the redirect that leads to another origin and takes it as the answer. A body is sent to no other
/// origin. An answer of over 64 MiB is an error.
///
/// What changes nothing (GET, HEAD) is asked again, three times within some seconds, where the Hub has a fault of its
/// own or the connection breaks; where nobody is there it fails at once. Where the Hub's limit is used up for longer
/// than three seconds it fails without asking, as RateLimited: nobody should sit before a silent window.
///
///   doStart → ask → send → onReplyFinished → onAnswered → finished
///              ↑ └───────── redirect ┘           │
///              └─── m_pause: limit, next try ←───┘
class HttpJob final : public Job
{
    Q_OBJECT

public:
    HttpJob(QNetworkAccessManager *network, std::shared_ptr<hub::RateLimiter> limiter, QByteArray verb,
            QNetworkRequest request, QByteArray body, QObject *parent = nullptr);

    ~HttpJob() override;

    const hub::Reply &answer() const { return m_answer; }
    /// It failed, and answer() is what the Hub said to that: a redirect that is not followed, or 400 to 499.
    bool isRefused() const { return state() == State::Failed && m_answer.status >= 300 && m_answer.status < 500; }

    void setFirstPause(std::chrono::milliseconds pause) { m_firstPause = pause; }
    void refuse(const Error &error) { m_refusal = error; }  ///< Before it starts: it asks nobody, and fails with this.

protected:
    void doStart() override;
    void doCancel() override;

private:
    void ask();
    void send();
    bool isAtHub() const;
    QNetworkReply *makeReply();
    bool takeBytes();
    void onReplyFinished();
    void follow(const QUrl &location);
    void onEndless();
    void onAnswered();
    bool isWorthAnotherTry(const Error &error) const;
    void finishLater(const Error &error);

    QNetworkAccessManager *m_network;
    std::shared_ptr<hub::RateLimiter> m_limiter;
    QByteArray m_verb;
    QNetworkRequest m_first;  // Before redirects.
    QNetworkRequest m_request;
    QByteArray m_payload;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_body;
    hub::Reply m_answer;
    std::optional<Error> m_refusal;
    QTimer m_pause;
    HeadWatch m_headWatch;
    std::chrono::milliseconds m_firstPause = hub::Patience().firstPause;
    int m_tries = 0;
};
