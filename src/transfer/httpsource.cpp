// SPDX-License-Identifier: Apache-2.0
#include "transfer/httpsource.h"

#include "core/safename.h"
#include "hub/filemetadata.h"
#include "hub/ratelimiter.h"
#include "hub/redirect.h"
#include "hub/reply.h"
#include "hub/url.h"
#include "transfer/speedlimit.h"

#include <QNetworkAccessManager>
#include <QRegularExpression>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr auto kLongestWait = 3s;
constexpr qint64 kLongestPage = 64 << 10;
constexpr qint64 kBufferSize = 1 << 20;  // What Qt may hold for us: the socket waits when it is full.

/// Where a part begins and how big the whole is (-1: not said), from "bytes 5-9/10".
std::optional<std::pair<qint64, qint64>> rangeOf(const QByteArray &header)
{
    static const QRegularExpression form(u"^bytes (\\d{1,18})-\\d{1,18}/(\\d{1,18}|\\*)$"_s);
    const auto match = form.match(QString::fromLatin1(header.trimmed()));
    if (!match.hasMatch())
        return {};
    const QString size = match.captured(2);
    return std::pair(match.captured(1).toLongLong(), size == "*"_L1 ? -1 : size.toLongLong());
}

}  // namespace

HttpSource::HttpSource(QNetworkAccessManager *network, std::shared_ptr<hub::RateLimiter> limiter,
                       QNetworkRequest request, RemoteFile expected, QObject *parent)
    : ByteSource(parent),
      m_network(network),
      m_limiter(std::move(limiter)),
      m_request(std::move(request)),
      m_expected(std::move(expected))
{
    m_request.setRawHeader("Accept-Encoding", "identity");  // Else Qt unpacks on the way; sizes and ranges are off.
    m_request.setTransferTimeout(0);                        // Qt's own counts on while we do not want to read.
    m_silence.setSingleShot(true);
    m_silence.setInterval(15s);
    connect(&m_silence, &QTimer::timeout, this, &HttpSource::onSilence);
    connect(&m_headWatch, &HeadWatch::neverEnds, this, &HttpSource::onEndless);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &HttpSource::ask);
}

HttpSource::~HttpSource()
{
    abort();
}

void HttpSource::setSpeedLimit(SpeedLimit *limit)
{
    m_speed = limit;
    connect(limit, &SpeedLimit::refilled, this, [this] {
        if (std::exchange(m_waitsForSpeed, false))
            goOn();
    });
}

void HttpSource::start(qint64 offset)
{
    m_offset = offset;
    m_hasBegun = false;
    QNetworkRequest request(m_request);
    if (const QByteArray range = rangeAsked(); !range.isEmpty())
        request.setRawHeader("Range", range);
    if (!request.url().isValid())
        return end(Error{Error::Kind::Refused, tr("This name cannot be asked for.")});
    m_current = request;
    ask();
}

/// Empty where all is wanted: an empty file has no range at all.
QByteArray HttpSource::rangeAsked() const
{
    const bool isToTheEnd = m_length < 0 || (m_expected.size >= 0 && m_offset + m_length >= m_expected.size);
    if (m_offset == 0 && (isToTheEnd || m_expected.size < 0))
        return {};
    const QByteArray from = "bytes=" + QByteArray::number(m_offset) + '-';
    return isToTheEnd ? from : from + QByteArray::number(m_offset + m_length - 1);
}

/// Asks for m_current when the Hub's limit allows it. For long it waits without a connection and without a lock: as a
/// try that failed.
void HttpSource::ask()
{
    const auto wait = isAtHub() ? m_limiter->admit(m_current.url()) : 0ms;
    if (wait > kLongestWait)
        return endLater({.kind = Error::Kind::RateLimited,
                         .message = tr("The Hub asks us to slow down."),
                         .retryAfter = std::chrono::ceil<std::chrono::seconds>(wait)});
    if (wait > 0ms)
        return m_pause.start(wait);
    send();
}

void HttpSource::abort()
{
    m_silence.stop();
    m_pause.stop();
    m_headWatch.stop();
    m_waitsForSpeed = false;
    if (!m_reply)
        return;
    if (std::exchange(m_isOnItsWay, false))
        m_limiter->forget(m_current.url());
    m_reply->disconnect(this);
    m_reply->deleteLater();  // That ends the request; QNetworkReply::abort() complains where an error is on its way.
    m_reply = nullptr;
}

