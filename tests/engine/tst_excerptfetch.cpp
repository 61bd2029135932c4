// SPDX-License-Identifier: Apache-2.0
#include "engine/excerptfetch.h"
#include "hub/hubclient.h"
#include "hub/network.h"
#include "support/contents.h"
#include "support/faults.h"
#include "support/onetoken.h"
#include "support/scriptedhub.h"
#include "support/testhub.h"

#include <QDir>
#include <QNetworkAccessManager>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;
using Answer = ScriptedHub::Answer;
using Request = ScriptedHub::Request;
using Headers = QList<QPair<QByteArray, QByteArray>>;

Q_DECLARE_METATYPE(ScriptedHub::Answer)

namespace {

const RepoId kRepo{RepoType::Model, u"o/m"_s};

}  // namespace

/// Parts of files to look at, from the in-tree Hub, from the cache, and from servers that do as they like.
class TestExcerptFetch : public QObject
{
    Q_OBJECT

    const QByteArray m_bytes = contents::bytes(3'000'000);
    TestHub m_hub{true};
    Faults m_faults{m_hub.url()};
    QString m_commit;
    RemoteFile m_large;
    RemoteFile m_small;
    std::unique_ptr<QTemporaryDir> m_cacheFolder;
    std::unique_ptr<QNetworkAccessManager> m_network = hub::makeNetwork({});
    OneToken m_credentials;
    std::unique_ptr<HubClient> m_client;
    QThreadPool m_pool;
    std::unique_ptr<ExcerptFetch> m_fetch;

    RepoCache cache() const { return {CacheLayout(m_cacheFolder->path()), kRepo, LinkMode::Symlinks}; }

    void makeFetch(const QUrl &hub, const QString &commit)
    {
        m_client = std::make_unique<HubClient>(m_network.get(), hub, QString(), &m_credentials);
        m_fetch = std::make_unique<ExcerptFetch>(m_client.get(), &m_pool, cache(), commit, nullptr);
    }

