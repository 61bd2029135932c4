// SPDX-License-Identifier: Apache-2.0
#include "hub/ratelimit.h"
#include "hub/reply.h"
#include "hub/servermessage.h"

#include "core/plaintext.h"
#include "core/safename.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using Kind = Error::Kind;

namespace {

constexpr auto kInvalidToken = "Invalid credentials in Authorization header";

constexpr auto kGated = QT_TRANSLATE_NOOP(
    "hub", "This repository is gated: its authors want to know who uses it before they share the files.");

/// What a refusal means: the first row that fits. 0 stands for any status, nullptr for any X-Error-Code or message; a
/// message has \a says somewhere in it.
constexpr struct {
    int status;
    const char *code;
    const char *says;
    Kind kind;
    const char *text;
    Error::Access access = Error::Access::NotAsked;
} kRefusals[] = {
    {0, "RevisionNotFound", nullptr, Kind::NoRevision, QT_TRANSLATE_NOOP("hub", "This revision does not exist.")},
    {0, "EntryNotFound", nullptr, Kind::NoEntry,
     QT_TRANSLATE_NOOP("hub", "This file does not exist at this revision.")},
    {401, "GatedRepo", nullptr, Kind::Gated, kGated, Error::Access::SignedOut},
    {0, "GatedRepo", "is awaiting a review", Kind::Gated,
     QT_TRANSLATE_NOOP("hub", "Your request for access waits for the authors."), Error::Access::Pending},
    {0, "GatedRepo", "has been rejected", Kind::Gated,
     QT_TRANSLATE_NOOP("hub", "The authors have declined your request for access."), Error::Access::Rejected},
    {0, "GatedRepo", nullptr, Kind::Gated, kGated},
    {403, nullptr, "enable access to public gated repositories", Kind::MissingScope,
     QT_TRANSLATE_NOOP("hub", "Your token may not read gated repositories: its settings on the Hub must allow that.")},
    {403, nullptr, "missing permissions:", Kind::MissingScope,
     QT_TRANSLATE_NOOP("hub", "Your token lacks a permission that is needed for this: %1.")},
    {0, nullptr, "Access to this resource is disabled.", Kind::Forbidden,
     QT_TRANSLATE_NOOP("hub", "The Hub has disabled this repository.")},
    {0, "RepoNotFound", nullptr, Kind::NotFound,
     QT_TRANSLATE_NOOP("hub", "This repository does not exist, or your account may not see it.")},
    {401, nullptr, kInvalidToken, Kind::Unauthorized,
     QT_TRANSLATE_NOOP("hub", "Your token is not valid any more: sign in again.")},
    {401, nullptr, nullptr, Kind::Unauthorized, QT_TRANSLATE_NOOP("hub", "You need to sign in for this.")},
    {403, nullptr, nullptr, Kind::Forbidden, QT_TRANSLATE_NOOP("hub", "Your account may not do this.")},
    {404, nullptr, nullptr, Kind::NotFound, QT_TRANSLATE_NOOP("hub", "This does not exist, or it is private.")},
    {407, nullptr, nullptr, Kind::Proxy, QT_TRANSLATE_NOOP("hub", "The proxy does not let us through.")},
    {408, nullptr, nullptr, Kind::Timeout, QT_TRANSLATE_NOOP("hub", "The Hub waited too long for us.")},
    {409, nullptr, nullptr, Kind::Conflict, QT_TRANSLATE_NOOP("hub", "Somebody changed this meanwhile.")},
    {412, nullptr, nullptr, Kind::Conflict, QT_TRANSLATE_NOOP("hub", "Somebody changed this meanwhile.")},
    {416, nullptr, nullptr, Kind::BadReply, QT_TRANSLATE_NOOP("hub", "The Hub does not have this part of the file.")},
    {429, nullptr, nullptr, Kind::RateLimited, QT_TRANSLATE_NOOP("hub", "The Hub asks us to slow down.")},
    {451, nullptr, nullptr, Kind::Forbidden, QT_TRANSLATE_NOOP("hub", "The Hub has disabled this repository.")},
};

/// Anonymous people get 401 for what does not exist, too, so that nobody learns the names of private repositories.
constexpr auto kMissingOrPrivate
    = QT_TRANSLATE_NOOP("hub", "This repository does not exist, or it is private: sign in to see it.");

QString requestIdOf(const hub::Reply &reply)
{
    for (const char *name : {"X-Request-Id", "X-Amzn-Trace-Id", "X-Amz-Cf-Id"}) {
        if (const QByteArray id = reply.header(name); !id.isEmpty())
            return hub::quoted(id, reply, 100);
    }
    return {};
}

QString detailOf(const hub::Reply &reply)
{
    if (reply.status < 400)
        return reply.failureText.contains("://"_L1) ? QString() : core::visible(reply.failureText);
    // Qt's own text for a status holds the address, which may be signed.
    QStringList parts{u"HTTP %1"_s.arg(reply.status)};
    if (const QByteArray code = reply.header("X-Error-Code"); !code.isEmpty())
        parts << hub::quoted(code, reply, 100);
    if (reply.status == 416)
        parts << u"Content-Range: "_s + hub::quoted(reply.header("Content-Range"), reply, 100);
    parts += hub::serverMessages(reply);
    if (const QString id = requestIdOf(reply); !id.isEmpty())
        parts << u"request "_s + id;
    return parts.join(u"; "_s);
}

/// The permissions that the Hub misses in a token: "repo.content.read, repo.write". A text of its own is not repeated.
QString missingPermissions(const QStringList &messages)
{
    static const QRegularExpression named(u"missing permissions:\\s*([\\w.:-]{1,60}(?:, ?[\\w.:-]{1,60}){0,9})"_s);
    const QRegularExpressionMatch match = named.match(messages.join(u' '));
    QString permissions = match.captured(1);
    while (permissions.endsWith(u'.'))
        permissions.chop(1);
    return match.hasMatch() ? permissions : QCoreApplication::translate("hub", "the Hub does not say which");
}

bool isSaid(const QStringList &messages, const char *words)
{
    return std::ranges::any_of(messages,
                               [words](const QString &message) { return message.contains(QLatin1StringView(words)); });
}

Error make(Kind kind, const char *text, const hub::Reply &reply)
{
    Error error{kind, QCoreApplication::translate("hub", text), detailOf(reply), hub::requestedWait(reply)};
    const QString commit = QString::fromLatin1(reply.header("X-Repo-Commit"));
    if (kind == Kind::NoEntry && core::isCommit(commit))
        error.commit = commit;
    return error;
}

bool isProxyFailure(QNetworkReply::NetworkError failure)
{
    return failure >= QNetworkReply::ProxyConnectionRefusedError && failure <= QNetworkReply::UnknownProxyError;
}

/// Nothing came, or not all of it.
Error broken(const hub::Reply &reply)
{
    switch (reply.failure) {
    case QNetworkReply::OperationCanceledError:  // Our own cancel() disconnects first: this is the transfer timeout.
    case QNetworkReply::TimeoutError:
        return make(Kind::Timeout, QT_TRANSLATE_NOOP("hub", "The Hub fell silent."), reply);
    case QNetworkReply::HostNotFoundError:
        return make(Kind::Offline, QT_TRANSLATE_NOOP("hub", "The Hub's name is not known: is this computer online?"),
                    reply);
    case QNetworkReply::RemoteHostClosedError:
        return make(Kind::Offline, QT_TRANSLATE_NOOP("hub", "The connection to the Hub broke."), reply);
    case QNetworkReply::SslHandshakeFailedError:
        return make(Kind::Tls, QT_TRANSLATE_NOOP("hub", "The connection to the Hub is not secure."), reply);
    case QNetworkReply::ProtocolUnknownError:
    case QNetworkReply::ProtocolInvalidOperationError:
        return make(Kind::Refused, QT_TRANSLATE_NOOP("hub", "This is no address of a Hub."), reply);
    case QNetworkReply::ProtocolFailure:
    case QNetworkReply::UnknownContentError:
        return make(Kind::BadReply, QT_TRANSLATE_NOOP("hub", "The Hub's answer cannot be understood."), reply);
    default: return make(Kind::Offline, QT_TRANSLATE_NOOP("hub", "The Hub cannot be reached."), reply);
    }
}

/// Whether 401 may mean that the repository does not exist.
bool asksForRepository(const QUrl &url)
{
    static const QRegularExpression repository(u"/api/(models|datasets|spaces)/|/(resolve|raw)/"_s);
    return repository.match(url.path()).hasMatch();
}

}  // namespace