void HttpSource::setHeldBack(bool heldBack)
{
    if (std::exchange(m_isHeldBack, heldBack) == heldBack || !m_reply)
        return;
    if (heldBack)
        return m_silence.stop();  // It is us who keep quiet.
    goOn();
}

void HttpSource::goOn()
{
    if (m_isHeldBack || !m_reply)
        return;
    if (m_isFinished)
        onFinished();
    else
        onReadyRead();
}

void HttpSource::send()
{
    m_isFinished = false;
    m_isOnItsWay = isAtHub();
    m_silence.start();
    m_reply = m_network->get(m_current);
    m_reply->setParent(this);
    m_reply->setReadBufferSize(m_speed ? m_speed->bufferSize() : kBufferSize);
    m_headWatch.watch(*m_reply);
    connect(m_reply, &QNetworkReply::metaDataChanged, this, &HttpSource::noteLimit);
    connect(m_reply, &QNetworkReply::readyRead, this, &HttpSource::onReadyRead);
    connect(m_reply, &QNetworkReply::finished, this, &HttpSource::onFinished);
}

/// When the head comes, not with the last byte: until then its window may be long over.
void HttpSource::noteLimit()
{
    if (std::exchange(m_isOnItsWay, false))
        m_limiter->note(hub::takeHead(*m_reply));
}

void HttpSource::onSilence()
{
    end(Error{Error::Kind::Timeout, tr("The server stopped sending.")});
}

void HttpSource::onEndless()
{
    end(Error{Error::Kind::Timeout, tr("The server's answer is far too long.")});
}

void HttpSource::onReadyRead()
{
    if (!m_isHeldBack && !m_waitsForSpeed)
        m_silence.start();
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (status != 200 && status != 206) {  // An error page is no part of the file; a long one is long enough.
        if (!m_isFinished && m_reply->bytesAvailable() > kLongestPage)
            onFinished();
        return;
    }
    if (!m_isHeldBack && (m_hasBegun || takeHead()))
        drain();
}

/// Hands out what the buffer holds. Whoever gets it may abort() or hold back.
void HttpSource::drain()
{
    while (m_reply && !m_isHeldBack && !m_waitsForSpeed && m_reply->bytesAvailable() > 0) {
        const qint64 there = m_reply->bytesAvailable();
        const qint64 may = m_speed ? m_speed->take(there) : there;
        m_waitsForSpeed = may < there;
        if (m_waitsForSpeed)
            m_silence.stop();  // It is us who keep quiet.
        if (may == 0)
            return;
        // Not read() for all of it: that makes room for the whole at once, and the memory ends in pieces.
        const QByteArray bytes = may == there ? m_reply->readAll() : m_reply->read(may);
        m_taken += bytes.size();
        Q_EMIT arrived(bytes);
    }
}

void HttpSource::onFinished()
{
    m_isFinished = true;
    m_silence.stop();
    noteLimit();  // Where no head came.
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    const QByteArray location = m_reply->rawHeader("Location");
    if (status >= 300 && status < 400 && !location.isEmpty()) {
        const auto wrong = whyOtherContent();
        const auto next = hub::redirected(m_current, QUrl::fromEncoded(location, QUrl::TolerantMode));
        if (wrong || !next)
            return end(wrong ? *wrong : next.error());
        abort();
        m_current = *next;
        return ask();
    }
    if (status != 200 && status != 206)
        return onError();
    onReadyRead();
    if (!m_reply || m_reply->bytesAvailable() > 0)
        return;  // Aborted, or held back: the rest is taken later.
    const auto error = hub::errorOf(hub::takeReply(*m_reply));
    end(error || !isCutShort() ? error : Error{Error::Kind::Offline, tr("The connection to the Hub broke.")});
}

/// Qt does not tell of each connection that was reset, and not of one whose end is the only end of the body.
bool HttpSource::isCutShort() const
{
    const bool isChunked = m_reply->rawHeader("Transfer-Encoding").compare("chunked", Qt::CaseInsensitive) == 0;
    const qint64 end = m_length < 0 ? m_size : qMin(m_size, m_offset + m_length);
    return !isChunked && m_size >= 0 && m_taken < end;
}