    Result<Excerpt> get(const RemoteFile &file, qint64 offset, qint64 count)
    {
        Result<Excerpt> got = Error{Error::Kind::Cancelled, u"Nothing came."_s};
        QSignalSpy finished(m_fetch.get(), &ExcerptFetch::finished);
        connect(m_fetch.get(), &ExcerptFetch::finished, &finished, [&](const Result<Excerpt> &said) { got = said; });
        m_fetch->fetch(file, offset, count);
        [&] { QTRY_COMPARE_WITH_TIMEOUT(finished.size(), 1, 30'000); }();
        return got;
    }

    void keep(const RemoteFile &file, const QByteArray &bytes, bool isLinked) const
    {
        QVERIFY(!cache().prepare(m_commit));
        QFile blob(cache().layout().blob(kRepo, file.etag()));
        QVERIFY(blob.open(QIODevice::WriteOnly));
        blob.write(bytes);
        blob.close();
        if (isLinked)
            QVERIFY(!cache().link(m_commit, file));
    }

    qint64 sentBytes() const
    {
        qint64 sent = 0;
        for (const QJsonObject &request : m_faults.log())
            sent += request[u"sent"_s].toInteger();
        return sent;
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_commit = m_hub.commit({{u"large.bin"_s, m_bytes}, {u"small.txt"_s, "0123456789"}, {u"empty.txt"_s, ""}});
        m_large = contents::largeFile(u"large.bin"_s, m_bytes);
        m_small = contents::smallFile(u"small.txt"_s, "0123456789");
    }

    void init()
    {
        m_faults.clear();
        m_cacheFolder = std::make_unique<QTemporaryDir>();
        makeFetch(m_hub.url(), m_commit);
        m_faults.clearLog();
    }

    void cleanup()
    {
        m_fetch.reset();
        m_client.reset();
    }

    void getsAPart_data()
    {
        QTest::addColumn<bool>("isLarge");
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<qint64>("count");
        QTest::addColumn<qint64>("sent");
        QTest::newRow("the beginning of a large file") << true << qint64(0) << qint64(1000) << qint64(1000);
        QTest::newRow("from its middle") << true << qint64(1'000'000) << qint64(5000) << qint64(5000);
        QTest::newRow("its end, where more is asked for") << true << qint64(2'999'990) << qint64(100) << qint64(10);
        QTest::newRow("all of a small file") << false << qint64(0) << qint64(10) << qint64(10);
        QTest::newRow("all, where more is asked for") << false << qint64(0) << qint64(100) << qint64(10);
        QTest::newRow("nothing behind its end") << false << qint64(10) << qint64(100) << qint64(0);
    }
    void getsAPart()
    {
        QFETCH(const bool, isLarge);
        QFETCH(const qint64, offset);
        QFETCH(const qint64, count);
        QFETCH(const qint64, sent);
        const QByteArray all = isLarge ? m_bytes : QByteArray("0123456789");
        const auto got = get(isLarge ? m_large : m_small, offset, count);
        QVERIFY2(got, got ? "" : qPrintable(got.error().message));
        QCOMPARE(got->bytes, all.mid(offset, count));
        QCOMPARE(got->size, all.size());
        QCOMPARE(got->isToTheEnd(), offset + count >= all.size());
        QTRY_VERIFY(sentBytes() >= sent);
        QVERIFY2(sentBytes() <= sent + 4096, "More went over the wire than was asked for.");  // And a redirect's page.
        QVERIFY(QDir(m_cacheFolder->path()).isEmpty());                                       // Looking keeps nothing.
    }

    void knowsAFileWhoseSizeNobodyTold()
    {
        for (const QString &name : {u"small.txt"_s, u"empty.txt"_s}) {
            RemoteFile file;
            file.path = name;
            const auto got = get(file, 0, 100);
            QVERIFY(got);
            QVERIFY(got->isToTheEnd());
            QCOMPARE(got->size, got->bytes.size());
        }
    }

    void whatWasSeenIsNotAskedForAgain()
    {
        QVERIFY(get(m_large, 0, 1000));
        QVERIFY(get(m_small, 0, 10));
        m_faults.clearLog();
        QCOMPARE(get(m_large, 0, 1000)->bytes, m_bytes.first(1000));
        QVERIFY(m_faults.log().isEmpty());
    }

    void readsTheCacheFirst_data()
    {
        QTest::addColumn<bool>("isLinked");
        QTest::newRow("by its name in the snapshot") << true;
        QTest::newRow("by its content, which has no name in this commit yet") << false;
    }
    void readsTheCacheFirst()
    {
        QFETCH(const bool, isLinked);
        keep(m_large, m_bytes, isLinked);
        m_fetch->setHub(nullptr);
        const auto got = get(m_large, 500, 100);
        QVERIFY(got);
        QCOMPARE(got->bytes, m_bytes.mid(500, 100));
        QCOMPARE(got->size, m_bytes.size());
        QVERIFY(m_faults.log().isEmpty());
    }

    void aDamagedFileOfTheCacheIsAskedForFromTheHub()
    {
        keep(m_large, m_bytes.first(1234), true);
        QCOMPARE(get(m_large, 0, 100)->bytes, m_bytes.first(100));
        QVERIFY(!m_faults.log().isEmpty());
    }

    void aPathThatLeadsOutIsNotRead()
    {
        QVERIFY(!cache().prepare(m_commit));
        QFile outside(m_cacheFolder->filePath(u"secret"_s));
        QVERIFY(outside.open(QIODevice::WriteOnly));
        outside.write("secret");
        outside.close();
        m_fetch->setHub(nullptr);
        RemoteFile file;
        file.path = u"../../../secret"_s;
        const auto got = get(file, 0, 100);
        QVERIFY(!got);
        QCOMPARE(got.error().kind, Error::Kind::Offline);
    }

    void offlineItSaysSo()
    {
        m_fetch->setHub(nullptr);
        const auto got = get(m_small, 0, 10);
        QVERIFY(!got);
        QCOMPARE(got.error().kind, Error::Kind::Offline);
        QVERIFY(m_faults.log().isEmpty());
    }

    void tellsTheNewestAlone()
    {
        QSignalSpy finished(m_fetch.get(), &ExcerptFetch::finished);
        QList<QByteArray> told;
        connect(m_fetch.get(), &ExcerptFetch::finished, this, [&](const Result<Excerpt> &got) { told << got->bytes; });
        m_fetch->fetch(m_large, 0, 1'000'000);
        QTest::qWait(1);
        m_fetch->fetch(m_large, 0, 10);
        m_fetch->fetch(m_small, 2, 3);
        QTRY_COMPARE(finished.size(), 1);
        QTest::qWait(100);
        QCOMPARE(told, QList<QByteArray>{"234"});
    }

    void aCancelledOneIsNotTold()
    {
        QSignalSpy finished(m_fetch.get(), &ExcerptFetch::finished);
        m_fetch->fetch(m_small, 0, 10);
        m_fetch->cancel();
        QVERIFY(!m_fetch->isRunning());
        QTest::qWait(100);
        QCOMPARE(finished.size(), 0);
    }

    void faults_data()
    {
        QTest::addColumn<QJsonObject>("rule");
        QTest::addColumn<qint64>("offset");
        QTest::addColumn<int>("kind");  // -1: it comes all the same.
        QTest::newRow("a server that knows no ranges") << QJsonObject{{u"ignoreRange"_s, true}} << qint64(0) << -1;
        QTest::newRow("a server that knows no ranges, not far inside")
            << QJsonObject{{u"ignoreRange"_s, true}} << qint64(100'000) << -1;
        QTest::newRow("a fault that passes") << QJsonObject{{u"status"_s, 503}, {u"times"_s, 1}} << qint64(0) << -1;
        QTest::newRow("a fault that stays") << QJsonObject{{u"status"_s, 500}} << qint64(0) << int(Error::Kind::Server);
        QTest::newRow("a gated repository")
            << QJsonObject{{u"server"_s, u"hub"_s},
                           {u"status"_s, 403},
                           {u"headers"_s, QJsonObject{{u"X-Error-Code"_s, u"GatedRepo"_s}}}}
            << qint64(0) << int(Error::Kind::Gated);
        QTest::newRow("another content") << QJsonObject{{u"server"_s, u"hub"_s},
                                                        {u"etag"_s, u'"' + QString(64, u'b') + u'"'}}
                                         << qint64(0) << int(Error::Kind::Checksum);
    }
    void faults()
    {
        QFETCH(const QJsonObject, rule);
        QFETCH(const qint64, offset);
        QFETCH(const int, kind);
        m_faults.set({rule});
        m_faults.clearLog();
        const auto got = get(m_large, offset, 1000);
        QCOMPARE(got ? -1 : int(got.error().kind), kind);
        if (got)
            QCOMPARE(got->bytes, m_bytes.mid(offset, 1000));
    }

    void answers_data()
    {
        QTest::addColumn<Answer>("answer");
        QTest::addColumn<int>("kind");
        const Headers range{{"Content-Range", "bytes 0-3/10"}};
        QTest::newRow("the part that was asked for") << Answer{206, range, "0123"} << -1;
        QTest::newRow("more than was asked for") << Answer{206, range, "0123456789"} << -1;
        QTest::newRow("less than there is") << Answer{206, range, "01", 2} << int(Error::Kind::Offline);
        QTest::newRow("the connection breaks") << Answer{206, range, "0123", 4, 2} << int(Error::Kind::Offline);
        QTest::newRow("a part of a file of another size")
            << Answer{206, Headers{{"Content-Range", "bytes 0-3/11"}}, "0123"} << int(Error::Kind::BadReply);
        QTest::newRow("another part") << Answer{206, Headers{{"Content-Range", "bytes 4-7/10"}}, "4567"}
                                      << int(Error::Kind::BadReply);
        QTest::newRow("a whole file of another size") << Answer{200, {}, "012"} << int(Error::Kind::BadReply);
        QTest::newRow("not there") << Answer{404, Headers{{"X-Error-Code", "EntryNotFound"}}}
                                   << int(Error::Kind::NoEntry);
    }
    void answers()
    {
        QFETCH(const Answer, answer);
        QFETCH(const int, kind);
        ScriptedHub scripted;
        scripted.answer = [&](const Request &) { return answer; };
        makeFetch(scripted.url(), QString(40, u'a'));
        const auto got = get(m_small, 0, 4);
        QCOMPARE(got ? -1 : int(got.error().kind), kind);
        QCOMPARE(scripted.requests.first().headers.value("range"), "bytes=0-3");
        if (got)
            QCOMPARE(got->bytes, "0123");
    }

    void readsNoMoreOfAnEndlessAnswer()
    {
        ScriptedHub scripted;
        scripted.answer = [](const Request &) {
            Answer all{200, {}, "0123", -2};
            all.endless = QByteArray(1 << 20, 'x');
            return all;
        };
        makeFetch(scripted.url(), QString(40, u'a'));
        RemoteFile file;
        file.path = u"a.txt"_s;
        const auto got = get(file, 0, 4);
        QVERIFY(got);
        QCOMPARE(got->bytes, "0123");
    }

    void aServerOfWholeFilesIsNotReadFar()
    {
        ScriptedHub scripted;
        scripted.answer = [](const Request &) {
            Answer all{200, {{"Content-Length", "1000000000"}}, "0123", -2};
            all.endless = QByteArray(1 << 20, 'x');
            return all;
        };
        makeFetch(scripted.url(), QString(40, u'a'));
        RemoteFile file;
        file.path = u"a.bin"_s;
        file.size = 1'000'000'000;
        const auto got = get(file, 500'000'000, 1000);
        QVERIFY(!got);
        QCOMPARE(got.error().kind, Error::Kind::BadReply);
    }

    void theTokenStaysAtItsHub()
    {
        ScriptedHub storage;
        storage.answer = [](const Request &request) { return ScriptedHub::ranged(request, "0123456789"); };
        ScriptedHub scripted;
        scripted.answer = [&](const Request &) {
            return Answer{302, Headers{{"Location", storage.url().toEncoded() + "/signed?x=1"}}};
        };
        makeFetch(scripted.url(), QString(40, u'a'));
        const auto got = get(m_small, 2, 4);
        QVERIFY(got);
        QCOMPARE(got->bytes, "2345");
        QCOMPARE(scripted.requests.size(), 1);
        QVERIFY(scripted.requests.first().headers.contains("authorization"));
        QCOMPARE(storage.requests.size(), 1);
        QVERIFY(!storage.requests.first().headers.contains("authorization"));
        QCOMPARE(storage.requests.first().headers.value("range"), "bytes=2-5");
    }

    void nobodyIsThere()
    {
        makeFetch(QUrl(u"http://127.0.0.1:1"_s), QString(40, u'a'));
        QSignalSpy answered(m_client.get(), &HubClient::answered);
        const auto got = get(m_small, 0, 4);
        QVERIFY(!got);
        QCOMPARE(got.error().kind, Error::Kind::Offline);
        QCOMPARE(answered.size(), 1);
        QCOMPARE(answered.first().first().toBool(), false);
    }
};

QTEST_GUILESS_MAIN(TestExcerptFetch)
#include "tst_excerptfetch.moc"
