// SPDX-License-Identifier: Apache-2.0
#include "hub/httpjob.h"

#include "hub/log.h"
#include "hub/redirect.h"
#include "hub/url.h"

#include <QNetworkAccessManager>

using namespace Qt::Literals::StringLiterals;

static constexpr qint64 kLongestAnswer = 64 << 20;

HttpJob::HttpJob(QNetworkAccessManager *network, QByteArray verb, QNetworkRequest request, QByteArray body,
                 QObject *parent)
    : Job(parent),
      m_network(network),
      m_verb(std::move(verb)),
      m_request(std::move(request)),
      m_payload(std::move(body))
{
}

void HttpJob::doStart()
{
    if (m_request.url().isValid() && !m_request.url().host().isEmpty())
        return send();
    // Later, as all answers come: the caller may not know us yet.
    const auto refuse = [this] { finish(Error{Error::Kind::Refused, tr("This is no address of the Hub.")}); };
    QMetaObject::invokeMethod(this, refuse, Qt::QueuedConnection);
}

void HttpJob::doCancel()
{
    if (!m_reply)
        return;
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

QNetworkReply *HttpJob::makeReply()
{
    if (m_verb == "HEAD")  // As a custom verb Qt would wait for a body.
        return m_network->head(m_request);
    if (m_verb == "GET")
        return m_network->get(m_request);
    return m_network->sendCustomRequest(m_request, m_verb, m_payload);
}

void HttpJob::send()
{
    m_body.clear();
    m_reply = makeReply();
    m_reply->setParent(this);
    m_reply->setReadBufferSize(kLongestAnswer);
    // Queued: whoever hears of the end may delete us and the reply, which must not be telling something just then.
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpJob::takeBytes, Qt::QueuedConnection);
    connect(m_reply, &QNetworkReply::finished, this, &HttpJob::onReplyFinished, Qt::QueuedConnection);
}

/// False where there was no answer any more, or the answer ended here by its length.
bool HttpJob::takeBytes()
{
    if (!m_reply)
        return false;
    m_body += m_reply->readAll();
    if (m_body.size() <= kLongestAnswer)
        return true;
    doCancel();
    m_body.clear();
    finish(Error{Error::Kind::BadReply, tr("The Hub's answer is far too long.")});
    return false;
}

void HttpJob::onReplyFinished()
{
    if (!takeBytes())
        return;
    m_reply->deleteLater();
    m_answer = hub::takeReply(*m_reply);
    m_answer.body = std::move(m_body);
    m_reply = nullptr;
    qCDebug(hubLog, "%s %ls: %d", m_verb.constData(), qUtf16Printable(hub::loggable(m_answer.url)), m_answer.status);

    const bool isRedirect = m_answer.status >= 300 && m_answer.status < 400;
    const QByteArray location = m_answer.header("Location");
    if (isRedirect && location.isEmpty())
        return finish(Error{Error::Kind::BadReply, tr("The Hub sent us on and did not say where.")});
    if (isRedirect)
        return follow(QUrl::fromEncoded(location, QUrl::TolerantMode));
    onAnswered();
}

void HttpJob::follow(const QUrl &location)
{
    const bool leavesHome = !hub::isSameOrigin(m_request.url().resolved(location), m_request.url());
    if (leavesHome && m_verb == "HEAD")
        return onAnswered();
    const auto next = hub::redirected(m_request, location);
    if (!next)
        return finish(next.error());
    const bool isSafe = m_verb == "GET" || m_verb == "HEAD";
    if (!isSafe && (leavesHome || m_answer.status < 307))  // Others would get the body, or this verb would become GET.
        return finish(Error{Error::Kind::Refused, tr("The Hub sent us to an unsafe address.")});
    m_request = *next;
    send();
}

void HttpJob::onAnswered()
{
    finish(hub::errorOf(m_answer));
}
