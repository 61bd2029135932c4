// SPDX-License-Identifier: Apache-2.0
#include "localhub/faultfixture.h"

using End = WireClient::End;

/// What is answered where something goes wrong, as it is on the wire.
class TestFaults : public QObject, private FaultFixture
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { findTargets(); }
    void cleanup() { m_faults.clear(); }

    void instead_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArrayList>("has");
        QTest::addColumn<QByteArrayList>("lacks");
        QTest::addColumn<QByteArray>("body");

        const QByteArray api = "/api/models/ada/engine";
        const QByteArray resolve = "/ada/engine/resolve/main/README.md?download=true";
        QTest::newRow("a status takes the place of the answer")
            << js("{'status':503}") << api << 503 << QByteArrayList{"X-Request-Id: ", "Content-Length: 0\r\n"}
            << QByteArrayList() << ""_ba;
        QTest::newRow("with headers and a body of its own") << js(
            "{'status':429,'headers':{'RateLimit':'\\'api\\';r=0;t=3','Retry-After':'3'},'body':{'error':'slower'}}")
                                                            << api << 429
                                                            << QByteArrayList{"\r\nRateLimit: \"api\";r=0;t=3\r\n",
                                                                              "Retry-After: 3\r\n", "application/json"}
                                                            << QByteArrayList{"r=100000"} << js("{'error':'slower'}");
        QTest::newRow("a body that is no JSON, whatever it says")
            << js("{'body':'[[[[{\\u0000'}") << api << 200 << QByteArrayList{"application/json"} << QByteArrayList()
            << "[[[[{\0"_ba;
        QTest::newRow("a server that has no such address")
            << js("{'missing':true}") << api << 404 << QByteArrayList{"Content-Type: text/html"}
            << QByteArrayList{"\r\nX-", "RateLimit"} << QByteArray();
        QTest::newRow("a redirect to another origin")
            << js("{'redirect':'http://other.example.org/x'}") << resolve << 302
            << QByteArrayList{"\r\nLocation: http://other.example.org/x\r\n"} << QByteArrayList() << QByteArray();
        QTest::newRow("a redirect that leads where it was asked for")
            << js("{'redirect':'self'}") << resolve << 302 << QByteArrayList{"\r\nLocation: " + resolve + "\r\n"}
            << QByteArrayList() << QByteArray();
        QTest::newRow("a signed address that has expired")
            << js("{'expired':true}") << "cdn"_ba << 403 << QByteArrayList{"Content-Type: application/xml"}
            << QByteArrayList{"\r\nX-"} << QByteArray();
        QTest::newRow("one that is not signed does not expire")
            << js("{'expired':true}") << api << 200 << QByteArrayList() << QByteArrayList() << QByteArray();
        QTest::newRow("another ETag") << js("{'etag':'new'}") << "cdn"_ba << 200
                                      << QByteArrayList{"\r\nETag: \"new\"\r\n"} << QByteArrayList() << kLarge;
        QTest::newRow("another ETag of a file elsewhere")
            << js("{'etag':'W/\\'new\\''}") << resolve << 307 << QByteArrayList{"\r\nX-Linked-Etag: W/\"new\"\r\n"}
            << QByteArrayList{"\r\nETag"} << QByteArray();
        QTest::newRow("a header less, and the rest as it was")
            << js("{'dropHeaders':['x-repo-commit']}") << resolve << 307
            << QByteArrayList{"X-Linked-Etag", "Location: /api/resolve-cache/"} << QByteArrayList{"X-Repo-Commit"}
            << QByteArray();
        QTest::newRow("a header more, and another one changed")
            << js("{'setHeaders':{'X-Repo-Commit':'../..','X-HF-Warning':'a; b'}}") << resolve << 307
            << QByteArrayList{"\r\nX-Repo-Commit: ../..\r\n", "\r\nX-HF-Warning: a; b\r\n"}
            << QByteArrayList{"X-Repo-Commit: " + m_commit} << QByteArray();
    }

    void instead()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, body);
        setRules('[' + rule + ']');
        const Seen answer = seenAt(target);
        QTEST(answer.status(), "status");
        QFETCH(QByteArrayList, has);
        for (const QByteArray &text : has)
            QVERIFY2(answer.has(text), answer.head);
        QFETCH(QByteArrayList, lacks);
        for (const QByteArray &text : lacks)
            QVERIFY2(!answer.has(text), answer.head);
        if (!body.isNull())
            QCOMPARE(answer.body, body);
        QCOMPARE(answer.end, End::Open);
    }

    void lengths_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<QByteArray>("has");
        QTest::addColumn<QByteArray>("lacks");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<End>("end");

        const QByteArray none = "no header has this";
        QTest::newRow("the truth") << "{}"_ba
                                   << "GET"_ba
                                   << "Content-Length: 3\r\n"_ba << none << "abc"_ba << End::Open;
        QTest::newRow("HEAD without a length") << js("{'dropHeaders':['Content-Length']}") << "HEAD"_ba
                                               << "ETag"_ba
                                               << "Content-Length"_ba
                                               << ""_ba << End::Open;
        QTest::newRow("GET without a length comes in chunks") << js("{'dropHeaders':['Content-Length']}") << "GET"_ba
                                                              << "Transfer-Encoding: chunked\r\n"_ba
                                                              << "Content-Length"_ba
                                                              << "3\r\nabc\r\n0\r\n\r\n"_ba << End::Open;
        QTest::newRow("without chunks it ends with the connection")
            << js("{'dropHeaders':['Content-Length','Transfer-Encoding']}") << "GET"_ba
            << "ETag"_ba
            << "Content-Length"_ba
            << "abc"_ba << End::Closed;
        QTest::newRow("a length that is too small: less comes")
            << js("{'setHeaders':{'Content-Length':'2'}}") << "GET"_ba
            << "\r\nContent-Length: 2\r\n"_ba << none << "ab"_ba << End::Open;
        QTest::newRow("a length that is too large: it stays silent after all there is")
            << js("{'setHeaders':{'content-length':'5'}}") << "GET"_ba
            << "\r\ncontent-length: 5\r\n"_ba << none << "abc"_ba << End::Open;
        QTest::newRow("a length that is too large, and a connection that ends")
            << js("{'setHeaders':{'Content-Length':'5','Connection':'close'}}") << "GET"_ba
            << "\r\nContent-Length: 5\r\n"_ba << none << "abc"_ba << End::Closed;
        QTest::newRow("a length that is no number")
            << js("{'setHeaders':{'Content-Length':'-1'}}") << "GET"_ba
            << "\r\nContent-Length: -1\r\n"_ba << none << "abc"_ba << End::Closed;
        QTest::newRow("a length that is too small, told to HEAD")
            << js("{'setHeaders':{'Content-Length':'2'}}") << "HEAD"_ba
            << "\r\nContent-Length: 2\r\n"_ba << none << ""_ba << End::Open;
    }

    void lengths()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, method);
        QFETCH(QByteArray, has);
        QFETCH(QByteArray, lacks);
        setRules('[' + rule + ']');
        QFETCH(QByteArray, body);
        const Seen answer = seenAt(smallTarget(), {}, method, body.size());
        QCOMPARE(answer.status(), 200);
        QVERIFY2(answer.has(has), answer.head);
        QVERIFY2(!answer.has(lacks), answer.head);
        QCOMPARE(answer.body, body);
        QTEST(answer.end, "end");
    }

    void contents_data()
    {
        QTest::addColumn<QByteArray>("rule");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");

        const QByteArray range = "Range: bytes=10-19\r\n";
        const QByteArray part = "0123456789";
        QByteArray wrong = kLarge;
        wrong[13] = char(~wrong[13]);
        const QByteArray wrongPart = wrong.sliced(10, 10);
        const QByteArray bad = js("{'wrongByteAt':13}");
        QTest::newRow("a wrong byte of the right length") << bad << "cdn"_ba
                                                          << ""_ba << 200 << wrong;
        QTest::newRow("a range that holds the wrong byte") << bad << "cdn"_ba << range << 206 << wrongPart;
        QTest::newRow("a range that begins with it") << bad << "cdn"_ba
                                                     << "Range: bytes=13-13\r\n"_ba << 206 << wrong.sliced(13, 1);
        QTest::newRow("a range before it") << bad << "cdn"_ba
                                           << "Range: bytes=0-9\r\n"_ba << 206 << part;
        QTest::newRow("a range after it") << bad << "cdn"_ba
                                          << "Range: bytes=999990-\r\n"_ba << 206 << part;
        QTest::newRow("a wrong byte of a small file")
            << js("{'wrongByteAt':2}") << smallTarget() << ""_ba << 200 << "ab\x9c"_ba;
        QTest::newRow("everything where a range was asked for")
            << js("{'ignoreRange':true}") << "cdn"_ba << range << 200 << kLarge;
        QTest::newRow("a file that changed: the rest of the old one is not to be had")
            << js("{'etag':'new'}") << smallTarget() << "Range: bytes=1-\r\nIf-Range: \"old\"\r\n"_ba << 200
            << "abc"_ba;
        QTest::newRow("a file that changed: the rest of the new one is")
            << js("{'etag':'new'}") << smallTarget() << "Range: bytes=1-\r\nIf-Range: \"new\"\r\n"_ba << 206 << "bc"_ba;
        QTest::newRow("several at once") << js("{'ignoreRange':true,'wrongByteAt':13,'latencyMs':10,'etag':'e'}")
                                         << "cdn"_ba << range << 200 << wrong;
    }

    void contents()
    {
        QFETCH(QByteArray, rule);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, headers);
        setRules('[' + rule + ']');
        const Seen answer = seenAt(target, headers);
        QTEST(answer.status(), "status");
        QTEST(answer.body, "body");
        QVERIFY(answer.has("\r\nContent-Length: " + QByteArray::number(answer.body.size()) + "\r\n"));
        QCOMPARE(answer.has("\r\nContent-Range: "), answer.status() == 206);
    }

    void keysAreLeftOut()
    {
        setRules(js("[{'dropKeys':['sha','size','lfs']}]"));
        const QJsonObject info = get("/api/models/ada/engine").json().object();
        QVERIFY(!info.contains("sha"_L1));
        QCOMPARE(info["id"_L1].toString(), u"ada/engine"_s);
        const QJsonArray tree = get("/api/models/ada/engine/tree/main?recursive=true").json().array();
        QCOMPARE(tree.size(), 7);
        for (const QJsonValue entry : tree) {
            QVERIFY(!entry.toObject().contains("size"_L1) && !entry.toObject().contains("lfs"_L1));
            QVERIFY(!entry["oid"_L1].toString().isEmpty());
        }
        // Only where the list itself stays: in the objects that it has.
        setRules(js("[{'dropKeys':['rfilename']}]"));
        const QJsonArray siblings = get("/api/models/ada/engine").json()["siblings"_L1].toArray();
        QVERIFY(!siblings.isEmpty() && !siblings[0].toObject().contains("rfilename"_L1));
    }

    void listsWithoutPages_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("count");

        QTest::newRow("repositories") << "/api/datasets?limit=100&sort=id"_ba << 250;
        QTest::newRow("a tree") << "/api/models/ada/engine/tree/main?recursive=true&limit=1"_ba << 7;
        QTest::newRow("what fits into one page anyway") << "/api/models/ada/engine/tree/main"_ba << 4;
    }

    void listsWithoutPages()
    {
        QFETCH(QByteArray, target);
        const QJsonArray firstPage = get(target).json().array();
        setRules(js("[{'unpaged':true}]"));
        const Reply reply = get(target);
        QVERIFY(!reply.headers.contains("link"));
        const QJsonArray all = reply.json().array();
        QTEST(int(all.size()), "count");
        for (qsizetype i = 0; i < firstPage.size(); ++i)
            QCOMPARE(all[i], firstPage[i]);
        QVERIFY(all.first() != all.last());
    }
};

QTEST_GUILESS_MAIN(TestFaults)
#include "tst_faults.moc"
