// SPDX-License-Identifier: Apache-2.0
#include "hub/hubclient.h"
#include "hub/network.h"
#include "hub/ratelimiter.h"
#include "support/contents.h"
#include "support/onetoken.h"
#include "support/scriptedhub.h"
#include "transfer/httpsource.h"

#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Answer = ScriptedHub::Answer;
using Request = ScriptedHub::Request;
using Headers = QList<QPair<QByteArray, QByteArray>>;

Q_DECLARE_METATYPE(ScriptedHub::Answer)

namespace {

const QByteArray kBytes = "0123456789";

/// What a source said.
struct Heard {
    QList<qint64> began;
    QList<qint64> sizes;
    QByteArray bytes;
    int ended = 0;
    std::optional<Error> error;
};

}  // namespace

class TestHttpSource : public QObject
{
    Q_OBJECT

    ScriptedHub m_hub;
    std::unique_ptr<QNetworkAccessManager> m_network = hub::makeNetwork({});
    OneToken m_credentials;
    RemoteFile m_file = contents::largeFile(u"a.bin"_s, kBytes);
    std::shared_ptr<hub::RateLimiter> m_limiter;

    std::unique_ptr<HttpSource> source(Heard &heard)
    {
        m_hub.requests.clear();
        const HubClient client(m_network.get(), m_hub.url(), {}, &m_credentials);
        m_limiter = client.limiter();
        auto made =
            std::make_unique<HttpSource>(m_network.get(), m_limiter, client.request({u"a.bin"_s}), m_file, nullptr);
        connect(made.get(), &ByteSource::began, made.get(), [&heard](qint64 offset, qint64 size) {
            heard.began << offset;
            heard.sizes << size;
        });
        connect(made.get(), &ByteSource::arrived, made.get(),
                [&heard](const QByteArray &bytes) { heard.bytes += bytes; });
        connect(made.get(), &ByteSource::ended, made.get(), [&heard](const std::optional<Error> &error) {
            ++heard.ended;
            heard.error = error;
        });
        return made;
    }

private Q_SLOTS:
    void init() { m_file = contents::largeFile(u"a.bin"_s, kBytes); }

    void refusesWhatIsNotTheContent_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<Error::Kind>("kind");
        const QByteArray other(64, 'b');

