// SPDX-License-Identifier: Apache-2.0
#include "localhub/rawclient.h"
#include "localhub/server.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QRegularExpression>
#include <QSet>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <future>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using namespace localhub;

static const QByteArray kDeviceGrant = "grant_type=urn%3Aietf%3Aparams%3Aoauth%3Agrant-type%3Adevice_code";

/// Signing in on a device, as RFC 8628 has it.
class TestDeviceFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { serve({.interval = 0ms}); }

    void theCodesAndWhereToGo()
    {
        serve({});
        const Reply reply = post("/oauth/device", "client_id=app");
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers.value("cache-control"), "no-store"_ba);
        const QString page = m_server->url() + u"/oauth/device"_s;
        const QString code = reply.json()["user_code"_L1].toString();
        QVERIFY2(QRegularExpression(u"^[CDFGHJ-NPQRTVWX]{4}-[2-9]{4}$"_s).match(code).hasMatch(), qPrintable(code));
        QCOMPARE(reply.json()["verification_uri"_L1].toString(), page);
        QCOMPARE(reply.json()["verification_uri_complete"_L1].toString(), page + u"?user_code="_s + code);
        QCOMPARE(reply.json()["interval"_L1].toInt(), 5);
        QCOMPARE(reply.json()["expires_in"_L1].toInt(), 900);
        QVERIFY(reply.json()["device_code"_L1].toString().size() >= 40);
    }

    void signsIn()
    {
        const Codes codes = begin();
        QCOMPARE(errorOf(poll(codes)), "authorization_pending"_ba);
        QCOMPARE(decide(codes, "approve").status, 200);
        const Reply reply = poll(codes);
        QCOMPARE(reply.status, 200);
        QCOMPARE(reply.headers.value("cache-control"), "no-store"_ba);
        QCOMPARE(reply.json()["token_type"_L1].toString(), u"bearer"_s);
        QCOMPARE(reply.json()["expires_in"_L1].toInt(), 30 * 24 * 3600);
        const QByteArray token = tokenOf(reply);
        QVERIFY(token.startsWith("hf_oauth_"));

        const Reply who = whoAmI(token);
        QCOMPARE(who.json()["name"_L1].toString(), u"ada"_s);
        QCOMPARE(who.json()["orgs"_L1][0]["name"_L1].toString(), u"acme"_s);
        const QJsonObject auth = who.json()["auth"_L1].toObject();
        QCOMPARE(auth["type"_L1].toString(), u"app_token_as_user"_s);
        QVERIFY(!auth.contains("accessToken"_L1));
        QVERIFY(auth.contains("expiresAt"_L1));
        QCOMPARE(errorOf(poll(codes)), "invalid_grant"_ba);  // Once.
    }

    void errors_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<QByteArray>("error");
        QTest::newRow("no client") << "/oauth/device"_ba
                                   << ""_ba
                                   << "invalid_request"_ba;
        QTest::newRow("a client without end") << "/oauth/device"_ba
                                              << "client_id=" + QByteArray(201, 'a') << "invalid_request"_ba;
        QTest::newRow("no grant") << "/oauth/token"_ba
                                  << "client_id=app"_ba
                                  << "invalid_request"_ba;
        QTest::newRow("another grant") << "/oauth/token"_ba
                                       << "grant_type=password&client_id=app"_ba
                                       << "unsupported_grant_type"_ba;
        QTest::newRow("a code of nobody") << "/oauth/token"_ba << kDeviceGrant + "&client_id=app&device_code=x"
                                          << "invalid_grant"_ba;
        QTest::newRow("a refresh token of nobody") << "/oauth/token"_ba
                                                   << "grant_type=refresh_token&client_id=app&refresh_token=x"_ba
                                                   << "invalid_grant"_ba;
        QTest::newRow("a form without end") << "/oauth/token"_ba << QByteArray(20000, 'a') << "invalid_request"_ba;
    }

    void errors()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, form);
        const Reply reply = post(target, form);
        QCOMPARE(reply.status, 400);
        QVERIFY(reply.headers.value("content-type").startsWith("application/json"));
        QTEST(errorOf(reply), "error");
    }

    void whoAsksTooOftenIsToldToSlowDown()
    {
        serve({.interval = 1h});
        const Codes codes = begin();
        QCOMPARE(errorOf(poll(codes)), "authorization_pending"_ba);
        QCOMPARE(errorOf(poll(codes)), "slow_down"_ba);
        QCOMPARE(decide(codes, "approve").status, 200);
        QCOMPARE(errorOf(poll(codes)), "slow_down"_ba);
    }

    void aCodeExpires()
    {
        serve({.interval = 0ms, .codeLifetime = 1ms});
        const Codes codes = begin();
        QThread::msleep(5);
        QCOMPARE(errorOf(poll(codes)), "expired_token"_ba);
        QCOMPARE(decide(codes, "approve").status, 404);
    }

    void whatIsDeniedStaysSo()
    {
        const Codes codes = begin();
        QCOMPARE(decide(codes, "deny").status, 200);
        QCOMPARE(decide(codes, "approve").status, 404);
        QCOMPARE(errorOf(poll(codes)), "access_denied"_ba);
        QCOMPARE(errorOf(poll(codes)), "access_denied"_ba);
    }

    void aCodeIsOfOneClient()
    {
        const Codes codes = begin();
        decide(codes, "approve");
        QCOMPARE(errorOf(poll(codes, "other")), "invalid_grant"_ba);
        QCOMPARE(poll(codes).status, 200);
    }

    void decisions_data()
    {
        QTest::addColumn<QByteArray>("form");
        QTest::addColumn<int>("status");
        QTest::newRow("as the page has it") << "user_code=%1&token=hf_ada&decision=approve"_ba << 200;
        QTest::newRow("small letters and no dash") << "user_code=%2&token=hf_ada&decision=approve"_ba << 200;
        QTest::newRow("no token") << "user_code=%1&decision=approve"_ba << 403;
        QTest::newRow("a token of nobody") << "user_code=%1&token=hf_x&decision=approve"_ba << 403;
        QTest::newRow("an expired token") << "user_code=%1&token=hf_expired&decision=approve"_ba << 403;
        QTest::newRow("denied by nobody") << "user_code=%1&token=hf_x&decision=deny"_ba << 403;
        QTest::newRow("another code") << "user_code=AAAA-0000&token=hf_ada&decision=approve"_ba << 404;
        QTest::newRow("no decision") << "user_code=%1&token=hf_ada"_ba << 400;
    }

    void decisions()
    {
        QFETCH(QByteArray, form);
        QFETCH(int, status);
        const Codes codes = begin();
        form.replace("%1", codes.user);
        form.replace("%2", QByteArray(codes.user).toLower().remove(4, 1));
        QCOMPARE(post("/oauth/device/confirm", form).status, status);
        QCOMPARE(poll(codes).status, status == 200 ? 200 : 400);
    }

    void whomAPersonLetInLetsNobodyElseIn()
    {
        const Codes first = begin();
        decide(first, "approve");
        const QByteArray token = tokenOf(poll(first));
        const Codes second = begin();
        QCOMPARE(decide(second, "approve", token).status, 403);
        QCOMPARE(errorOf(poll(second)), "authorization_pending"_ba);
    }

    void thePageTakesWhatItIsGivenAsText()
    {
        const Reply reply = RawClient(m_server->port()).get("/oauth/device?user_code=%22%3E%3Cb%3Ex");
        QCOMPARE(reply.status, 200);
        QVERIFY(reply.body.contains("value=\"&quot;&gt;&lt;b&gt;x\""));
        QVERIFY(!reply.body.contains("<script"));
        QVERIFY(reply.headers.value("content-security-policy").startsWith("default-src 'none'"));
        QCOMPARE(reply.headers.value("cache-control"), "no-store"_ba);
    }

    void aTokenExpiresAndIsRefreshed()
    {
        serve({.interval = 0ms, .tokenLifetime = 1ms});
        const Reply first = signedIn();
        QThread::msleep(5);
        QCOMPARE(whoAmI(tokenOf(first)).status, 401);
        QCOMPARE(whoAmI(tokenOf(first)).headers.value("x-error-message"),
                 "Invalid credentials in Authorization header"_ba);
        const Reply second = refresh(first);
        QCOMPARE(second.status, 200);
        QVERIFY(tokenOf(second) != tokenOf(first));
    }

    void aRefreshTokenIsGoodOnce()
    {
        const Reply first = signedIn();
        QCOMPARE(errorOf(refresh(first, "other")), "invalid_grant"_ba);
        const Reply second = refresh(first);
        QCOMPARE(second.status, 200);
        QCOMPARE(whoAmI(tokenOf(second)).json()["name"_L1].toString(), u"ada"_s);
        QCOMPARE(errorOf(refresh(first)), "invalid_grant"_ba);
        QCOMPARE(refresh(second).status, 200);
    }

    void whatIsRevokedIsNotRefreshed()
    {
        const Reply first = signedIn();
        RawClient(m_server->port())
            .send("POST", "/api/credentials/revoke", {}, "{\"credentials\":[\"" + tokenOf(first) + "\"]}");
        QCOMPARE(whoAmI(tokenOf(first)).status, 401);
        QCOMPARE(errorOf(refresh(first)), "invalid_grant"_ba);
    }

    void scopes_data()
    {
        QTest::addColumn<QByteArray>("scope");
        QTest::addColumn<QByteArray>("approver");
        QTest::addColumn<bool>("reads");
        QTest::addColumn<bool>("writes");
        QTest::newRow("none asked for: all") << ""_ba
                                             << "hf_ada"_ba << true << true;
        QTest::newRow("who one is") << "openid profile"_ba
                                    << "hf_ada"_ba << false << false;
        QTest::newRow("reading") << "openid read-repos"_ba
                                 << "hf_ada"_ba << true << false;
        QTest::newRow("writing") << "write-repos"_ba
                                 << "hf_ada"_ba << true << true;
        QTest::newRow("no more than what it was approved with") << "write-repos"_ba
                                                                << "hf_read"_ba << true << false;
        QTest::newRow("a fine-grained one") << ""_ba
                                            << "hf_fine"_ba << false << false;
    }

    void scopes()
    {
        QFETCH(QByteArray, scope);
        QFETCH(QByteArray, approver);
        QFETCH(bool, reads);
        QFETCH(bool, writes);
        const Codes codes = begin("client_id=app&scope=" + scope.toPercentEncoding());
        QCOMPARE(decide(codes, "approve", approver).status, 200);
        const Reply reply = poll(codes);
        QCOMPARE(reply.json()["scope"_L1].toString().toLatin1(), scope);
        for (const Reply &tokens : {reply, refresh(reply)}) {
            QCOMPARE(get("/api/models/ada/secret/auth-check", tokenOf(tokens)).status, reads ? 200 : 403);
            QCOMPARE(get("/api/models/ada/secret/auth-check/write", tokenOf(tokens)).status, writes ? 200 : 403);
        }
    }

    void onlySoManyWait()
    {
        RawClient client(m_server->port());
        const auto wish = [&client] { return client.send("POST", "/oauth/device", {}, "client_id=app"); };
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(wish().status, 200);
        const Reply reply = wish();
        QCOMPARE(reply.status, 503);
        QCOMPARE(errorOf(reply), "temporarily_unavailable"_ba);
    }

    void manyAtOnce()
    {
        std::vector<std::future<QByteArray>> threads;
        for (int i = 0; i < 16; ++i) {
            threads.push_back(std::async(std::launch::async, [this] {
                const Codes codes = begin();
                decide(codes, "approve");
                const Reply reply = refresh(poll(codes));
                return whoAmI(tokenOf(reply)).status == 200 ? tokenOf(reply) : QByteArray();
            }));
        }
        QSet<QByteArray> tokens;
        for (auto &thread : threads)
            tokens += thread.get();
        QCOMPARE(tokens.size(), 16);
        QVERIFY(!tokens.contains(QByteArray()));
    }

    void oneOfManyGetsTheRefreshedToken()
    {
        const Reply first = signedIn();
        std::vector<std::future<int>> threads;
        for (int i = 0; i < 16; ++i)
            threads.push_back(std::async(std::launch::async, [&] { return refresh(first).status; }));
        int won = 0;
        for (auto &thread : threads)
            won += thread.get() == 200;
        QCOMPARE(won, 1);
    }

    void theConfigurationLeadsThere()
    {
        const QJsonDocument json = RawClient(m_server->port()).get("/.well-known/openid-configuration").json();
        QCOMPARE(json["issuer"_L1].toString(), m_server->url());
        QCOMPARE(json["device_authorization_endpoint"_L1].toString(), m_server->url() + u"/oauth/device"_s);
        QCOMPARE(json["token_endpoint"_L1].toString(), m_server->url() + u"/oauth/token"_s);
        QVERIFY(json["grant_types_supported"_L1].toArray().contains(u"refresh_token"_s));
    }