std::optional<Error> hub::errorOf(const Reply &reply)
{
    if (isProxyFailure(reply.failure))
        return make(Kind::Proxy, QT_TRANSLATE_NOOP("hub", "The proxy does not let us through."), reply);
    if (reply.status < 400)
        return reply.failure == QNetworkReply::NoError ? std::nullopt : std::optional(broken(reply));

    const QByteArray code = reply.header("X-Error-Code");
    const QStringList messages = serverMessages(reply);
    for (const auto &row : kRefusals) {
        const bool isStatus = row.status == 0 || row.status == reply.status;
        const bool isCode = !row.code || code == row.code;
        if (!isStatus || !isCode || (row.says && !isSaid(messages, row.says)))
            continue;
        const bool mayBeMissing = row.status == 401 && !row.code && !row.says && asksForRepository(reply.url);
        Error error = make(row.kind, mayBeMissing ? kMissingOrPrivate : row.text, reply);
        error.access = row.access;
        if (error.message.contains("%1"_L1))
            error.message = error.message.arg(missingPermissions(messages));
        return error;
    }
    if (reply.status >= 500)
        return make(Kind::Server, QT_TRANSLATE_NOOP("hub", "The Hub has a fault of its own just now."), reply);
    return make(Kind::BadReply, QT_TRANSLATE_NOOP("hub", "The Hub does not take this request."), reply);
}
