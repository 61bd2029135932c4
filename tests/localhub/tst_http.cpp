// SPDX-License-Identifier: Apache-2.0
#include "localhub/api/addresssigner.h"
#include "localhub/api/users.h"
#include "localhub/http/router.h"
#include "localhub/store/frontmatter.h"
#include "localhub/store/largefilerules.h"

#include <QJsonDocument>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace localhub;

class TestHttp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void routes_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("answer");

        QTest::newRow("an encoded slash stays in its part") << "/api/models/o/n/tree/feat%2Fx"_ba
                                                            << "feat/x|"_ba;
        QTest::newRow("a slash in a path is one") << "/api/models/o/n/tree/main/a/b"_ba
                                                  << "main|a/b"_ba;
        QTest::newRow("an encoded slash in a path, too") << "/api/models/o/n/tree/main/a%2Fb"_ba
                                                         << "main|a/b"_ba;
        QTest::newRow("plus is plus") << "/api/models/o/n/tree/main/a+b%2B"_ba
                                      << "main|a+b+"_ba;
        QTest::newRow("percent, hash, umlaut") << "/api/models/o/n/tree/main/%25%23%C3%BC?x=1"_ba
                                               << "main|%#\xc3\xbc"_ba;
        QTest::newRow("what is decoded once is not decoded twice") << "/api/models/o/n/tree/main/a%252Fb"_ba
                                                                   << "main|a%2Fb"_ba;
        QTest::newRow("the query is no part of the path") << "/api/models/o/n/tree/main?a=/b/c"_ba
                                                          << "main|"_ba;
        QTest::newRow("no revision") << "/api/models/o/n/tree"_ba << QByteArray();
        QTest::newRow("an empty revision") << "/api/models/o/n/tree/"_ba << QByteArray();
        QTest::newRow("a NUL") << "/api/models/o/n/tree/main/a%00b"_ba << QByteArray();
        QTest::newRow("no UTF-8") << "/api/models/o/n/tree/main/%FF"_ba << QByteArray();
        QTest::newRow("a lone percent sign") << "/api/models/o/n/tree/main/100%"_ba << QByteArray();
        QTest::newRow("half an escape") << "/api/models/o/n/tree/main/%2"_ba << QByteArray();
    }

    void routes()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, answer);
        Router router;
        const auto show = [](const Request &, const RouteValues &values) {
            return textResponse(values["revision"] + '|' + values["path"]);
        };
        router.add("GET", "api/:type/:owner/:name/tree/:revision", show);
        router.add("GET", "api/:type/:owner/:name/tree/:revision/*path", show);
        auto request = parsedTarget(target);
        QVERIFY(request);
        request->method = "HEAD";
        const auto response = router.route(*request);
        QCOMPARE(bool(response), !answer.isEmpty());
        if (response)
            QCOMPARE(std::get<QByteArray>(response->body), answer);
        request->method = "POST";
        QVERIFY(!router.route(*request));
    }

    void queries()
    {
        const auto request = parsedTarget("/x?filter=a%26b&filter=c+d&expand[]=sha&expand=tags&full=true&limit=7&flag");
        QVERIFY(request);
        QCOMPARE(request->values("filter"), QByteArrayList({"a&b", "c d"}));
        QCOMPARE(request->values("expand"), QByteArrayList({"sha", "tags"}));
        QVERIFY(request->isTrue("full"));
        QVERIFY(!request->isTrue("flag"));
        QCOMPARE(request->number("limit", 3), 7);
        QCOMPARE(request->number("full", 3), 3);
        QVERIFY(!parsedTarget("http://elsewhere.example.org/x"));
    }

    void ranges_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("contentRange");

        QTest::newRow("none") << ""_ba << 200 << "0123456789"_ba
                              << ""_ba;
        QTest::newRow("first and last") << "bytes=2-4"_ba << 206 << "234"_ba
                                        << "bytes 2-4/10"_ba;
        QTest::newRow("one byte") << "bytes=0-0"_ba << 206 << "0"_ba
                                  << "bytes 0-0/10"_ba;
        QTest::newRow("from there on") << "bytes=7-"_ba << 206 << "789"_ba
                                       << "bytes 7-9/10"_ba;
        QTest::newRow("the last ones") << "bytes=-3"_ba << 206 << "789"_ba
                                       << "bytes 7-9/10"_ba;
        QTest::newRow("more of the last ones than there are") << "bytes=-30"_ba << 206 << "0123456789"_ba
                                                              << "bytes 0-9/10"_ba;
        QTest::newRow("beyond the end is cut") << "bytes=8-20"_ba << 206 << "89"_ba
                                               << "bytes 8-9/10"_ba;
        QTest::newRow("begins at the end") << "bytes=10-"_ba << 416 << ""_ba
                                           << "bytes */10"_ba;
        QTest::newRow("the last none") << "bytes=-0"_ba << 416 << ""_ba
                                       << "bytes */10"_ba;
        QTest::newRow("backwards means nothing") << "bytes=4-2"_ba << 200 << "0123456789"_ba
                                                 << ""_ba;
        QTest::newRow("several give the whole") << "bytes=0-1,3-4"_ba << 200 << "0123456789"_ba
                                                << ""_ba;
        QTest::newRow("another unit") << "items=0-1"_ba << 200 << "0123456789"_ba
                                      << ""_ba;
        QTest::newRow("no number") << "bytes=a-b"_ba << 200 << "0123456789"_ba
                                   << ""_ba;
        QTest::newRow("larger than any file") << "bytes=99999999999999999999-"_ba << 200 << "0123456789"_ba
                                              << ""_ba;
    }

    void ranges()
    {
        QFETCH(QByteArray, range);
        QFETCH(int, status);
        Request request;
        if (!range.isEmpty())
            request.headers = {{"range", range}};
        const Response response = rangedResponse(request, QByteArray("0123456789"), "\"e\"");
        QCOMPARE(response.status, status);
        QTEST(std::get<QByteArray>(response.body), "body");
        QByteArray contentRange;
        for (const auto &[name, value] : response.headers)
            contentRange = name == "Content-Range" ? value : contentRange;
        QTEST(contentRange, "contentRange");

        // An ETag that is not the file's any more: what came before does not fit, so the whole is sent.
        request.headers.emplaceBack("If-Range", "\"old\"");
        QCOMPARE(rangedResponse(request, QByteArray("0123456789"), "\"e\"").status, 200);
    }

    void signatures()
    {
        const AddressSigner signer;
        const QByteArray address = signer.signedAddress("/lfs/abc?filename=a%20b", 1000);
        const auto verdict
            = [&](const QByteArray &target, qint64 now) { return signer.verdict(*parsedTarget(target), now); };
        QCOMPARE(verdict(address, 999), AddressSigner::Verdict::Valid);
        QCOMPARE(verdict(address, 1001), AddressSigner::Verdict::Expired);
        QCOMPARE(verdict(QByteArray(address).replace("Expires=1000", "Expires=9000"), 999),
                 AddressSigner::Verdict::Forged);
        QCOMPARE(verdict(QByteArray(address).replace("abc", "abd"), 999), AddressSigner::Verdict::Forged);
        QCOMPARE(verdict(address.chopped(1), 999), AddressSigner::Verdict::Forged);
        QCOMPARE(verdict(address + '0', 999), AddressSigner::Verdict::Forged);
        QCOMPARE(verdict("/lfs/abc", 999), AddressSigner::Verdict::Forged);
        QCOMPARE(AddressSigner().verdict(*parsedTarget(address), 999), AddressSigner::Verdict::Forged);
    }

    void users()
    {
        const auto ada = User::parse("ada:hf_a:read:acme,lab");
        QVERIFY(ada);
        QVERIFY(!ada->mayWrite);
        QVERIFY(ada->owns("acme"));
        QVERIFY(!ada->owns("bob"));
        QVERIFY(User::parse("ada:hf_a")->mayWrite);
        for (const char *wrong :
             {"ada", "ada:", ":hf_a", "ada:hf_a:admin", "ada:hf_a:read:a/b", "../x:hf_a", "a:b:read:c:d"})
            QVERIFY2(!User::parse(wrong), wrong);
    }

    void largeFileRules_data()
    {
        QTest::addColumn<QByteArray>("attributes");
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<bool>("isLarge");

        QTest::newRow("by its kind, in any folder") << "*.bin filter=lfs -text"_ba
                                                    << "a/b.bin"_ba << true;
        QTest::newRow("another kind") << "*.bin filter=lfs"_ba
                                      << "a/b.txt"_ba << false;
        QTest::newRow("the last line counts") << "*.bin filter=lfs\nb.bin !filter"_ba
                                              << "a/b.bin"_ba << false;
        QTest::newRow("at the root only") << "/b.bin filter=lfs"_ba
                                          << "a/b.bin"_ba << false;
        QTest::newRow("all below a folder") << "data/**/* filter=lfs"_ba
                                            << "data/a/b"_ba << true;
        for (const char *path : {"a b.x", "a*b[1]?.x", "d/\xc3\xbc #1.x", "#x", "back\\slash \"q\""})
            QTest::newRow(path) << largeFileLine(path) << QByteArray(path) << true;
    }

    void largeFileRules()
    {
        QFETCH(QByteArray, attributes);
        QFETCH(QByteArray, path);
        QTEST(LargeFileRules(attributes).covers(path), "isLarge");
    }

    void frontMatters_data()
    {
        QTest::addColumn<QByteArray>("readme");
        QTest::addColumn<QByteArray>("json");

        QTest::newRow("none") << "# Title\n---\na: b\n---\n"_ba
                              << "{}"_ba;
        QTest::newRow("never ended") << "---\na: b\n"_ba
                                     << "{}"_ba;
        QTest::newRow("words, numbers, booleans") << "---\na: b c\nn: 1.5\nt: true\n---\n"_ba
                                                  << "{\"a\":\"b c\",\"n\":1.5,\"t\":true}"_ba;
        QTest::newRow("quotes") << "---\na: \"1\"\nb: 'x: y'\n---\n"_ba
                                << "{\"a\":\"1\",\"b\":\"x: y\"}"_ba;
        QTest::newRow("lists of both kinds") << "---\na: [x, 'y']\nb:\n- x\n  \n- y\nc:\n  - z\n---\n"_ba
                                             << "{\"a\":[\"x\",\"y\"],\"b\":[\"x\",\"y\"],\"c\":[\"z\"]}"_ba;
        QTest::newRow("what is nested, in lists and below keys")
            << "---\nm:\n- name: x\n  results: []\n- y\nw:\n  k: v\n  l:\n    - 1\na: b\n---\n"_ba
            << "{\"a\":\"b\",\"m\":[{\"name\":\"x\",\"results\":[]},\"y\"],\"w\":{\"k\":\"v\",\"l\":[1]}}"_ba;
        QTest::newRow("a text that is folded") << "---\na: >-\n  one\n  two\n\n  three\nb: c\n---\n"_ba
                                               << "{\"a\":\"one two\\nthree\",\"b\":\"c\"}"_ba;
        QTest::newRow("a text as it stands") << "---\na: |\n  one\n   two: 2\n# no\nb: c\n---\n"_ba
                                             << "{\"a\":\"one\\n two: 2\\n\",\"b\":\"c\"}"_ba;
        QTest::newRow("a form") << "---\nf:\n  I want to: talk\n  Why:\n    type: select\n    options:\n      - A\n"
                                   "      - label: B\n        value: b\n  Yes: checkbox\n---\n"_ba
                                << "{\"f\":{\"I want to\":\"talk\",\"Why\":{\"options\":[\"A\",{\"label\":\"B\","
                                   "\"value\":\"b\"}],\"type\":\"select\"},\"Yes\":\"checkbox\"}}"_ba;
        QTest::newRow("quoted keys") << "---\n\"a: b\": c\n'd': e\n---\n"_ba
                                     << "{\"a: b\":\"c\",\"d\":\"e\"}"_ba;
        QTest::newRow("what is not understood") << "---\n- x\n---\n"_ba
                                                << "{}"_ba;
        QTest::newRow("a line without sense in between") << "---\na: b\n???\n  more\nc: d\n---\n"_ba
                                                         << "{\"a\":\"b\",\"c\":\"d\"}"_ba;
        QTest::newRow("items without values, very many")
            << QByteArray("---\na:\n" + QByteArray("-\n").repeated(100000) + "---\n") << "{\"a\":[]}"_ba;
        QTest::newRow("lists in lists in lists, too deep")
            << QByteArray("---\na:\n" +
                          [] {
                              QByteArray lines;
                              for (int depth = 1; depth < 1000; ++depth)
                                  lines += QByteArray(depth, ' ') + "-\n";
                              return lines;
                          }()
                          + "b: c\n---\n")
            << QByteArray("{\"a\":" + QByteArray("[").repeated(32) + QByteArray("]").repeated(32) + ",\"b\":\"c\"}");
        QTest::newRow("a key without a value") << "---\na:\nb: c\n---\n"_ba
                                               << "{\"b\":\"c\"}"_ba;
        QTest::newRow("a mark and carriage returns") << "\xef\xbb\xbf---\r\na: b\r\n---\r\n"_ba
                                                     << "{\"a\":\"b\"}"_ba;
        QTest::newRow("comments") << "---\n# no\na: b # why\n---\n"_ba
                                  << "{\"a\":\"b\"}"_ba;
    }

    void frontMatters()
    {
        QFETCH(QByteArray, readme);
        QTEST(QJsonDocument(frontMatter(readme)).toJson(QJsonDocument::Compact), "json");
    }
};

QTEST_APPLESS_MAIN(TestHttp)
#include "tst_http.moc"
