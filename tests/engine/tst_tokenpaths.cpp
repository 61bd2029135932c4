// SPDX-License-Identifier: Apache-2.0
#include "tokenpathsrig.h"

#include "support/onetoken.h"

using namespace tokenpaths;

Q_DECLARE_METATYPE(Rules)
Q_DECLARE_METATYPE(Asked)

/// The way of a token through everything that browses and downloads: from us to the Hub that it was put in for, in the
/// one header that is made for it, and nowhere else, whatever servers answer.
class TestTokenPaths : public QObject, private TokenPathsRig
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { startServers(); }

    void aTokenIsFoundHoweverItIsWritten()
    {
        for (const QByteArray &text :
             {"x" + kToken, "/?t=" + kToken.toPercentEncoding(), "Basic " + ("ada:" + kToken).toBase64(),
              "Basic " + (kToken + ':').toBase64(), "Basic " + (kToken + ":pass").toBase64(), kToken.toUpper()})
            QVERIFY2(holdsToken(text), text.constData());
        QVERIFY(!holdsToken("GET /o/m/resolve/main/hf_made HTTP/1.1"));
    }

    void goesToTheHubAlone_data()
    {
        QTest::addColumn<bool>("isSecure");
        QTest::addColumn<Rules>("rules");
        QTest::addColumn<Asked>("asked");
        const auto row = [](const char *name, const Rules &rules, Asked asked = Asked::Nobody) {
            QTest::newRow(name) << false << rules << asked;
        };
        const auto secureRow = [](const char *name, const Rules &rules, Asked asked = Asked::Nobody) {
            QTest::newRow(name) << true << rules << asked;
        };
        const auto sent = [](const QByteArray &address, const QByteArray &to) {
            return Rules{{Rule::Hub, address, sentTo(to)}};
        };
        row("nobody sends us anywhere", {});
        secureRow("nobody sends us anywhere, over https", {});

        row("a file lies at another port", sent(kFile, "http://%third/cdn/x"), Asked::Third);
        row("a file lies at another name of the same server", sent(kFile, "http://%otherName/cdn/x"),
            Asked::HubByAnotherName);
        row("a file lies at a CDN, by a signed address",
            sent(kFile, "http://%third/cdn/x?Expires=9&Signature=made~up&Key-Pair-Id=K"), Asked::Third);
        row("a file lies behind https", sent(kFile, "https://%secure/cdn/x"), Asked::SecureThird);
        secureRow("a file lies at another port, both over https", sent(kFile, "https://%secure/cdn/x"),
                  Asked::SecureThird);
        secureRow("from https to http leads no way", sent(kFile, "http://%third/cdn/x"));
        secureRow("from https to http at the same place leads no way", sent(kFile, "http://%hub/cdn/x"));
        secureRow("a file lies at another name, over https", sent(kFile, "https://%otherName/cdn/x"),
                  Asked::HubByAnotherName);
        for (const QByteArray status : {"301 Moved", "303 See Other", "307 Temporary", "308 Permanent"})
            row(("a file lies elsewhere: " + status).constData(),
                {{Rule::Hub, kFile, sentTo("http://%third/cdn/x", status)}}, Asked::Third);
        row("a third server sends us back to the Hub",
            {{Rule::Hub, kFile, sentTo("http://%third/cdn/x")}, {Rule::Third, "/cdn/", sentTo("http://%hub/cdn/y")}},
            Asked::Third);
        row("a third server sends us back to the Hub, and around again",
            {{Rule::Hub, kFile, sentTo("http://%third/cdn/x")},
             {Rule::Third, "/cdn/x", sentTo("http://%hub/cdn/y")},
             {Rule::Hub, "/cdn/y", sentTo("/cdn/z")}},
            Asked::Third);
        row("what a repository is, another server says", sent(kInfo, "http://%third" + kInfo + "main"), Asked::Third);
        row("what is in it, another server says", sent(kTree, "http://%third" + kTree + kCommit), Asked::Third);

        row("an address without a scheme", sent(kFile, "//%third/cdn/x"), Asked::Third);
        row("an address with the token as its user", sent(kFile, "http://%escaped@%third/cdn/x"), Asked::Third);
        row("an address with a user and the token",
            {{Rule::Hub, kFile, sentTo("http://ada:%escaped@%third/cdn/x")},
             {Rule::Third, "/cdn/",
              RecordingServer::answer("Who?", "WWW-Authenticate: Basic realm=\"Hub\"\r\n", "401 Unauthorized")}},
            Asked::Third);
        row("the Hub's name as the user of another server", sent(kFile, "http://%hub@%third/cdn/x"), Asked::Third);
        row("a backslash before another server", sent(kFile, "http://%hub\\@%third/cdn/x"), Asked::Third);
        row("backslashes for slashes", sent(kFile, "\\\\%third\\cdn\\x"));
        row("another server in the fragment", sent(kFile, "http://%hub/own/x#@%third/"));
        row("the Hub's name before another's", sent(kFile, "http://%hub.%third/cdn/x"));
        row("another scheme", sent(kFile, "ftp://%third/cdn/x"));
        row("a server asks for a password",
            {{Rule::Hub, kFile, sentTo("http://%third/cdn/x")},
             {Rule::Third, "/cdn/",
              RecordingServer::answer("Who?", "WWW-Authenticate: Bearer realm=\"Hub\"\r\n", "401 Unauthorized")}},
            Asked::Third);

        for (const QByteArray to : {"http://%third/api/p2", "//%third/api/p2", "http://%hub@%third/api/p2",
                                    "https://%secure/api/p2", "http://%otherName/api/p2"})
            row(("the next page is " + to).constData(),
                {{Rule::Hub, kTree, listWith({}, "Link: <" + to + ">; rel=\"next\"\r\n")}});
        row("a list names other places for its files",
            {{Rule::Hub, kTree,
              listWith(
                  {{u"url"_s, u"http://%third/a"_s},
                   {u"downloadUrl"_s, u"http://%third/b"_s},
                   {u"xetHash"_s, QString(64, u'e')},
                   {u"lfs"_s,
                    QJsonObject{{u"oid"_s, contents::largeFile({}, kBytes).sha256},
                                {u"size"_s, kBytes.size()},
                                {u"url"_s, u"http://%third/c"_s},
                                {u"actions"_s,
                                 QJsonObject{{u"download"_s, QJsonObject{{u"href"_s, u"http://%third/d"_s}}}}}}}})}});
        const auto sibling = [](const QString &name) {
            return QJsonObject{{u"rfilename"_s, name}, {u"size"_s, 10}, {u"blobId"_s, QString(40, u'b')}};
        };
        row("a repository's files are named as other places",
            {{Rule::Hub, kTree, RecordingServer::answer("{}", {}, "404 Not Found")},
             {Rule::Hub, kInfo,
              infoWith({{u"siblings"_s,
                         QJsonArray{sibling(u"http://%third/a"_s), sibling(u"//%third/b"_s),
                                    sibling(u"\\\\%third\\c"_s), sibling(u"@%third"_s), sibling(u"a.bin"_s)}},
                        {u"url"_s, u"http://%third/"_s}})}});
        row("branches are named as other places",
            {{Rule::Hub, "/api/models/o/m/refs",
              answer("{\"branches\":[{\"name\":\"main\",\"ref\":\"//%third/x\",\"targetCommit\":\"http://%third/"
                     "y\"}]}")}});
        row("a file's headers name other places",
            {{Rule::Hub, kFile,
              fileWith("X-Xet-Hash: " + QByteArray(64, 'e')
                       + "\r\nX-Linked-Etag: \"http://%third/a\"\r\nContent-Location: http://%third/b\r\n"
                         "Link: <http://%third/token>; rel=\"xet-auth\", <http://%third/r>; "
                         "rel=\"xet-reconstruction-info\"\r\nRefresh: 0; url=http://%third/c\r\n"
                         "Alt-Svc: http/1.1=\"%third\"\r\nSet-Cookie: spy=1; Domain=127.0.0.1\r\n")}});
        row("a file's headers name a place in another storage, and it moves there",
            {{Rule::Hub, kFile,
              RecordingServer::answer({},
                                      "X-Xet-Hash: " + QByteArray(64, 'e')
                                          + "\r\nLink: <http://%third/token>; rel=\"xet-auth\"\r\n"
                                            "Location: http://%third/cdn/x\r\n",
                                      "302 Found")}},
            Asked::Third);
    }

    void goesToTheHubAlone()
    {
        QFETCH(const bool, isSecure);
        QFETCH(const Rules, rules);
        QFETCH(const Asked, asked);
        begin(isSecure);
        setRules(rules);
        const TransferRow row = browseAndDownload({m_hub->url()});
        QVERIFY(row.id != 0);
        QVERIFY2(timesTheHubGotIt() > 0, "a test without a token");
        QCOMPARE(whoLearntIt(), QByteArray());
        for (const Asked who : {Asked::Third, Asked::SecureThird, Asked::HubByAnotherName})
            QCOMPARE(isAsked(who), who == asked);
    }

    void bytesComeFromWhereTheHubSentUs()
    {
        begin(false);
        setRules({{Rule::Hub, kFile, sentTo("http://%third/cdn/x?Signature=made~up%2B")}});
        QCOMPARE(int(browseAndDownload({m_hub->url()}).state), int(State::Succeeded));
        QVERIFY(m_third->requests.constLast().startsWith("GET /cdn/x?Signature=made~up%2B HTTP/1.1\r\n"));
        QCOMPARE(whoLearntIt(), QByteArray());
    }

    void aThirdServersWordDoesNotBringTheTokenBack()
    {
        begin(false);
        setRules(
            {{Rule::Hub, kFile, sentTo("http://%third/cdn/x")}, {Rule::Third, "/cdn/", sentTo("http://%hub/cdn/y")}});
        QCOMPARE(int(browseAndDownload({m_hub->url()}).state), int(State::Succeeded));
        QVERIFY(m_hub->requests.constLast().startsWith("GET /cdn/y "));
        QVERIFY(!m_hub->requests.constLast().toLower().contains("authorization"));
    }

    void goesToNoHubThatItWasNotPutInFor_data()
    {
        QTest::addColumn<QString>("account");
        QTest::addColumn<Rules>("rules");
        QTest::newRow("a mirror") << QString() << Rules{};
        QTest::newRow("a mirror, asked as the same account") << u"ada"_s << Rules{};
        QTest::newRow("a mirror that sends us to the Hub")
            << u"ada"_s << Rules{{Rule::Third, kFile, sentTo("http://%hub/cdn/x")}};
    }

    /// Each endpoint has tokens of its own.
    void goesToNoHubThatItWasNotPutInFor()
    {
        QFETCH(const QString, account);
        QFETCH(const Rules, rules);
        begin(false);
        setRules(rules);
        QCOMPARE(int(browseAndDownload({m_third->url()}, {{}, account}).state), int(State::Succeeded));
        QVERIFY(!m_third->requests.isEmpty());
        QCOMPARE(m_hub->requests.isEmpty(), rules.isEmpty());
        QCOMPARE(timesTheHubGotIt(), 0);
        QCOMPARE(whoLearntIt(), QByteArray());
        QCOMPARE(int(browseAndDownload({m_hub->url()}, {{}, account}).state), int(State::Succeeded));
        QVERIFY(timesTheHubGotIt() > 0);
    }

    /// The third server is the proxy here, and so reads what goes over plain http to names that are not this
    /// computer's.
    void goesNowhereInTheOpen()
    {
        begin(false);
        const auto credentials = std::make_shared<OneToken>(kToken);
        const EngineOptions open{
            .endpoint = QUrl(u"http://hub.test"_s), .proxy = m_third->url(), .credentials = credentials};
        QCOMPARE(int(browseAndDownload(open).state), int(State::Succeeded));
        QVERIFY(m_third->requests.constFirst().startsWith("GET http://hub.test/api/"));
        QCOMPARE(whoLearntIt(), QByteArray());
    }

    void noProxyReadsWhatIsSaidWithinThisComputer()
    {
        begin(false);
        QCOMPARE(int(browseAndDownload({.endpoint = m_hub->url(), .proxy = m_third->url()}).state),
                 int(State::Succeeded));
        QVERIFY(timesTheHubGotIt() > 0);
        QVERIFY(m_third->requests.isEmpty());
    }

    void aProxyOnTheWayToHttpsReadsNoToken()
    {
        begin(false);
        m_third->answers.clear();
        const auto credentials = std::make_shared<OneToken>(kToken);
        const EngineOptions open{
            .endpoint = QUrl(u"https://hub.test"_s), .proxy = m_third->url(), .credentials = credentials};
        QVERIFY(browseAndDownload(open).error);
        QVERIFY(m_third->requests.constFirst().startsWith("CONNECT hub.test:443 "));
        QCOMPARE(whoLearntIt(), QByteArray());
    }
};

QTEST_GUILESS_MAIN(TestTokenPaths)
#include "tst_tokenpaths.moc"
