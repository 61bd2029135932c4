// SPDX-License-Identifier: Apache-2.0
#include "accounts/devicesignin.h"
#include "accounts/tokencheck.h"
#include "localhub/rawclient.h"
#include "localhub/server.h"
#include "localhub/store/store.h"
#include "support/brokenserver.h"

#include <QElapsedTimer>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Asking a Hub whose a token is, and signing in by a browser, at a real Hub.
class TestSignIn : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    std::shared_ptr<localhub::Store> m_store;
    std::shared_ptr<localhub::Server> m_server;
    quint16 m_port = 0;
    QNetworkAccessManager m_network;

    void serve(const localhub::OAuthOptions &oauth)
    {
        m_server.reset();
        m_server = *localhub::Server::start(
            m_store,
            {.port = m_port,
             .users = {{"ada", "hf_ada", true, {"acme"}}},
             .tokens
             = {{.secret = "hf_ended", .user = "ada", .expiresAt = QDateTime::currentDateTimeUtc().addSecs(-1)}},
             .oauth = oauth});
        m_port = m_server->port();
    }

    /// What somebody does in a browser.
    void decide(const DeviceCode &code, const QByteArray &decision) const
    {
        const QByteArray form = "token=hf_ada&decision=" + decision + "&user_code=" + code.code.toLatin1();
        const Reply reply = RawClient(m_port).send("POST", "/oauth/device/confirm",
                                                   {"Content-Type: application/x-www-form-urlencoded"}, form);
        QCOMPARE(reply.status, 200);
    }

    static int kindOf(const Job &job) { return job.error() ? int(job.error()->kind) : -1; }

