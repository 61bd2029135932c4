// SPDX-License-Identifier: Apache-2.0
#include "localhub/faultfixture.h"

#include <QProcess>

#include <csignal>

using End = WireClient::End;

namespace {

constexpr int kAtOnce = 15'000;  // In milliseconds, on a busy machine: whoever waits for a stall waits for ever.

}  // namespace

/// Connections that stall, break or crawl, and that many of them do not keep anybody from anything.
class TestFaultyConnections : public QObject, private FaultFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { findTargets(); }
    void cleanup() { m_faults.clear(); }

    void breaks_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<bool>("hasHead");
        QTest::addColumn<int>("size");
        QTest::addColumn<End>("end");

        const QByteArray none;
        QTest::newRow("silence, not even a head") << js("{'stallAfter':-1}") << none << false << 0 << End::Open;
        QTest::newRow("silence after the head") << js("{'stallAfter':0}") << none << true << 0 << End::Open;
        QTest::newRow("silence after a few bytes") << js("{'stallAfter':1000}") << none << true << 1000 << End::Open;
        QTest::newRow("silence after many bytes") << js("{'stallAfter':999999}") << none << true << 999999 << End::Open;
        QTest::newRow("a body that is not as long arrives whole")
            << js("{'stallAfter':1000000}") << none << true << 1000000 << End::Open;
        QTest::newRow("silence after a few bytes of a range")
            << js("{'stallAfter':5}") << "Range: bytes=10-19\r\n"_ba << true << 5 << End::Open;
        QTest::newRow("a reset, not even a head") << js("{'cutAfter':-1}") << none << false << 0 << End::Reset;
        QTest::newRow("a reset after the head") << js("{'cutAfter':0}") << none << true << 0 << End::Reset;
        QTest::newRow("a reset after a few bytes") << js("{'cutAfter':1000}") << none << true << 1000 << End::Reset;
        QTest::newRow("a reset after many bytes") << js("{'cutAfter':999999}") << none << true << 999999 << End::Reset;
        QTest::newRow("a reset before the silence")
            << js("{'cutAfter':10,'stallAfter':20}") << none << true << 10 << End::Reset;
        QTest::newRow("a reset in the middle of chunks")
            << js("{'cutAfter':0,'dropHeaders':['Content-Length']}") << none << true << 0 << End::Reset;
        QTest::newRow("a reset of an answer that is not the true one")
            << js("{'cutAfter':3,'status':500,'body':'sorry'}") << none << true << 3 << End::Reset;
    }

    void breaks()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, headers);
        setRules('[' + rule + ']');
        QFETCH(bool, hasHead);
        QFETCH(int, size);
        const Seen answer = seenAt("cdn", headers, "GET", hasHead ? size : -1);
        QCOMPARE(!answer.head.isEmpty(), hasHead);
        QCOMPARE(answer.body.size(), size);
        QTEST(answer.end, "end");
        if (!rule.contains("status"))
            QCOMPARE(answer.body, headers.isEmpty() ? kLarge.first(answer.body.size()) : "01234"_ba);
    }

    void takesItsTime_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("least");

        QTest::newRow("a late answer") << js("{'latencyMs':400}") << smallTarget() << 400;
        QTest::newRow("a slow body") << js("{'bytesPerSecond':2000000}") << "cdn"_ba << 490;
        QTest::newRow("a few bytes, each on its own") << js("{'bytesPerSecond':6}") << smallTarget() << 490;
        QTest::newRow("late and slow") << js("{'latencyMs':200,'bytesPerSecond':4000000}") << "cdn"_ba << 440;
    }

    void takesItsTime()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, target);
        QFETCH(int, least);
        setRules('[' + rule + ']');
        const Seen answer = seenAt(target);
        QCOMPARE(answer.body, target == "cdn" ? kLarge : "abc"_ba);
        QVERIFY2(answer.milliseconds >= least, qPrintable(QString::number(answer.milliseconds)));
        QVERIFY2(answer.milliseconds < least + 5000, qPrintable(QString::number(answer.milliseconds)));
    }

    void aConnectionGoesOn()
    {
        setRules(js("[{'method':'POST','status':500},{'setHeaders':{'X':'y'}}]"));
        WireClient client(m_server->port());
        const QByteArray body = "GET / HTTP/1.1\r\n\r\n";
        for (int i = 0; i < 5; ++i) {
            client.ask("/api/models",
                       "Content-Length: " + QByteArray::number(body.size()) + "\r\n\r\n" + body.chopped(2), "POST");
            QVERIFY(client.receiveUntil("\r\n\r\n", 5000).startsWith("HTTP/1.1 500 "));
            client.ask("/");
            QVERIFY(client.receiveUntil("\r\n\r\nThis is a hub of localhub.\n", 5000).startsWith("HTTP/1.1 200 "));
        }
    }

    void manyAtOnce_data()
    {
        QTest::addColumn<QByteArray>("rule");

        QTest::newRow("stalled before the head") << js("{'server':'hub','stallAfter':-1}");
        QTest::newRow("stalled in the body") << js("{'server':'hub','stallAfter':1}");
        QTest::newRow("crawling") << js("{'server':'hub','bytesPerSecond':1}");
        QTest::newRow("late") << js("{'server':'hub','latencyMs':3600000}");
    }

    void manyAtOnce()
    {
        QFETCH(QByteArray, rule);
        m_faults.clearLog();
        setRules('[' + rule + ']');
        std::vector<std::unique_ptr<WireClient>> clients = stuckClients(m_server->port(), 64);
        QTRY_COMPARE(m_faults.log().size(), 64);
        // Nobody else is held up, and what goes wrong can be changed.
        m_faults.clear();
        QCOMPARE(get("/api/models/ada/engine").status, 200);
        setRules(js("[{'status':503}]"));
        QCOMPARE(get("/api/models/ada/engine").status, 503);
        QCOMPARE(openRequests(), 64);
        for (int i = 0; i < 32; ++i)
            clients.pop_back();
        QTRY_COMPARE_WITH_TIMEOUT(openRequests(), 32, kAtOnce);  // Whoever goes is not waited for.

        QElapsedTimer timer;
        timer.start();
        m_server.reset();
        QVERIFY2(timer.elapsed() < kAtOnce, qPrintable(QString::number(timer.elapsed())));
        for (const auto &client : clients) {
            client->receive(1000);
            QVERIFY(client->end() != End::Open);
        }
        startAgain();
    }

    void aProgramThatIsToldToEnd()
    {
#if defined(__has_feature)
#if __has_feature(thread_sanitizer)
        QSKIP("ThreadSanitizer cannot start a program from a process of many threads.");
#endif
#endif
        QProcess hub;
        hub.setStandardErrorFile(QProcess::nullDevice());
        QTemporaryDir data;
        hub.start(QStringLiteral(LOCALHUB), {u"--data"_s, data.path(), u"--faults"_s});
        QVERIFY(hub.waitForReadyRead(20000));
        const QUrl url = QUrl(QString::fromLatin1(hub.readLine().mid(8).trimmed()));
        Faults(url).set({QJsonObject{{u"stallAfter"_s, 5}}});
        const auto clients = stuckClients(quint16(url.port()), 64);
        QTRY_COMPARE(Faults(url).log().size(), 64);
        QElapsedTimer timer;
        timer.start();
        ::kill(pid_t(hub.processId()), SIGTERM);
        QVERIFY(hub.waitForFinished(20000));
        QVERIFY2(timer.elapsed() < kAtOnce, qPrintable(QString::number(timer.elapsed())));
        QCOMPARE(hub.exitStatus(), QProcess::NormalExit);
        QCOMPARE(hub.exitCode(), 0);
    }

private:
    static std::vector<std::unique_ptr<WireClient>> stuckClients(quint16 port, int count)
    {
        std::vector<std::unique_ptr<WireClient>> clients;
        for (int i = 0; i < count; ++i) {
            clients.push_back(std::make_unique<WireClient>(port));
            clients.back()->ask("/");
        }
        return clients;
    }
    int openRequests() const
    {
        const auto log = m_faults.log();
        return int(std::ranges::count_if(log, [](const QJsonObject &line) { return !line["done"_L1].toBool(); }));
    }
    void startAgain()
    {
        const auto store = Store::open(m_dir.path());
        QVERIFY(store);
        m_server = *Server::start(*store, {.faults = true});
        m_faults = Faults(QUrl(m_server->url()));
        findTargets();
    }
};

QTEST_GUILESS_MAIN(TestFaultyConnections)
#include "tst_faultyconnections.moc"
