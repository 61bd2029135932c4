// SPDX-License-Identifier: Apache-2.0
#include "accounts/tokenrefresh.h"
#include "accountsrig.h"
#include "localhub/rawclient.h"
#include "localhub/server.h"
#include "localhub/store/store.h"
#include "support/brokenserver.h"

#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// Tokens of browser sign-ins are replaced in time, beside a real Hub and a real keychain, as keyring-session.sh starts
/// it, unlocked.
class TestTokenRefresh : public QObject
{
    Q_OBJECT

private:
    const TokenRefresh::Pauses m_short{.least = 1h, .failure = 50ms, .locked = 50ms, .second = 50ms};
    std::unique_ptr<QTemporaryDir> m_folder;
    std::shared_ptr<localhub::Server> m_server;
    QNetworkAccessManager m_network;

    QUrl url() const { return QUrl(m_server->url()); }
    AccountsRig start() const { return AccountsRig(m_folder->filePath(u"settings.ini"_s), url()); }
    static Account adaAt(const AccountsRig &rig) { return AccountsRig::accountAt(rig.endpoint, u"ada"_s); }
    RawClient client() const { return RawClient(m_server->port()); }

    QJsonDocument post(const QByteArray &target, const QByteArray &form) const
    {
        return client().send("POST", target, {"Content-Type: application/x-www-form-urlencoded"}, form).json();
    }

    /// What somebody got who signed in with a browser, as if it were about to end.
    Secret granted() const
    {
        const QJsonDocument codes = post("/oauth/device", "client_id=app");
        post("/oauth/device/confirm",
             "token=hf_ada&decision=approve&user_code=" + codes["user_code"_L1].toString().toLatin1());
        const QJsonDocument tokens
            = post("/oauth/token",
                   "grant_type=urn:ietf:params:oauth:grant-type:device_code&client_id=app&device_code="
                       + codes["device_code"_L1].toString().toLatin1());
        return {tokens["access_token"_L1].toString().toLatin1(), tokens["refresh_token"_L1].toString().toLatin1(),
                QDateTime::currentDateTimeUtc()};
    }

    QJsonDocument refreshed(const Secret &secret) const
    {
        return post("/oauth/token", "grant_type=refresh_token&client_id=app&refresh_token=" + secret.refreshToken);
    }

    int whoAmI(const QByteArray &token) const
    {
        return client().get("/api/whoami-v2", {"Authorization: Bearer " + token}).status;
    }

    std::unique_ptr<TokenRefresh> refreshOf(AccountsRig &rig, const QString &clientId = u"app"_s)
    {
        auto refresh = std::make_unique<TokenRefresh>(&rig.accounts, &m_network, rig.endpoint, clientId);
        refresh->setPauses(m_short);
        return refresh;
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(qEnvironmentVariable("HUBDECK_KEYRING") == u"unlocked"_s, "to be run by keyring-session.sh");
    }

    void init()
    {
        m_network.clearConnectionCache();  // The Hub before waits for them to end.
        m_folder = std::make_unique<QTemporaryDir>();
        const auto store = localhub::Store::open(m_folder->filePath(u"hub"_s));
        QVERIFY(bool(store));
        m_server = *localhub::Server::start(*store, {.users = {{"ada", "hf_ada"}}, .oauth = {.interval = 0ms}});
    }

    void replacesATokenThatEnds()
    {
        const Secret old = granted();
        auto rig = start();
        const auto refresh = refreshOf(rig);
        QSignalSpy ended(refresh.get(), &TokenRefresh::ended);
        rig.signIn(u"ada"_s, old);
        QTRY_COMPARE(ended.size(), 1);
        QVERIFY(!refresh->isBusy());
        QVERIFY(!rig.token().isEmpty());
        QVERIFY(rig.token() != old.token);
        QCOMPARE(whoAmI(rig.token()), 200);
        const Secret secret = *rig.accounts.secret(adaAt(rig));
        QVERIFY(secret.refreshToken != old.refreshToken);
        QVERIFY(secret.expires > QDateTime::currentDateTimeUtc().addDays(29));
        QCOMPARE(rig.trouble(), QString());

        rig.settle();
        auto next = start();
        next.load();
        QCOMPARE(next.token(), secret.token);
        QCOMPARE(next.accounts.secret(adaAt(next))->refreshToken, secret.refreshToken);
    }

    void asksForNobodyElse_data()
    {
        QTest::addColumn<QByteArray>("refreshToken");
        QTest::addColumn<int>("secondsLeft");  // Below nothing: it does not say when it ends.
        QTest::addColumn<QString>("clientId");
        QTest::newRow("a token that somebody pasted") << QByteArray() << 0 << u"app"_s;
        QTest::newRow("one that does not end") << QByteArray("r_1") << -1 << u"app"_s;
        QTest::newRow("one that ends in a week") << QByteArray("r_1") << 7 * 24 * 3600 << u"app"_s;
        QTest::newRow("one that was got an hour before its end") << QByteArray("r_1") << 3600 << u"app"_s;
        QTest::newRow("a program that is not registered") << QByteArray("r_1") << 0 << QString();
    }

    void asksForNobodyElse()
    {
        QFETCH(QByteArray, refreshToken);
        QFETCH(int, secondsLeft);
        QFETCH(QString, clientId);
        auto rig = start();
        const auto refresh = refreshOf(rig, clientId);
        Secret secret{"hf_made_up", refreshToken};
        if (secondsLeft >= 0)
            secret.expires = QDateTime::currentDateTimeUtc().addSecs(secondsLeft);
        rig.signIn(u"ada"_s, secret);
        QVERIFY(!refresh->isBusy());
        QCOMPARE(rig.token(), "hf_made_up");
    }