/// An answer without bytes of the content.
void HttpSource::onError()
{
    const hub::Reply reply = hub::takeReply(*m_reply);
    if (reply.status == 416 && m_offset > 0) {  // The part does not fit this content's size: from the front, then.
        abort();
        return start(0);
    }
    if (!isAtHub() && (reply.status == 401 || reply.status == 403 || reply.status == 410) && !m_hasRenewed) {
        m_hasRenewed = true;  // The signed address ran out: the Hub gives a new one.
        abort();
        return start(m_offset);
    }
    auto error = hub::errorOf(reply);
    if (!error)
        error = Error{Error::Kind::BadReply, tr("The Hub did not answer with a file."), u"HTTP %1"_s.arg(reply.status)};
    // What storage says is nothing about the account: another try may do.
    if (!isAtHub() && reply.status >= 400 && !error->isTransient())
        error = Error{Error::Kind::Server, tr("The storage behind the Hub does not hand the file out."),
                      u"HTTP %1"_s.arg(reply.status)};
    end(error);
}

/// Reads the headers of an answer with content, once; false where it ended with it.
bool HttpSource::takeHead()
{
    qint64 begins = 0;
    qint64 size = -1;
    const int status = m_reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt();
    if (const auto wrong = whyWrong(status, &begins, &size)) {
        end(wrong);
        return false;
    }
    m_hasBegun = true;
    m_taken = begins;
    m_size = size >= 0 ? size : m_expected.size;
    Q_EMIT began(begins, size);
    return m_reply;
}

std::optional<Error> HttpSource::whyWrong(int status, qint64 *begins, qint64 *size) const
{
    if (const auto error = whyOtherContent())
        return error;
    const QByteArray encoding = m_reply->rawHeader("Content-Encoding");
    if (!encoding.isEmpty() && encoding.compare("identity", Qt::CaseInsensitive) != 0)
        return Error{Error::Kind::BadReply, tr("The server sends the file packed, though it was asked not to."),
                     QString::fromLatin1(encoding)};
    if (status == 206) {
        const auto range = rangeOf(m_reply->rawHeader("Content-Range"));
        if (!range || range->first != m_offset)
            return Error{Error::Kind::BadReply, tr("The server sends another part of the file than it was asked for."),
                         QString::fromLatin1(m_reply->rawHeader("Content-Range"))};
        std::tie(*begins, *size) = *range;
    } else if (m_reply->hasRawHeader("Content-Length")) {
        *size = m_reply->header(QNetworkRequest::ContentLengthHeader).toLongLong();
    }
    if (*size >= 0 && m_expected.size >= 0 && *size != m_expected.size)
        return Error{Error::Kind::BadReply, tr("The server's file has another size than the Hub promised."),
                     u"%1, not %2"_s.arg(*size).arg(m_expected.size)};
    return {};
}

/// Whether the Hub itself names another content than the one that was listed. Storage does not count: its ETag may be
/// the Xet hash, or any name it likes.
std::optional<Error> HttpSource::whyOtherContent() const
{
    const QString expected = m_expected.etag();
    if (!isAtHub() || expected.isEmpty())
        return {};
    const bool isLinked = m_reply->hasRawHeader("X-Linked-Etag");
    const QString named = hub::contentNameOf(m_reply->rawHeader(isLinked ? "X-Linked-Etag" : "ETag"));
    // A proxy's own kind of ETag is no content's name: then the hash alone decides.
    const bool says = isLinked ? !named.isEmpty() : core::isContentName(named) && named != m_expected.xetHash;
    if (!says || named == expected)
        return {};
    return Error{Error::Kind::Checksum, tr("The Hub now has another content for this file."), named};
}

bool HttpSource::isAtHub() const
{
    return hub::isSameOrigin(m_current.url(), m_request.url());
}

/// From the event loop: whoever starts us does not expect an end yet.
void HttpSource::endLater(const Error &error)
{
    QMetaObject::invokeMethod(
        this, [this, error] { end(error); }, Qt::QueuedConnection);
}

void HttpSource::end(const std::optional<Error> &error)
{
    abort();
    Q_EMIT ended(error);
}