private:
    struct Codes {
        QByteArray device;
        QByteArray user;
    };

    void serve(const OAuthOptions &options)
    {
        if (!m_store) {
            m_store = *Store::open(m_dir.path());
            QVERIFY(!m_store->createRepo({RepoType::Model, "ada", "secret"}, {.isPrivate = true}));
        }
        m_server = *Server::start(
            m_store,
            {.users = {{"ada", "hf_ada", true, {"acme"}}, {"ada", "hf_read", false}},
             .tokens = {{.secret = "hf_expired", .user = "ada", .expiresAt = QDateTime::currentDateTimeUtc()},
                        {.secret = "hf_fine", .user = "ada", .role = Token::Role::FineGrained}},
             .oauth = options});
    }

    Reply post(const QByteArray &target, const QByteArray &form) const
    {
        return RawClient(m_server->port())
            .send("POST", target, {"Content-Type: application/x-www-form-urlencoded"}, form);
    }
    Reply get(const QByteArray &target, const QByteArray &token) const
    {
        return RawClient(m_server->port()).get(target, {"Authorization: Bearer " + token});
    }
    Reply whoAmI(const QByteArray &token) const { return get("/api/whoami-v2", token); }

    Codes begin(const QByteArray &form = "client_id=app") const
    {
        const QJsonDocument json = post("/oauth/device", form).json();
        return {json["device_code"_L1].toString().toLatin1(), json["user_code"_L1].toString().toLatin1()};
    }
    Reply decide(const Codes &codes, const QByteArray &decision, const QByteArray &token = "hf_ada") const
    {
        return post("/oauth/device/confirm", "user_code=" + codes.user + "&token=" + token + "&decision=" + decision);
    }
    Reply poll(const Codes &codes, const QByteArray &client = "app") const
    {
        return post("/oauth/token", kDeviceGrant + "&client_id=" + client + "&device_code=" + codes.device);
    }
    Reply refresh(const Reply &last, const QByteArray &client = "app") const
    {
        return post("/oauth/token",
                    "grant_type=refresh_token&client_id=" + client
                        + "&refresh_token=" + last.json()["refresh_token"_L1].toString().toLatin1());
    }
    Reply signedIn() const
    {
        const Codes codes = begin();
        decide(codes, "approve");
        return poll(codes);
    }
    static QByteArray tokenOf(const Reply &reply) { return reply.json()["access_token"_L1].toString().toLatin1(); }
    static QByteArray errorOf(const Reply &reply) { return reply.json()["error"_L1].toString().toLatin1(); }

    QTemporaryDir m_dir;
    std::shared_ptr<Store> m_store;
    std::shared_ptr<Server> m_server;
};

QTEST_GUILESS_MAIN(TestDeviceFlow)
#include "tst_deviceflow.moc"
