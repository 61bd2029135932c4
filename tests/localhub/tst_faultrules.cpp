// SPDX-License-Identifier: Apache-2.0
#include "localhub/faultfixture.h"
#include "localhub/faults/ratelimits.h"

using namespace std::chrono_literals;

/// Which requests meet a fault, which rules are refused, the limits that hold, and the log.
class TestFaultRules : public QObject, private FaultFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { findTargets(); }
    void cleanup()
    {
        m_faults.clear();
        m_faults.clearLog();
    }

    void matches_data()
    {
        QTest::addColumn<QByteArray>("rules");
        QTest::addColumn<QList<int>>("statuses");  // Of the five requests below.

        QTest::newRow("no rule") << "[]"_ba << QList{200, 200, 200, 206, 200};
        QTest::newRow("all") << js("[{'status':503}]") << QList{503, 503, 503, 503, 503};
        QTest::newRow("one method") << js("[{'method':'HEAD','status':503}]") << QList{200, 503, 200, 206, 200};
        QTest::newRow("the hub alone") << js("[{'server':'hub','status':503}]") << QList{503, 503, 503, 206, 200};
        QTest::newRow("the storage alone") << js("[{'server':'cdn','status':503}]") << QList{200, 200, 200, 503, 503};
        QTest::newRow("a path") << js("[{'path':'/api/models/*/engine','status':503}]")
                                << QList{503, 503, 200, 206, 200};
        QTest::newRow("a path, decoded") << js("[{'path':'*/deep/a b#%+ü.t[wxy]t','status':503}]")
                                         << QList{200, 200, 503, 206, 200};
        QTest::newRow("a path is matched as a whole")
            << js("[{'path':'/api/models','status':503}]") << QList{200, 200, 200, 206, 200};
        QTest::newRow("a range") << js("[{'ranged':true,'status':503}]") << QList{200, 200, 200, 503, 200};
        QTest::newRow("no range") << js("[{'ranged':false,'status':503}]") << QList{503, 503, 503, 206, 503};
        QTest::newRow("everything at once")
            << js("[{'method':'GET','server':'cdn','path':'/lfs/*','ranged':false,'status':503}]")
            << QList{200, 200, 200, 206, 503};
        QTest::newRow("some pass first") << js("[{'skip':3,'status':503}]") << QList{200, 200, 200, 503, 503};
        QTest::newRow("then so many") << js("[{'skip':1,'times':2,'status':503}]") << QList{200, 503, 503, 206, 200};
        QTest::newRow("never") << js("[{'times':0,'status':503}]") << QList{200, 200, 200, 206, 200};
        QTest::newRow("only those that match are counted")
            << js("[{'method':'GET','skip':1,'times':1,'status':503}]") << QList{200, 200, 503, 206, 200};
        QTest::newRow("the next rule takes over")
            << js("[{'times':1,'status':500},{'times':2,'status':502},{'skip':1,'status':504}]")
            << QList{500, 502, 502, 206, 504};
        QTest::newRow("the first one that applies")
            << js("[{'method':'HEAD','status':500},{'status':502}]") << QList{502, 500, 502, 502, 502};
    }

    void matches()
    {
        QFETCH(QByteArray, rules);
        setRules(rules);
        RawClient hub = client();
        RawClient cdn(m_server->cdnPort());
        const QList<int> statuses{hub.get("/api/models/ada/engine").status,
                                  hub.send("HEAD", "/api/models/ada/engine").status, hub.get(smallTarget()).status,
                                  cdn.get(cdnTarget(), {"Range: bytes=1-2"}).status, cdn.get(cdnTarget()).status};
        QTEST(statuses, "statuses");
    }

    void refusals_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QString>("sentence");

        const auto rule = [](const QByteArray &json) { return js("{'rules':[{'status':500},") + json + "]}"; };
        const auto limit = [](const QByteArray &json) { return js("{'rateLimits':[") + json + "]}"; };
        QTest::newRow("no JSON") << "rules"_ba << u"The faults are no JSON object."_s;
        QTest::newRow("a list") << "[]"_ba << u"The faults are no JSON object."_s;
        QTest::newRow("an unknown word") << js("{'rule':[]}") << u"The faults: \"rule\" is not known."_s;
        QTest::newRow("rules that are no list") << js("{'rules':{}}") << u"The rules are no list."_s;
        QTest::newRow("a rule that is no object") << rule("1") << u"Rule 2 is no object."_s;
        QTest::newRow("an unknown key") << rule(js("{'staus':500}")) << u"Rule 2: \"staus\" is not known."_s;
        QTest::newRow("text for a number")
            << rule(js("{'latencyMs':'5'}")) << u"Rule 2: \"latencyMs\" must be a whole number from 0 to 3600000."_s;
        QTest::newRow("half a byte") << rule(js("{'cutAfter':1.5}"))
                                     << u"Rule 2: \"cutAfter\" must be a whole number, -1 or more."_s;
        QTest::newRow("less than nothing")
            << rule(js("{'times':-1}")) << u"Rule 2: \"times\" must be a whole number, 0 or more."_s;
        QTest::newRow("no speed at all") << rule(js("{'bytesPerSecond':0}"))
                                         << u"Rule 2: \"bytesPerSecond\" must be a whole number, 1 or more."_s;
        QTest::newRow("no status of HTTP")
            << rule(js("{'status':99}")) << u"Rule 2: \"status\" must be a number from 200 to 599."_s;
        QTest::newRow("a third server") << rule(js("{'server':'web'}"))
                                        << u"Rule 2: \"server\" must be \"hub\" or \"cdn\"."_s;
        QTest::newRow("a number for yes")
            << rule(js("{'unpaged':1}")) << u"Rule 2: \"unpaged\" must be true or false."_s;
        QTest::newRow("a header of two lines")
            << rule(js("{'setHeaders':{'A':'b\\r\\nC: d'}}"))
            << u"Rule 2: \"setHeaders\" must be an object of header names and their values, each one line of text."_s;
        QTest::newRow("a header with a space in its name")
            << rule(js("{'setHeaders':{'A b':'c'}}"))
            << u"Rule 2: \"setHeaders\" must be an object of header names and their values, each one line of text."_s;
        QTest::newRow("one name and no list")
            << rule(js("{'dropKeys':'size'}")) << u"Rule 2: \"dropKeys\" must be a list of names."_s;
        QTest::newRow("headers of no answer")
            << rule(js("{'headers':{'A':'b'}}"))
            << u"Rule 2: \"headers\" needs \"status\" or \"body\"; \"setHeaders\" changes the real answer."_s;
        QTest::newRow("two answers")
            << rule(js("{'missing':true,'redirect':'self'}"))
            << u"Rule 2: only one of \"status\", \"missing\", \"redirect\" and \"expired\" can be answered."_s;
        QTest::newRow("a limit of what has none") << limit(js("{'bucket':'pages','quota':1,'window':1}"))
                                                  << u"Rate limit 1: \"bucket\" must be \"api\" or \"resolvers\"."_s;
        QTest::newRow("a limit without a window")
            << limit(js("{'bucket':'api','quota':1}"))
            << u"Rate limit 1: \"window\" must be a whole number of seconds, from 1 to 86400."_s;
        QTest::newRow("a limit with another word") << limit(js("{'bucket':'api','quota':1,'window':1,'burst':1}"))
                                                   << u"Rate limit 1: \"burst\" is not known."_s;
        QTest::newRow("two limits of one bucket")
            << limit(js("{'bucket':'api','quota':1,'window':1},{'bucket':'api','quota':2,'window':1}"))
            << u"A bucket can have one rate limit."_s;
    }

    void refusals()
    {
        QFETCH(QByteArray, json);
        setRules(js("[{'status':418}]"));
        const Reply reply = m_faults.post(json);
        QCOMPARE(reply.status, 400);
        QTEST(reply.json()["error"_L1].toString(), "sentence");
        QCOMPARE(get("/").status, 418);  // Nothing changed.
        const Reply cleared = m_faults.post("{}");
        QCOMPARE(cleared.body, js("{'rules':0}"));
        QCOMPARE(get("/").status, 200);
    }

    void onlyWhereItWasAskedFor()
    {
        QTemporaryDir dir;
        const auto plain = *Server::start(*Store::open(dir.path()), {});
        for (const quint16 port : {plain->port(), m_server->cdnPort()}) {
            RawClient client(port);
            QCOMPARE(client.send("POST", "/.localhub/faults", {}, "{}").status, 404);
            QCOMPARE(client.get("/.localhub/log").status, 404);
            QCOMPARE(client.send("DELETE", "/.localhub/log").status, 404);
        }
        for (const QByteArray &foreign : {"Origin: http://evil.example.org"_ba, "Host: evil.example.org"_ba}) {
            QCOMPARE(client().send("POST", "/.localhub/faults", {foreign}, "{}").status, 403);
            QCOMPARE(client().get("/.localhub/log", {foreign}).status, 403);
            QCOMPARE(client().send("DELETE", "/.localhub/log", {foreign}).status, 403);
        }
    }

    void limits()
    {
        const QByteArray resolve = "/ada/engine/resolve/main/README.md";
        m_faults.set({},
                     {QJsonObject{{u"bucket"_s, u"api"_s}, {u"quota"_s, 2}, {u"window"_s, 2}},
                      QJsonObject{{u"bucket"_s, u"resolvers"_s}, {u"quota"_s, 3}, {u"window"_s, 60}}});
        for (const QByteArray &left : {"1"_ba, "0"_ba}) {
            const Reply reply = get("/api/models/ada/engine");
            QCOMPARE(reply.status, 200);
            QVERIFY2(reply.headers.value("ratelimit").startsWith("\"api\";r=" + left + ";t="),
                     reply.headers.value("ratelimit"));
            QCOMPARE(reply.headers.value("ratelimit-policy"), "\"fixed window\";\"api\";q=2;w=2"_ba);
        }
        const Reply over = get("/api/models/ada/engine");
        QCOMPARE(over.status, 429);
        const int seconds = over.headers.value("retry-after").toInt();
        QVERIFY(seconds == 1 || seconds == 2);
        QCOMPARE(over.headers.value("ratelimit"), "\"api\";r=0;t=" + QByteArray::number(seconds));
        // The other bucket has a count of its own, for addresses of both kinds.
        for (const QByteArray &target : {resolve, smallTarget(), resolve})
            QVERIFY(get(target).status < 400);
        QCOMPARE(get(smallTarget()).status, 429);
        QCOMPARE(get(resolve).headers.value("ratelimit-policy"), "\"fixed window\";\"resolvers\";q=3;w=60"_ba);
        QCOMPARE(get("/").status, 200);
        QCOMPARE(seenAt("cdn").status(), 200);
        QTest::qWait(seconds * 1000);
        QCOMPARE(get("/api/models/ada/engine").status, 200);
    }

    void windowsOfALimit()
    {
        RateLimits limits;
        const RateLimits::Clock::time_point start(1000s);
        limits.replace({{"api", 2, 10}}, start);
        const auto at = [&](std::chrono::milliseconds time) { return *limits.count("api", start + time); };
        QVERIFY(!limits.count("resolvers", start));
        QCOMPARE(at(0ms).state.seconds, 10);
        QCOMPARE(at(9500ms).state.remaining, 0);
        QCOMPARE(at(9500ms).isOver, true);
        QCOMPARE(at(9999ms).state.seconds, 1);
        QCOMPARE(at(10000ms).isOver, false);
        QCOMPARE(at(35000ms).state.remaining, 1);
        QCOMPARE(at(35000ms).state.seconds, 5);
    }

    void theLog()
    {
        m_faults.clearLog();
        setRules(js("[{'server':'cdn','cutAfter':1000},{'path':'/slow','stallAfter':-1}]"));
        get("/api/models?search=x", "hf_ada");
        seenAt("cdn", "Range: bytes=10-\r\n");
        seenAt(smallTarget(), {}, "HEAD");
        WireClient slow(m_server->port());
        slow.ask("/slow");
        QTRY_COMPARE(m_faults.log().size(), 4);
        const QList<QJsonObject> log = m_faults.log();
        const auto line = [&](int i, const QString &server, const QString &method, const QString &path,
                              const QString &range, bool token, int status, int sent, bool done) {
            QJsonObject expected{{u"server"_s, server}, {u"method"_s, method}, {u"path"_s, path}, {u"range"_s, range},
                                 {u"token"_s, token},   {u"status"_s, status}, {u"sent"_s, sent}, {u"done"_s, done}};
            QJsonObject got = log[i];
            QVERIFY(got.take(u"at"_s).toInt() >= (i > 0 ? log[i - 1]["at"_L1].toInt() : 0));
            QCOMPARE(got, expected);
        };
        const QString hash = QString::fromLatin1(cdnTarget().first(cdnTarget().indexOf('?')));
        const QString small
            = u"/api/resolve-cache/models/ada/engine/%1/sub/deep/a b#%+ü.txt"_s.arg(QString::fromLatin1(m_commit));
        line(0, u"hub"_s, u"GET"_s, u"/api/models"_s, {}, true, 200, 2, true);
        line(1, u"cdn"_s, u"GET"_s, hash, u"bytes=10-"_s, false, 206, 1000, true);
        line(2, u"hub"_s, u"HEAD"_s, small, {}, false, 200, 0, true);
        line(3, u"hub"_s, u"GET"_s, u"/slow"_s, {}, false, 0, 0, false);
        const QByteArray raw = client().get("/.localhub/log").body;
        for (const char *secret : {"hf_ada", "Signature", "Expires", "search"})
            QVERIFY2(!raw.contains(secret), raw);

        m_faults.clearLog();
        QVERIFY(m_faults.log().isEmpty());
        get("/");
        QCOMPARE(m_faults.log().size(), 1);
    }

    void theLogIsUpToDateWithTheClient()
    {
        RawClient http = client();
        for (int i = 1; i <= 200; ++i) {
            QCOMPARE(http.get(i % 2 ? smallTarget() : "/api/models/ada/engine").status, 200);
            QCOMPARE(m_faults.log().size(), i);
            QVERIFY(m_faults.log().last()["done"_L1].toBool());
        }
    }
};

QTEST_GUILESS_MAIN(TestFaultRules)
#include "tst_faultrules.moc"
