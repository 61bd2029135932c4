// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/tokenstore.h"
#include "engine/engine.h"
#include "engine/reposession.h"
#include "support/contents.h"
#include "support/madecertificate.h"
#include "support/recordingserver.h"
#include "support/rowwatch.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using State = TransferRow::State;

namespace tokenpaths {

/// What somebody answers to the addresses that begin like \a address. In both, "%third" and the like stand for servers,
/// "%token" for the token.
struct Rule {
    enum Who { Hub, Third, SecureThird };
    Who who;
    QByteArray address;
    QByteArray answer;
};
using Rules = QList<Rule>;
/// Who is asked beside the Hub.
enum class Asked { Nobody, Third, SecureThird, HubByAnotherName };

inline const RepoId kRepo{RepoType::Model, u"o/m"_s};
inline const QByteArray kToken = "hf_made.Up/by+this=test";
inline const QByteArray kCommit(40, '1');
inline const QByteArray kBytes = "0123456789";
inline const QByteArray kInfo = "/api/models/o/m/revision/";
inline const QByteArray kTree = "/api/models/o/m/tree/";
inline const QByteArray kFile = "/o/m/resolve/";

inline QByteArray answer(const QByteArray &body, const QByteArray &headers = {})
{
    return RecordingServer::answer(body, headers);
}

inline QByteArray sentTo(const QByteArray &address, const QByteArray &status = "302 Found")
{
    return RecordingServer::answer({}, "Location: " + address + "\r\n", status);
}

inline QByteArray infoWith(QJsonObject more = {})
{
    more[u"id"_s] = u"o/m"_s;
    more[u"sha"_s] = QString::fromLatin1(kCommit);
    return answer(QJsonDocument(more).toJson());
}

inline QByteArray listWith(const QJsonObject &more = {}, const QByteArray &headers = {})
{
    QJsonObject entry{{u"type"_s, u"file"_s}, {u"path"_s, u"a.bin"_s}, {u"size"_s, kBytes.size()}};
    entry[u"oid"_s] = contents::smallFile({}, kBytes).blobId;
    for (auto it = more.begin(); it != more.end(); ++it)
        entry[it.key()] = *it;
    return answer(QJsonDocument(QJsonArray{entry}).toJson(), headers);
}

inline QByteArray fileWith(const QByteArray &headers = {})
{
    const QByteArray etag = "ETag: \"" + contents::smallFile({}, kBytes).blobId.toLatin1() + "\"\r\n";
    return answer(kBytes, etag + "X-Repo-Commit: " + kCommit + "\r\n" + headers);
}

/// How somebody might write \a secret: as it is, for an address, or packed up with other bytes around it.
inline QByteArrayList writingsOf(const QByteArray &secret)
{
    QByteArrayList writings{secret,
                            secret.toPercentEncoding(),
                            secret.toPercentEncoding("/"),
                            secret.toPercentEncoding("+"),
                            secret.toPercentEncoding("/+="),
                            secret.toHex()};
    for (qsizetype before = 0; before < 3; ++before) {
        for (const auto alphabet : {QByteArray::Base64Encoding, QByteArray::Base64UrlEncoding}) {
            const QByteArray packed
                = (QByteArray(before, ' ') + secret).toBase64(alphabet | QByteArray::OmitTrailingEquals);
            writings << packed.sliced(4, packed.size() - 8);  // The first and the last depend on what stands beside it.
        }
    }
    return writings;
}

inline bool holdsToken(const QByteArray &bytes)
{
    static const QByteArrayList writings = writingsOf(kToken);
    return std::ranges::any_of(
        writings, [lower = bytes.toLower()](const QByteArray &written) { return lower.contains(written.toLower()); });
}

/// A Hub that answers what a test says, over http or https, two more servers that it may name, and who of them learnt
/// the token of m_tokens.
class TokenPathsRig
{
protected:
    QTemporaryDir m_dir;
    MadeCertificate m_certificate;
    std::unique_ptr<RecordingServer> m_plainHub;
    std::unique_ptr<RecordingServer> m_secureHub;
    std::unique_ptr<RecordingServer> m_third;
    std::unique_ptr<RecordingServer> m_secureThird;
    RecordingServer *m_hub = nullptr;  // One of both.
    std::shared_ptr<TokenStore> m_tokens;
    int m_caches = 0;

    QByteArray filled(QByteArray text) const
    {
        return text.replace("%third", m_third->authority())
            .replace("%secure", m_secureThird->authority())
            .replace("%hub", m_hub->authority())
            .replace("%otherName", "localhost:" + m_hub->port())
            .replace("%port", m_third->port())
            .replace("%token", kToken)
            .replace("%escaped", kToken.toPercentEncoding());
    }

