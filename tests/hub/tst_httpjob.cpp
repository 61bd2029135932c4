// SPDX-License-Identifier: Apache-2.0
#include "hub/hubclient.h"
#include "hub/network.h"
#include "hub/repoinfo.h"
#include "hub/tree.h"
#include "support/brokenserver.h"
#include "support/memory.h"
#include "support/onetoken.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray redirectTo(const QByteArray &location)
{
    return "HTTP/1.1 302 Found\r\nLocation: " + location + "\r\nContent-Length: 0\r\n\r\n";
}

/// Single quotes in \a body become double ones: JSON without a backslash before each.
QByteArray ok(QByteArray body, const QByteArray &headers = {})
{
    body.replace('\'', '"');
    return "HTTP/1.1 200 OK\r\n" + headers + "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body;
}

const RepoId kModel{RepoType::Model, u"acme/m"_s};

}  // namespace

/// What no real Hub sends.
class TestHttpJob : public QObject
{
    Q_OBJECT

private:
    OneToken m_credentials;

    /// What a client of \a server hears of a repository.
    std::optional<Error> errorFrom(const BrokenServer &server)
    {
        const auto network = hub::makeNetwork({});
        HubClient client(network.get(), server.url(), {}, &m_credentials);
        std::optional<Result<RepoInfo>> got;
        client.send(hub::repoInfo(kModel, {}), this, [&got](const Result<RepoInfo> &info) { got = info; });
        if (!QTest::qWaitFor([&got] { return got.has_value(); }, 40'000) || *got)
            return {};
        return got->error();
    }

private Q_SLOTS:
    void saysWhatIsBroken_data()
    {
        QTest::addColumn<QByteArray>("answer");
        QTest::addColumn<Error::Kind>("kind");

        const QByteArray info = "{\"id\":";
        QTest::newRow("a body cut short")
            << "HTTP/1.1 200 OK\r\nContent-Length: 99\r\n\r\n" + info << Error::Kind::Offline;
        QTest::newRow("a chunk cut short")
            << QByteArray("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n40\r\n{") << Error::Kind::Offline;
        QTest::newRow("headers cut short") << QByteArray("HTTP/1.1 200 OK\r\nContent-Le") << Error::Kind::Offline;
        QTest::newRow("nothing") << QByteArray() << Error::Kind::Offline;
        QTest::newRow("a login page in the Hub's place")
            << ok("<html>Sign in to our Wi-Fi</html>") << Error::Kind::BadReply;
        QTest::newRow("a redirect to nowhere")
            << QByteArray("HTTP/1.1 302 Found\r\nContent-Length: 0\r\n\r\n") << Error::Kind::BadReply;
        QTest::newRow("a redirect to itself") << redirectTo("/api/models/acme/m") << Error::Kind::Refused;
        QTest::newRow("a redirect to a file") << redirectTo("file:///etc/passwd") << Error::Kind::Refused;
    }

    void saysWhatIsBroken()
    {
        QFETCH(QByteArray, answer);
        QFETCH(Error::Kind, kind);
        BrokenServer server;
        server.answers = {answer};
        const auto error = errorFrom(server);
        QVERIFY(error.has_value());
        QVERIFY2(error->kind == kind, qPrintable(error->message + u' ' + error->detail));
        QVERIFY(server.requests.size() <= 21);
    }

    void stopsReadingWhatNeverEnds()
    {
        BrokenServer server;
        server.answers = {"HTTP/1.1 200 OK\r\n\r\n"};
        server.neverEnds = true;
        const auto error = errorFrom(server);
        QVERIFY(error && error->kind == Error::Kind::BadReply);
    }

    void awaitsNoHeadThatNeverEnds()
    {
        BrokenServer server;
        server.answers = {"HTTP/1.1 200 OK\r\nX-Long: "};
        server.neverEnds = true;
        const qint64 used = memory::restart();
        const auto error = errorFrom(server);
        QVERIFY(error && error->kind == Error::Kind::Timeout);
        QCOMPARE(server.requests.size(), 1);
        QVERIFY2(memory::peak() - used < memory::kSanitizer + (250 << 20), qPrintable(QString::number(memory::peak())));
    }

    void takesTheTokenToNoOtherServer()
    {
        BrokenServer other;
        other.answers = {ok("{'id':'acme/m'}")};
        BrokenServer server;
        server.answers = {redirectTo("/here?x"), redirectTo(other.url().toEncoded() + "/there?Signature=x")};
        QVERIFY(!errorFrom(server));
        QCOMPARE(server.requests.size(), 2);
        QVERIFY(server.requests[0].contains("Authorization: Bearer hf_secret"));
        QVERIFY(server.requests[1].startsWith("GET /here?x "));
        QVERIFY(server.requests[1].contains("Authorization: Bearer hf_secret"));
        QCOMPARE(other.requests.size(), 1);
        QVERIFY(!other.requests[0].toLower().contains("authorization"));
        QVERIFY(!other.requests[0].contains("hf_secret"));
    }

    void keepsNoCookies()
    {
        BrokenServer server;
        server.answers = {"HTTP/1.1 302 Found\r\nSet-Cookie: spy=1\r\nLocation: /x\r\nContent-Length: 0\r\n\r\n",
                          ok("{'id':'acme/m'}")};
        QVERIFY(!errorFrom(server));
        QVERIFY(!server.requests.value(1).toLower().contains("cookie"));
        QVERIFY(server.requests[1].contains("User-Agent: hubdeck/"));
    }

    void refusesANextPageOfAnotherServer()
    {
        BrokenServer other;
        other.answers = {ok("[]")};
        BrokenServer server;
        const QByteArray link = "Link: <" + other.url().toEncoded() + "/api/p2>; rel=\"next\"\r\n";
        server.answers = {ok("[{'type':'directory','path':'a'}]", link)};
        const auto network = hub::makeNetwork({});
        HubClient client(network.get(), server.url(), {}, &m_credentials);
        QList<bool> pages;
        std::optional<Error> error;
        Job *job = client.stream(hub::tree(kModel, {}, {}, false), this, [&](const Result<Page<TreeEntry>> &page) {
            pages << bool(page);
            if (!page)
                error = page.error();
            return true;
        });
        QSignalSpy finished(job, &Job::finished);
        QVERIFY(finished.wait());
        QCOMPARE(pages, (QList<bool>{true, false}));
        QVERIFY(error && error->kind == Error::Kind::Refused);
        QVERIFY(other.requests.isEmpty());
    }

    void takesAllPages()
    {
        BrokenServer server;
        server.answers = {ok("[{'type':'directory','path':'a'}]", "Link: </p%2F2?c=1>; rel=\"next\"\r\n"),
                          ok("[{'type':'directory','path':'b'}]")};
        const auto network = hub::makeNetwork({});
        HubClient client(network.get(), server.url(), {}, &m_credentials, HubClient::Purpose::Download);
        QStringList paths;
        Job *job = client.stream(hub::tree(kModel, {}, {}, false), this, [&](const Result<Page<TreeEntry>> &page) {
            paths << (page ? page->items.value(0).file.path : page.error().message);
            return true;
        });
        QSignalSpy finished(job, &Job::finished);
        QVERIFY(finished.wait());
        QCOMPARE(paths, (QStringList{u"a"_s, u"b"_s}));
        QVERIFY(server.requests[1].startsWith("GET /p%2F2?c=1 "));
        QVERIFY(server.requests[1].contains("Bearer hf_secret"));
        QVERIFY(server.requests[1].contains("X-HF-Download-Counter: 1"));
    }

    void endsTheStreamWhenItIsToldTo()
    {
        BrokenServer server;
        server.answers = {ok("[]", "Link: </again>; rel=\"next\"\r\n")};
        const auto network = hub::makeNetwork({});
        HubClient client(network.get(), server.url(), {}, &m_credentials);
        int pages = 0;
        Job *job = client.stream(hub::tree(kModel, {}, {}, false), this,
                                 [&pages](const Result<Page<TreeEntry>> &) { return ++pages < 3; });
        QSignalSpy finished(job, &Job::finished);
        QVERIFY(finished.wait());
        QCOMPARE(pages, 3);
        QCOMPARE(server.requests.size(), 3);
    }

    void cancelsAStreamBetweenItsPages()
    {
        BrokenServer server;
        server.answers = {ok("[]", "Link: </again>; rel=\"next\"\r\n")};
        const auto network = hub::makeNetwork({});
        HubClient client(network.get(), server.url(), {}, &m_credentials);
        QList<Error::Kind> errors;
        int pages = 0;
        Job *job = nullptr;
        job = client.stream(hub::tree(kModel, {}, {}, false), this, [&](const Result<Page<TreeEntry>> &page) {
            if (!page)
                errors << page.error().kind;
            else if (++pages == 2)
                QTimer::singleShot(0, job, [job] { job->cancel(); });
            return true;
        });
        QSignalSpy finished(job, &Job::finished);
        QVERIFY(finished.wait());
        QVERIFY(errors == QList<Error::Kind>{Error::Kind::Cancelled});
        QCOMPARE(finished.count(), 1);
    }

    void answersNobodyWhoIsGone()
    {
        BrokenServer server;
        server.answers = {ok("{'id':'acme/m'}")};
        const auto network = hub::makeNetwork({});
        HubClient client(network.get(), server.url(), {}, &m_credentials);
        bool answered = false;
        auto context = std::make_unique<QObject>();
        client.send(hub::repoInfo(kModel, {}), context.get(), [&answered](const auto &) { answered = true; });
        context.reset();
        QTest::qWait(100);
        QVERIFY(!answered);
    }

    void bearsThatItsContextDiesWhileItAnswers()
    {
        BrokenServer server;
        server.answers = {ok("[]", "Link: </again>; rel=\"next\"\r\n")};
        const auto network = hub::makeNetwork({});
        HubClient client(network.get(), server.url(), {}, &m_credentials);
        auto context = std::make_unique<QObject>();
        client.stream(hub::tree(kModel, {}, {}, false), context.get(), [&context](const Result<Page<TreeEntry>> &) {
            context.reset();
            return true;
        });
        QTRY_VERIFY(!context);
        QTest::qWait(100);
        QCOMPARE(server.requests.size(), 1);
    }

    void refusesAnAddressThatClimbs()
    {
        BrokenServer server;
        const auto network = hub::makeNetwork({});
        HubClient client(network.get(), server.url(), {}, &m_credentials);
        std::optional<Error> error;
        client.send(hub::tree(kModel, u"main"_s, u"a/../../b"_s, false), this,
                    [&error](const Result<Page<TreeEntry>> &page) { error = page.error(); });
        QVERIFY(!error);  // Never before send() came back.
        QTRY_VERIFY(error);
        QVERIFY(error->kind == Error::Kind::Refused);
        QVERIFY(server.requests.isEmpty());
    }

    void goesStraightWhereNoProxyIsMeant_data()
    {
        QTest::addColumn<bool>("isForBulk");
        QTest::newRow("many small answers") << false;
        QTest::newRow("few large answers") << true;
    }

    void goesStraightWhereNoProxyIsMeant()
    {
        QFETCH(bool, isForBulk);
        const auto forget = qScopeGuard([] { qunsetenv("http_proxy"); });
        BrokenServer proxy;
        qputenv("http_proxy", proxy.url().toEncoded());
        const auto network = hub::makeNetwork({.isForBulk = isForBulk});
        BrokenServer server;
        server.answers = {ok("{'id': 'acme/m', 'sha': ''}")};
        HubClient client(network.get(), server.url(), {}, &m_credentials);  // On this computer: no proxy.
        bool answered = false;
        client.send(hub::repoInfo(kModel, {}), this, [&](const Result<RepoInfo> &) { answered = true; });
        QTRY_VERIFY(answered);
        QCOMPARE(server.requests.size(), 1);
        QVERIFY(proxy.requests.isEmpty());
    }

    void sendsNoTokenInTheOpen()
    {
        const auto network = hub::makeNetwork({});
        const auto hasToken = [&](const QString &endpoint) {
            const HubClient client(network.get(), QUrl(endpoint), {}, &m_credentials);
            return client.request({u"api"_s}).hasRawHeader("Authorization");
        };
        QVERIFY(hasToken(u"https://hub.test"_s));
        QVERIFY(hasToken(u"http://127.0.0.1:8080"_s));
        QVERIFY(!hasToken(u"http://hub.test"_s));
    }
};

QTEST_GUILESS_MAIN(TestHttpJob)
#include "tst_httpjob.moc"