        QTest::newRow("the hub names another content")
            << Answer{206, Headers{{"X-Linked-Etag", '"' + other + '"'}, {"Content-Range", "bytes 4-9/10"}}, "456789"}
            << Error::Kind::Checksum;
        QTest::newRow("the hub's own etag is another content")
            << Answer{206, Headers{{"ETag", "W/\"" + other + '"'}, {"Content-Range", "bytes 4-9/10"}}, "456789"}
            << Error::Kind::Checksum;
        QTest::newRow("another part than asked for")
            << Answer{206, Headers{{"Content-Range", "bytes 5-9/10"}}, "56789"} << Error::Kind::BadReply;
        QTest::newRow("a part that does not say where it begins") << Answer{206, {}, "456789"} << Error::Kind::BadReply;
        QTest::newRow("a part of a bigger file")
            << Answer{206, Headers{{"Content-Range", "bytes 4-9/11"}}, "456789"} << Error::Kind::BadReply;
        QTest::newRow("a whole of another size") << Answer{200, {}, "01234567890"} << Error::Kind::BadReply;
        QTest::newRow("packed bytes") << Answer{200, Headers{{"Content-Encoding", "gzip"}}, kBytes}
                                      << Error::Kind::BadReply;
        QTest::newRow("an empty answer") << Answer{204} << Error::Kind::BadReply;
        QTest::newRow("a page for people") << Answer{404, {}, "<html>0123456789"} << Error::Kind::NotFound;
        QTest::newRow("the hub is busy") << Answer{503, {}, "later"} << Error::Kind::Server;
        QTest::newRow("down a slope to another scheme")
            << Answer{302, Headers{{"Location", "ftp://127.0.0.1/a"}}} << Error::Kind::Refused;
        QTest::newRow("the hub redirects another content")
            << Answer{302, Headers{{"Location", "/elsewhere"}, {"X-Linked-Etag", '"' + other + '"'}}}
            << Error::Kind::Checksum;
        QTest::newRow("for ever in a circle") << Answer{302, Headers{{"Location", "/a.bin"}}} << Error::Kind::Refused;
    }

    void refusesWhatIsNotTheContent()
    {
        QFETCH(Answer, answer);
        QFETCH(Error::Kind, kind);
        m_hub.answer = [&](const Request &) { return answer; };
        Heard heard;
        const auto made = source(heard);
        made->start(4);
        QTRY_COMPARE(heard.ended, 1);
        QVERIFY(heard.error);
        QCOMPARE(int(heard.error->kind), int(kind));
        QVERIFY(heard.began.isEmpty());
        QVERIFY(heard.bytes.isEmpty());
    }

    void takesWhatIsTheContent_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<qint64>("begins");
        const QByteArray etag = m_file.etag().toLatin1();
        const QByteArray xet(64, 'c');

        QTest::newRow("the rest") << Answer{206, Headers{{"Content-Range", "bytes 4-9/10"}}, "456789"} << qint64(4);
        QTest::newRow("the rest, without saying of how much")
            << Answer{206, Headers{{"Content-Range", "bytes 4-9/*"}}, "456789"} << qint64(4);
        QTest::newRow("all instead of the rest") << Answer{200, {}, kBytes} << qint64(0);
        QTest::newRow("all, without saying how much") << Answer{200, {}, kBytes, -2} << qint64(0);
        QTest::newRow("a weak etag") << Answer{200, Headers{{"ETag", "W/\"" + etag + '"'}}, kBytes} << qint64(0);
        QTest::newRow("a proxy's own kind of etag")
            << Answer{200, Headers{{"ETag", "\"5f3a-19\""}}, kBytes} << qint64(0);
        QTest::newRow("the xet hash as etag") << Answer{200, Headers{{"ETag", '"' + xet + '"'}}, kBytes} << qint64(0);
        QTest::newRow("the linked etag beside another one")
            << Answer{200, Headers{{"ETag", '"' + QByteArray(64, 'd') + '"'}, {"X-Linked-Etag", etag}}, kBytes}
            << qint64(0);
    }

    void takesWhatIsTheContent()
    {
        QFETCH(Answer, answer);
        QFETCH(qint64, begins);
        m_file.xetHash = QString(64, u'c');
        m_hub.answer = [&](const Request &) { return answer; };
        Heard heard;
        const auto made = source(heard);
        made->start(4);
        QTRY_COMPARE(heard.ended, 1);
        QVERIFY2(!heard.error, qPrintable(heard.error ? heard.error->message : QString()));
        QCOMPARE(heard.began, QList<qint64>{begins});
        QCOMPARE(heard.bytes, kBytes.mid(begins));
        QCOMPARE(m_hub.requests.first().headers["range"], "bytes=4-");
        QCOMPARE(m_hub.requests.first().headers["accept-encoding"], "identity");
    }

    void beginsAgainWhereThePartDoesNotFit()
    {
        m_hub.answer = [](const Request &request) { return ScriptedHub::ranged(request, kBytes); };
        Heard heard;
        const auto made = source(heard);
        made->start(20);
        QTRY_COMPARE(heard.ended, 1);
        QVERIFY(!heard.error);
        QCOMPARE(heard.began, QList<qint64>{0});
        QCOMPARE(heard.bytes, kBytes);
        QCOMPARE(m_hub.requests.size(), 2);
    }

    void followsToStorageWithoutTheToken()
    {
        ScriptedHub storage;
        // Its ETag is another content's name, and counts for nothing.
        storage.answer = [](const Request &request) {
            Answer answer = ScriptedHub::ranged(request, kBytes);
            answer.headers << qMakePair(QByteArray("ETag"), '"' + QByteArray(64, 'e') + '"');
            return answer;
        };
        const QByteArray address = storage.url().toEncoded() + "/lfs/x%2Fy?Signature=a%2Bb";
        m_hub.answer = [&](const Request &) {
            return Answer{302, Headers{{"Location", address}, {"X-Linked-Etag", '"' + m_file.etag().toLatin1() + '"'}}};
        };
        Heard heard;
        const auto made = source(heard);
        made->start(4);
        QTRY_COMPARE(heard.ended, 1);
        QVERIFY(!heard.error);
        QCOMPARE(heard.bytes, "456789");
        QCOMPARE(m_hub.requests.first().headers["authorization"], "Bearer hf_secret");
        QVERIFY(!storage.requests.first().headers.contains("authorization"));
        QCOMPARE(storage.requests.first().target, "/lfs/x%2Fy?Signature=a%2Bb");
        QCOMPARE(storage.requests.first().headers["range"], "bytes=4-");
    }

    void keepsTheTokenOnTheHubsOwnOrigin()
    {
        m_hub.answer = [](const Request &request) {
            return request.target == "/a.bin" ? Answer{307, Headers{{"Location", "/cache/a.bin?x=1"}}}
                                              : ScriptedHub::ranged(request, kBytes);
        };
        Heard heard;
        const auto made = source(heard);
        made->start(0);
        QTRY_COMPARE(heard.ended, 1);
        QCOMPARE(heard.bytes, kBytes);
        QCOMPARE(m_hub.requests.last().target, "/cache/a.bin?x=1");
        QCOMPARE(m_hub.requests.last().headers["authorization"], "Bearer hf_secret");
    }

    void aSignedAddressThatRanOutIsWorthAnotherTry()
    {
        ScriptedHub storage;
        storage.answer = [](const Request &) { return Answer{403, {}, "<Error>Request has expired</Error>"}; };
        m_hub.answer = [&](const Request &) {
            return Answer{302, Headers{{"Location", storage.url().toEncoded() + "/x?Signature=hush"}}};
        };
        Heard heard;
        const auto made = source(heard);
        made->start(0);
        QTRY_COMPARE(heard.ended, 1);
        QVERIFY(heard.error->isTransient());
        QVERIFY(!heard.error->detail.contains("hush"_L1) && !heard.error->message.contains("hush"_L1));
    }

    void aBodyCutShortIsWorthAnotherTry()
    {
        m_hub.answer = [](const Request &) { return Answer{200, {}, kBytes, -1, 5}; };
        Heard heard;
        const auto made = source(heard);
        made->start(0);
        QTRY_COMPARE(heard.ended, 1);
        QVERIFY(heard.error->isTransient());
        QCOMPARE(heard.bytes, "01234");
    }

    void holdsBackWithoutFillingTheMemory()
    {
        const QByteArray big = contents::bytes(32 << 20);
        m_file = contents::largeFile(u"a.bin"_s, big);
        m_hub.answer = [&](const Request &) { return Answer{200, {}, big}; };
        Heard heard;
        const auto made = source(heard);
        connect(made.get(), &ByteSource::arrived, made.get(), [&] {
            if (heard.bytes.size() < 4 << 20)
                return;
            made->setHeldBack(true);
        });
        made->start(0);
        QTRY_VERIFY(heard.bytes.size() >= 4 << 20);
        const qsizetype before = heard.bytes.size();
        QTest::qWait(100);  // A time in which the rest could well have come.
        QCOMPARE(heard.bytes.size(), before);
        QCOMPARE(heard.ended, 0);
        made->disconnect();
        connect(made.get(), &ByteSource::arrived, made.get(), [&](const QByteArray &bytes) { heard.bytes += bytes; });
        connect(made.get(), &ByteSource::ended, made.get(), [&] { ++heard.ended; });
        made->setHeldBack(false);
        QTRY_COMPARE(heard.ended, 1);
        QCOMPARE(heard.bytes.size(), big.size());
        QVERIFY(heard.bytes == big);
    }

    /// A file may come for longer than the window that its head tells of lasts.
    void learnsTheLimitFromTheHead()
    {
        m_hub.answer = [&](const Request &) {
            return Answer{.headers = {{"RateLimit", "\"resolvers\";r=0;t=99"}}, .body = kBytes, .hold = 4};
        };
        Heard heard;
        const auto made = source(heard);
        made->start(0);
        QTRY_COMPARE(heard.bytes.size(), 4);
        QVERIFY(m_limiter->waitFor(m_hub.url().resolved(QUrl(u"/a.bin"_s))) > 90s);
        m_hub.release();
        QTRY_COMPARE(heard.bytes, kBytes);
    }

    void saysNothingAfterAbort()
    {
        m_hub.answer = [](const Request &) { return Answer{200, {}, kBytes, -1, -1, 5}; };
        Heard heard;
        const auto made = source(heard);
        made->start(0);
        QTRY_COMPARE(heard.bytes, "01234");
        made->abort();
        m_hub.release();
        QTest::qWait(20);
        QCOMPARE(heard.ended, 0);
        QCOMPARE(heard.bytes, "01234");
    }

    void asksForNoUnsafePath()
    {
        const HubClient client(m_network.get(), m_hub.url(), {}, &m_credentials);
        HttpSource made(m_network.get(), client.limiter(), client.request({u".."_s, u"a"_s}), m_file, nullptr);
        QSignalSpy ended(&made, &ByteSource::ended);
        m_hub.requests.clear();
        made.start(0);
        QCOMPARE(ended.count(), 1);
        QVERIFY(m_hub.requests.isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestHttpSource)
#include "tst_httpsource.moc"