    void begin(bool isSecure)
    {
        m_hub = isSecure ? m_secureHub.get() : m_plainHub.get();
        m_tokens = std::make_shared<TokenStore>();
        m_tokens->put(m_hub->url(), u"ada"_s, kToken);
        m_tokens->choose(m_hub->url(), u"ada"_s);
        for (RecordingServer *server : {m_hub, m_third.get(), m_secureThird.get()}) {
            server->forget();
            server->answers = {{"/api/models/o/m/refs", answer("{\"branches\":[],\"tags\":[]}")},
                               {kInfo, infoWith()},
                               {kTree, listWith()},
                               {kFile, fileWith()},
                               {"/cdn/", fileWith()}};
        }
    }

    void setRules(const Rules &rules)
    {
        RecordingServer *servers[] = {m_hub, m_third.get(), m_secureThird.get()};
        for (const Rule &rule : rules) {
            QByteArray given = filled(rule.answer);
            const qsizetype head = given.indexOf("\r\n\r\n") + 4;  // Names are filled in: the length is another one.
            given.replace(given.indexOf("Content-Length"), head - given.indexOf("Content-Length"),
                          "Content-Length: " + QByteArray::number(given.size() - head) + "\r\n\r\n");
            servers[rule.who]->answers[rule.address] = given;
        }
    }

    /// Opens the repository as its page does, and downloads it; answers how that ended.
    TransferRow browseAndDownload(EngineOptions options, const HubId &hub = {})
    {
        options.cacheRoot = m_dir.filePath(u"cache%1"_s.arg(++m_caches));
        options.caFile = m_certificate.pem;
        if (!options.credentials)
            options.credentials = m_tokens;
        Engine engine(options);
        RepoSession session(&engine, hub, kRepo, {});
        bool isOver = false;
        QObject::connect(&session, &RepoSession::listed, &session, [&] { isOver = true; });
        QObject::connect(&session, &RepoSession::failed, &session, [&] { isOver = true; });
        session.open();
        if (!QTest::qWaitFor([&] { return isOver; }, 60'000))
            qWarning("The page never came.");
        RowWatch watch;
        QObject::connect(&engine, &Engine::rowsChanged, &engine,
                         [&](const QList<TransferRow> &rows) { watch.take(rows); });
        const quint64 id = engine.download({.repo = kRepo, .hub = hub});
        // Its first try is enough: later ones ask the same.
        const auto hasError = [](const TransferRow &row) { return row.error.has_value(); };
        if (!QTest::qWaitFor([&] { return watch.isOver(id) || std::ranges::any_of(watch.rows, hasError); }, 60'000))
            qWarning("The download never ended.");
        return watch.of(id);
    }

    /// Who was told the token and should not have been, or how; empty: nobody.
    QByteArray whoLearntIt() const
    {
        for (const RecordingServer *server : {m_hub, m_third.get(), m_secureThird.get()}) {
            for (const QByteArray &request : server->requests) {
                const bool isHub = server == m_hub && request.contains("\r\nHost: " + m_hub->authority() + "\r\n");
                // After a third server had its say nobody proves who he is any more.
                const bool mayHaveIt = isHub && !request.startsWith("GET /cdn/");
                QByteArray rest = request;
                if (const qsizetype at = rest.indexOf("Authorization: Bearer " + kToken + "\r\n"); mayHaveIt && at > 0)
                    rest.remove(at, QByteArray("Authorization: Bearer " + kToken).size());
                if (holdsToken(rest) || rest.toLower().contains("authorization:") || rest.toLower().contains("referer:")
                    || rest.toLower().contains("cookie:"))
                    return server->url().toEncoded() + ": " + request;
            }
        }
        return {};
    }

    qsizetype timesTheHubGotIt() const
    {
        return std::ranges::count_if(m_hub->requests, [](const QByteArray &request) {
            return request.contains("\r\nAuthorization: Bearer " + kToken + "\r\n");
        });
    }

    bool isAsked(Asked who) const
    {
        const auto isByAnotherName
            = [this](const QByteArray &request) { return request.contains("\r\nHost: localhost:" + m_hub->port()); };
        if (who == Asked::HubByAnotherName)
            return std::ranges::any_of(m_hub->requests, isByAnotherName);
        return who != Asked::Nobody && !(who == Asked::Third ? m_third : m_secureThird)->requests.isEmpty();
    }

    void startServers()
    {
        for (const char *name : {"http_proxy", "https_proxy", "all_proxy", "no_proxy"}) {
            qunsetenv(name);
            qunsetenv(QByteArray(name).toUpper().constData());
        }
        m_certificate = MadeCertificate::make(m_dir.filePath(u"all"_s), u"IP:127.0.0.1,DNS:localhost"_s);
        m_plainHub = std::make_unique<RecordingServer>();
        m_secureHub = std::make_unique<RecordingServer>(m_certificate.forServer());
        m_third = std::make_unique<RecordingServer>();
        m_secureThird = std::make_unique<RecordingServer>(m_certificate.forServer());
    }
};

}  // namespace tokenpaths
