// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/job.h"
#include "hub/reply.h"

#include <QNetworkRequest>

class QNetworkAccessManager;

/// One request whose answer is small: follows redirects by hub::redirected() and keeps the whole answer.
///
/// A HEAD stops at the redirect that leads to another origin and takes it as the answer. A body is sent to no other
/// origin. An answer of over 64 MiB is an error.
class HttpJob final : public Job
{
    Q_OBJECT

public:
    HttpJob(QNetworkAccessManager *network, QByteArray verb, QNetworkRequest request, QByteArray body,
            QObject *parent = nullptr);

    const hub::Reply &answer() const { return m_answer; }

protected:
    void doStart() override;
    void doCancel() override;

private:
    void send();
    QNetworkReply *makeReply();
    bool takeBytes();
    void onReplyFinished();
    void follow(const QUrl &location);
    void onAnswered();

    QNetworkAccessManager *m_network;
    QByteArray m_verb;
    QNetworkRequest m_request;
    QByteArray m_payload;
    QNetworkReply *m_reply = nullptr;
    QByteArray m_body;
    hub::Reply m_answer;
};