private Q_SLOTS:
    void initTestCase() { m_store = *localhub::Store::open(m_dir.path()); }
    void init()
    {
        m_port = 0;
        serve({.interval = 0ms});
    }

    void knowsWhoseATokenIs_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::addColumn<int>("kind");
        const int unauthorized = int(Error::Kind::Unauthorized);
        QTest::newRow("a token") << u"hf_ada"_s << -1;
        QTest::newRow("with blanks and a line's end around it") << u"  hf_ada \r\n"_s << -1;
        QTest::newRow("copied with the word before it") << u"Bearer hf_ada"_s << -1;
        QTest::newRow("of nobody") << u"hf_wrong"_s << unauthorized;
        QTest::newRow("one that has ended") << u"hf_ended"_s << unauthorized;
        QTest::newRow("without the Hub's first letters: another Hub may give such") << u"zyxzyx"_s << unauthorized;
    }

    void knowsWhoseATokenIs()
    {
        QFETCH(QString, pasted);
        QFETCH(int, kind);
        TokenCheck check(&m_network, QUrl(m_server->url()), TokenCheck::cleaned(pasted));
        QSignalSpy finished(&check, &Job::finished);
        check.start();
        QVERIFY(finished.isEmpty());
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(kindOf(check), kind);
        if (kind < 0) {
            QCOMPARE(check.identity().name, u"ada"_s);
            QCOMPARE(check.identity().organisations, QStringList{u"acme"_s});
            QCOMPARE(check.token(), "hf_ada");
        } else {
            QVERIFY(!check.error()->message.contains(pasted));
            QVERIFY(!check.error()->detail.contains(pasted));
        }
    }

    void sendsNoTokenThatIsNone_data()
    {
        QTest::addColumn<QString>("pasted");
        QTest::newRow("nothing") << u"  "_s;
        QTest::newRow("two words") << u"hf_one hf_two"_s;
        QTest::newRow("a header") << u"hf_x\r\nX-Evil: 1"_s;
        QTest::newRow("an umlaut") << u"hf_gr\u00fc\u00dfe"_s;
        QTest::newRow("an invisible letter") << u"hf_x\u200b"_s;
        QTest::newRow("without end") << u"hf_"_s + QString(9000, u'x');
        QTest::newRow("of an organisation") << u"api_org_madeup"_s;
    }

    void sendsNoTokenThatIsNone()
    {
        QFETCH(QString, pasted);
        BrokenServer hub;
        TokenCheck check(&m_network, hub.url(), TokenCheck::cleaned(pasted));
        QSignalSpy finished(&check, &Job::finished);
        check.start();
        QTRY_COMPARE(finished.size(), 1);
        QCOMPARE(kindOf(check), int(Error::Kind::Refused));
        QVERIFY(!check.error()->message.isEmpty());
        QVERIFY(hub.requests.isEmpty() && !hub.hasPendingConnections());
    }

    void objectsToAddresses_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::addColumn<QString>("why");
        QTest::newRow("the Hub's tokens have its letters")
            << u"https://huggingface.co"_s << u"The Hub's access tokens begin with \"hf_\"."_s;
        QTest::newRow("http abroad")
            << u"http://hub.test"_s << u"Anybody on the way could read the token: the address must begin with https."_s;
        QTest::newRow("no web at all")
            << u"ftp://127.0.0.1"_s << u"Anybody on the way could read the token: the address must begin with https."_s;
    }

    void objectsToAddresses()
    {
        QFETCH(QString, endpoint);
        TokenCheck check(&m_network, QUrl(endpoint), "made_up");
        QSignalSpy finished(&check, &Job::finished);
        check.start();
        QTRY_COMPARE(finished.size(), 1);
        QTEST(check.error()->message, "why");
    }

    void isSilentAfterItWasCancelled()
    {
        TokenCheck check(&m_network, QUrl(m_server->url()), "hf_ada");
        QSignalSpy finished(&check, &Job::finished);
        check.start();
        check.cancel();
        QCOMPARE(finished.size(), 1);
        QVERIFY(check.state() == Job::State::Cancelled);
        TokenCheck after(&m_network, QUrl(m_server->url()), "hf_ada");
        after.start();
        QTRY_VERIFY(after.state() == Job::State::Succeeded);
        QCOMPARE(finished.size(), 1);
    }

    void signsIn()
    {
        DeviceSignIn signIn(&m_network, QUrl(m_server->url()), u"app"_s);
        connect(&signIn, &DeviceSignIn::codeReceived, this, [&] { decide(signIn.code(), "approve"); });
        signIn.start();
        QTRY_VERIFY_WITH_TIMEOUT(signIn.state() == Job::State::Succeeded, 30'000);
        QVERIFY(signIn.secret().token.startsWith("hf_oauth_"));
        QVERIFY(!signIn.secret().refreshToken.isEmpty());
        QVERIFY(signIn.secret().expires > QDateTime::currentDateTimeUtc().addDays(29));
        QCOMPARE(signIn.code().page, QUrl(m_server->url() + u"/oauth/device"_s));
        TokenCheck check(&m_network, QUrl(m_server->url()), signIn.secret().token);
        check.start();
        QTRY_VERIFY(check.state() == Job::State::Succeeded);
        QCOMPARE(check.identity().name, u"ada"_s);
    }

    void endsWhenSomebodySaysNo()
    {
        DeviceSignIn signIn(&m_network, QUrl(m_server->url()), u"app"_s);
        connect(&signIn, &DeviceSignIn::codeReceived, this, [&] { decide(signIn.code(), "deny"); });
        signIn.start();
        QTRY_VERIFY_WITH_TIMEOUT(signIn.state() == Job::State::Failed, 30'000);
        QCOMPARE(kindOf(signIn), int(Error::Kind::Forbidden));
        QVERIFY(signIn.secret().token.isEmpty());
    }

    void endsWithTheCode()
    {
        serve({.interval = 0ms, .codeLifetime = 1000ms});
        DeviceSignIn signIn(&m_network, QUrl(m_server->url()), u"app"_s);
        signIn.start();
        QTRY_VERIFY_WITH_TIMEOUT(signIn.state() == Job::State::Failed, 30'000);
        QCOMPARE(kindOf(signIn), int(Error::Kind::Timeout));
    }

    void slowsDownWhenItIsTold()
    {
        BrokenServer hub;
        const auto answer = [](const char *status, const QByteArray &json) {
            return QByteArray("HTTP/1.1 ") + status + "\r\nContent-Length: " + QByteArray::number(json.size())
                + "\r\n\r\n" + json;
        };
        hub.answers = {answer("200 OK",
                              "{\"device_code\":\"d\",\"user_code\":\"AB-12\",\"interval\":1,\"expires_in\":60,"
                              "\"verification_uri\":\"https://hub.test/device\"}"),
                       answer("400 Bad Request", "{\"error\":\"authorization_pending\"}"),
                       answer("400 Bad Request", "{\"error\":\"slow_down\"}"),
                       answer("200 OK", "{\"access_token\":\"hf_oauth_made_up\"}")};
        DeviceSignIn signIn(&m_network, hub.url(), u"app"_s);
        QList<qint64> times;
        QElapsedTimer clock;
        clock.start();
        connect(&hub, &QTcpServer::newConnection, this, [&] { times << clock.elapsed(); });
        signIn.start();
        QTRY_VERIFY_WITH_TIMEOUT(signIn.state() == Job::State::Succeeded, 60'000);
        QCOMPARE(hub.requests.size(), 4);
        // Never sooner than agreed, but for what a coarse timer may; how much later is the machine's affair.
        QVERIFY(times[1] - times[0] >= 900);
        QVERIFY(times[3] - times[2] >= 5500);
        for (const QByteArray &request : std::as_const(hub.requests))
            QVERIFY(!request.toLower().contains("\r\nauthorization:"));
    }

    void goesOnWhileTheHubIsGone()
    {
        DeviceSignIn signIn(&m_network, QUrl(m_server->url()), u"app"_s);
        bool isBack = false;
        // Its codes are in its memory: this one knows no more of it than that it was asked.
        connect(&signIn, &DeviceSignIn::codeReceived, this, [&] {
            m_server.reset();
            QTimer::singleShot(2500, this, [&] {
                serve({.interval = 0ms});
                isBack = true;
            });
        });
        signIn.start();
        QTRY_VERIFY_WITH_TIMEOUT(isBack, 30'000);
        QVERIFY(signIn.state() == Job::State::Running);
        QTRY_VERIFY_WITH_TIMEOUT(signIn.state() == Job::State::Failed, 30'000);
        QCOMPARE(kindOf(signIn), int(Error::Kind::BadReply));
    }

    void asksNothingAfterItWasCancelled()
    {
        BrokenServer hub;
        const QByteArray json = "{\"device_code\":\"d\",\"user_code\":\"AB-12\",\"interval\":1,"
                                "\"verification_uri\":\"https://hub.test/device\"}";
        hub.answers = {"HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(json.size()) + "\r\n\r\n" + json};
        DeviceSignIn signIn(&m_network, hub.url(), u"app"_s);
        QSignalSpy finished(&signIn, &Job::finished);
        connect(&signIn, &DeviceSignIn::codeReceived, &signIn, &Job::cancel);
        signIn.start();
        QTRY_COMPARE(finished.size(), 1);
        QVERIFY(signIn.state() == Job::State::Cancelled);
        QTest::qWait(1500);
        QCOMPARE(hub.requests.size(), 1);
        QCOMPARE(finished.size(), 1);
    }

    void saysThatAHubHasNoSuchWay()
    {
        BrokenServer hub;
        hub.answers = {"HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n"};
        DeviceSignIn signIn(&m_network, hub.url(), u"app"_s);
        signIn.start();
        QTRY_VERIFY_WITH_TIMEOUT(signIn.state() == Job::State::Failed, 30'000);
        QCOMPARE(kindOf(signIn), int(Error::Kind::NotFound));
        QCOMPARE(hub.requests.size(), 1);
    }
};

QTEST_GUILESS_MAIN(TestSignIn)
#include "tst_signin.moc"
