// SPDX-License-Identifier: Apache-2.0
#include "hub/httpjob.h"

#include "core/backoff.h"
#include "hub/log.h"
#include "hub/ratelimiter.h"
#include "hub/redirect.h"
#include "hub/url.h"

#include <QNetworkAccessManager>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

static constexpr qint64 kLongestAnswer = 64 << 20;
static constexpr qint64 kPiece = 64 << 10;  // Qt makes room for as much as it is asked for.
static constexpr int kTries = 3;
static constexpr auto kLongestWait = 3s;

HttpJob::HttpJob(QNetworkAccessManager *network, std::shared_ptr<hub::RateLimiter> limiter, QByteArray verb,
                 QNetworkRequest request, QByteArray body, QObject *parent)
    : Job(parent),
      m_network(network),
      m_limiter(std::move(limiter)),
      m_verb(std::move(verb)),
      m_first(std::move(request)),
      m_request(m_first),
      m_payload(std::move(body))
{
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &HttpJob::ask);
    connect(&m_headWatch, &HeadWatch::neverEnds, this, &HttpJob::onEndless);
}

HttpJob::~HttpJob()
{
    doCancel();
}

void HttpJob::doStart()
{
    if (m_refusal)
        finishLater(*m_refusal);
    else if (m_first.url().isValid() && !m_first.url().host().isEmpty())
        ask();
    else
        finishLater({Error::Kind::Refused, tr("This is no address of the Hub.")});
}

/// Asks for m_request when the Hub's limit allows it.
void HttpJob::ask()
{
    const auto wait = m_limiter->admit(m_request.url());
    if (wait > kLongestWait)
        return finishLater({.kind = Error::Kind::RateLimited,
                            .message = tr("The Hub asks us to slow down."),
                            .retryAfter = std::chrono::ceil<std::chrono::seconds>(wait)});
    if (wait > 0ms)
        return m_pause.start(wait);
    send();
}

void HttpJob::doCancel()
{
    m_pause.stop();
    m_headWatch.stop();
    if (!m_reply)
        return;
    if (isAtHub())
        m_limiter->forget(m_request.url());
    m_reply->disconnect(this);
    m_reply->abort();
    m_reply->deleteLater();
    m_reply = nullptr;
}

bool HttpJob::isAtHub() const
{
    return hub::isSameOrigin(m_request.url(), m_first.url());
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
    m_headWatch.watch(*m_reply);
    // Queued: whoever hears of the end may delete us and the reply, which must not be telling something just then.
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpJob::takeBytes, Qt::QueuedConnection);
    connect(m_reply, &QNetworkReply::finished, this, &HttpJob::onReplyFinished, Qt::QueuedConnection);
}

/// False where there was no answer any more, or the answer ended here by its length.
bool HttpJob::takeBytes()
{
    if (!m_reply)
        return false;
    while (m_reply->isOpen() && m_body.size() <= kLongestAnswer) {  // Qt closes one that fell silent for too long.
        const QByteArray piece = m_reply->read(kPiece);             // What is packed may unpack to anything.
        if (piece.isEmpty())
            break;
        m_body += piece;
    }
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
    if (isAtHub())
        m_limiter->note(m_answer);
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
    if (isAtHub())
        ask();  // It counts this one, too.
    else
        send();
}

void HttpJob::onEndless()
{
    doCancel();
    finish(Error{Error::Kind::Timeout, tr("The Hub's answer is far too long.")});
}

void HttpJob::onAnswered()
{
    const auto error = hub::errorOf(m_answer);
    if (!error || !isWorthAnotherTry(*error) || m_tries == kTries)
        return finish(error);
    m_request = m_first;
    m_pause.start(core::backoff(m_firstPause, ++m_tries));
}

bool HttpJob::isWorthAnotherTry(const Error &error) const
{
    if (m_verb != "GET" && m_verb != "HEAD")
        return false;
    static constexpr int kPassing[] = {408, 429, 500, 502, 503, 504};
    if (std::ranges::find(kPassing, m_answer.status) != std::end(kPassing))
        return error.retryAfter <= kLongestWait;
    return m_answer.failure == QNetworkReply::RemoteHostClosedError;
}

/// As all answers come: the caller may not know us yet.
void HttpJob::finishLater(const Error &error)
{
    QMetaObject::invokeMethod(
        this, [this, error] { finish(error); }, Qt::QueuedConnection);
}