    void takesWhatAnotherProgramGot()
    {
        Secret theirs = granted();
        theirs.expires = QDateTime::currentDateTimeUtc().addDays(30);
        Secret ours = granted();
        auto rig = start();
        rig.signIn(u"ada"_s, ours);
        start().signIn(u"ada"_s, theirs);
        const auto refresh = refreshOf(rig);
        QVERIFY(refresh->isBusy());
        QTRY_VERIFY(!refresh->isBusy());
        QCOMPARE(rig.token(), theirs.token);
        QCOMPARE(refreshed(ours)["error"_L1].toString(), QString());  // Nobody used it.
    }

    void takesWhatAnotherProgramGotJustBefore()
    {
        const Secret ours = granted();
        QVERIFY(!refreshed(ours)["access_token"_L1].toString().isEmpty());  // By the other one, which now writes it.
        auto rig = start();
        rig.signIn(u"ada"_s, ours);
        Secret theirs = granted();
        theirs.expires = QDateTime::currentDateTimeUtc().addDays(30);
        const auto refresh = refreshOf(rig);
        TokenRefresh::Pauses pauses = m_short;
        pauses.second = 3s;
        refresh->setPauses(pauses);
        QTest::qWait(500);
        start().signIn(u"ada"_s, theirs);
        QTRY_VERIFY_WITH_TIMEOUT(!refresh->isBusy(), 30'000);
        QCOMPARE(rig.token(), theirs.token);
        QCOMPARE(rig.trouble(), QString());
    }

    void saysWhenTheSignInIsOver()
    {
        Secret old = granted();
        old.refreshToken = "r_of_nobody";
        auto rig = start();
        const auto refresh = refreshOf(rig);
        QSignalSpy ended(refresh.get(), &TokenRefresh::ended);
        rig.signIn(u"ada"_s, old);
        QTRY_COMPARE(ended.size(), 1);
        QCOMPARE(rig.trouble(), u"The browser sign-in of ada has come to its end. Sign in again."_s);
        QCOMPARE(int(rig.accounts.trouble(rig.endpoint)->kind), int(Error::Kind::Unauthorized));
        QCOMPARE(rig.token(), old.token);  // As long as it counts.
        QCOMPARE(rig.chosen(), u"ada"_s);
        Q_EMIT rig.accounts.changed();
        QVERIFY(!refresh->isBusy());  // It is not asked for again and again.

        rig.signIn(u"ada"_s, {"hf_made_up_again", "r_2", QDateTime::currentDateTimeUtc().addDays(30)});
        QCOMPARE(rig.trouble(), QString());
    }

    void goesOnUntilTheHubIsBack()
    {
        const Secret old = granted();
        BrokenServer hub;
        const auto answer = [](const char *status, const QByteArray &body) {
            return QByteArray("HTTP/1.1 ") + status + "\r\nContent-Length: " + QByteArray::number(body.size())
                + "\r\n\r\n" + body;
        };
        hub.answers = {answer("400 Bad Request", "{\"error\":\"invalid_client\"}"), answer("200 OK", "what"),
                       answer("200 OK", "{\"access_token\":\"hf_oauth_made_up_new\",\"expires_in\":2592000}")};
        AccountsRig rig(m_folder->filePath(u"settings.ini"_s), hub.url());
        const auto refresh = refreshOf(rig);
        rig.signIn(u"ada"_s, old);
        QTRY_COMPARE_WITH_TIMEOUT(rig.token(), "hf_oauth_made_up_new", 60'000);
        QCOMPARE(rig.trouble(), QString());
        QCOMPARE(rig.accounts.secret(adaAt(rig))->refreshToken, old.refreshToken);  // None came.
        QVERIFY(hub.requests.size() >= 3);
        for (const QByteArray &request : std::as_const(hub.requests)) {
            QVERIFY(request.startsWith("POST /oauth/token HTTP/1.1\r\n"));
            QVERIFY(!request.toLower().contains("authorization"));
            QVERIFY(!request.contains(old.token));
        }
    }

    void doesNotSignInWhoSignedOutMeanwhile()
    {
        const Secret old = granted();
        auto rig = start();
        const auto refresh = refreshOf(rig);
        rig.accounts.signIn(adaAt(rig), old, Accounts::Keep::InKeychain, this, [](const KeychainAnswer &) {});
        QTRY_VERIFY(refresh->isBusy());
        rig.signOut(u"ada"_s);
        QTRY_VERIFY(!refresh->isBusy());
        rig.settle();
        QCOMPARE(rig.token(), QByteArray());
        QCOMPARE(rig.chosen(), QString());
        auto next = start();
        next.load();
        QCOMPARE(next.token(), QByteArray());
    }

    void doesNotWriteWhatIsOfThisRunAlone()
    {
        const Secret old = granted();
        auto rig = start();
        const auto refresh = refreshOf(rig);
        rig.signIn(u"ada"_s, old, Accounts::Keep::ThisRun);
        QTRY_VERIFY(!rig.token().isEmpty() && rig.token() != old.token);
        rig.settle();
        QVERIFY(start().accounts.at(rig.endpoint).isEmpty());
        QCOMPARE(int(rig.read(adaAt(rig).key()).outcome), int(KeychainAnswer::Outcome::NoEntry));
    }
};

QTEST_GUILESS_MAIN(TestTokenRefresh)
#include "tst_tokenrefresh.moc"
