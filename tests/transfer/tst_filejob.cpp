// SPDX-License-Identifier: Apache-2.0
#include "hub/hubclient.h"
#include "hub/network.h"
#include "local/filelock.h"
#include "support/contents.h"
#include "support/disk.h"
#include "support/onetoken.h"
#include "support/scriptedhub.h"
#include "transfer/batchstore.h"
#include "transfer/cachedestination.h"
#include "transfer/filejob.h"
#include "transfer/folderdestination.h"
#include "transfer/httpsource.h"

#include <QNetworkAccessManager>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

#include <sys/mount.h>

using namespace Qt::Literals::StringLiterals;
using Answer = ScriptedHub::Answer;
using Request = ScriptedHub::Request;

namespace {
const RepoId kRepo{RepoType::Model, u"o/m"_s};
const QString kCommit(40, u'1');
}  // namespace

class TestFileJob : public QObject
{
    Q_OBJECT

    ScriptedHub m_hub;
    QTemporaryDir m_dir;
    QThreadPool m_pool;
    BatchStore m_store{&m_pool, nullptr};
    std::unique_ptr<QNetworkAccessManager> m_network = hub::makeNetwork({});
    OneToken m_credentials;
    RepoCache m_cache = {{}, kRepo, LinkMode::Symlinks};
    int m_caches = 0;

    std::unique_ptr<FileJob> job(const RemoteFiles &files, std::shared_ptr<const Destination> destination = {})
    {
        if (!destination)
            destination = std::make_shared<CacheDestination>(m_cache, kCommit);
        const FileTask task{destination, files, destination->presenceOf(files.first())};
        const auto makeSource = [this, file = files.first()] {
            const HubClient client(m_network.get(), m_hub.url(), {}, &m_credentials);
            return std::make_unique<HttpSource>(m_network.get(), client.limiter(), client.request({file.path}), file,
                                                nullptr);
        };
        return std::make_unique<FileJob>(task, makeSource, &m_store, &m_pool, nullptr);
    }

    QString blob(const RemoteFile &file) const { return m_cache.layout().blob(kRepo, file.etag()); }
    QString part(const RemoteFile &file) const { return m_cache.layout().part(kRepo, file.etag()); }
    QString pointer(const QString &path) const { return m_cache.layout().pointer(kRepo, kCommit, path); }

private Q_SLOTS:
    void init()
    {
        m_cache = {CacheLayout(m_dir.filePath(u"cache%1"_s.arg(++m_caches))), kRepo, LinkMode::Symlinks};
        m_hub.requests.clear();
    }

    void goesOnWhereItStopped_data()
    {
        QTest::addColumn<qsizetype>("there");
        QTest::addColumn<bool>("hubKnowsRanges");
        QTest::addColumn<QByteArray>("asked");
        const qsizetype size = 3'000'000;

        QTest::newRow("nothing is there") << qsizetype(0) << true << QByteArray();
        QTest::newRow("a part is there") << qsizetype(1'234'567) << true << QByteArray("bytes=1234567-");
        QTest::newRow("all but a byte is there") << size - 1 << true << QByteArray("bytes=2999999-");
        QTest::newRow("the hub sends all again") << qsizetype(1'234'567) << false << QByteArray("bytes=1234567-");
        QTest::newRow("all is there") << size << true << QByteArray("nothing");
        QTest::newRow("too much is there") << size + 5 << true << QByteArray();
    }

    void goesOnWhereItStopped()
    {
        QFETCH(qsizetype, there);
        QFETCH(bool, hubKnowsRanges);
        QFETCH(QByteArray, asked);
        const QByteArray bytes = contents::bytes(3'000'000);
        const RemoteFile file = contents::largeFile(u"weights.bin"_s, bytes);
        if (there > 0)
            disk::put(part(file), (bytes + "extra").left(there));
        m_hub.answer = [&](const Request &request) {
            return hubKnowsRanges ? ScriptedHub::ranged(request, bytes) : Answer{200, {}, bytes};
        };
        const auto made = job({file});
        made->start();
        QTRY_COMPARE(made->state(), Job::State::Succeeded);
        QCOMPARE(m_hub.requests.isEmpty() ? "nothing" : m_hub.requests.first().headers.value("range"), asked);
        QVERIFY(disk::contentOf(pointer(u"weights.bin"_s)) == bytes);
        QVERIFY(!disk::isThere(part(file)));
        QCOMPARE(made->done(), bytes.size());
    }

    void readsLittleThatItCannotWrite()
    {
        constexpr qsizetype kFirst = 2'000'000;
        constexpr qint64 kMostLost = 8'000'000;  // By a process that is killed while its disk is busy.
        constexpr qint64 kInQt = 3 << 20;        // What the request may hold for us.
        const QByteArray bytes = contents::bytes(40'000'000);
        const RemoteFile file = contents::largeFile(u"weights.bin"_s, bytes);
        m_hub.answer = [&](const Request &) { return Answer{200, {}, bytes, -1, -1, kFirst}; };
        const auto made = job({file});
        made->start();
        QTRY_COMPARE(QFileInfo(part(file)).size(), kFirst);
        QVERIFY(m_pool.waitForDone(5000));
        QSemaphore isFree;
        for (int i = 0; i < m_pool.maxThreadCount(); ++i)
            m_pool.start([&isFree] { isFree.acquire(); });
        m_hub.release();
        QTRY_VERIFY(made->received() > kFirst + kMostLost / 4);
        QTest::qWait(300);  // A time in which the rest could well have come.
        const qint64 lost = made->received() + kInQt - QFileInfo(part(file)).size();
        isFree.release(m_pool.maxThreadCount());
        QVERIFY2(lost <= kMostLost, qPrintable(QString::number(lost)));
        QTRY_COMPARE_WITH_TIMEOUT(made->state(), Job::State::Succeeded, 20'000);
        QVERIFY(disk::contentOf(pointer(u"weights.bin"_s)) == bytes);
    }

    void publishesNothingWrong_data()
    {
        QTest::addColumn<QByteArray>("served");
        QTest::addColumn<qsizetype>("there");
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<bool>("partStays");
        const QByteArray large = contents::bytes(2'000'000);
        const QByteArray wrong = QByteArray(large).replace(1'500'000, 1, "?");

        QTest::newRow("other bytes in a large file") << wrong << qsizetype(0) << Error::Kind::Checksum << false;
        QTest::newRow("other bytes after a part") << wrong << qsizetype(10) << Error::Kind::Checksum << false;
        QTest::newRow("too few") << large.left(1'999'999) << qsizetype(0) << Error::Kind::Offline << true;
        QTest::newRow("too many") << large + "!" << qsizetype(0) << Error::Kind::BadReply << true;
        QTest::newRow("nothing") << QByteArray() << qsizetype(0) << Error::Kind::Offline << false;
    }

    void publishesNothingWrong()
    {
        QFETCH(QByteArray, served);
        QFETCH(qsizetype, there);
        QFETCH(Error::Kind, kind);
        QFETCH(bool, partStays);
        const QByteArray bytes = contents::bytes(2'000'000);
        const RemoteFile file = contents::largeFile(u"weights.bin"_s, bytes);
        if (there > 0)
            disk::put(part(file), bytes.left(there));
        m_hub.answer = [&](const Request &request) {
            Answer answer{request.offset() > 0 ? 206 : 200, {}, served.mid(request.offset()), -2};
            if (request.offset() > 0)
                answer.headers << qMakePair(QByteArray("Content-Range"),
                                            "bytes " + QByteArray::number(request.offset()) + "-9/*");
            return answer;
        };
        const auto made = job({file});
        made->start();
        QTRY_COMPARE(made->state(), Job::State::Failed);
        QCOMPARE(int(made->error()->kind), int(kind));
        QVERIFY(kind != Error::Kind::Checksum || made->error()->message.contains(u"weights.bin"_s));
        QVERIFY(!disk::isThere(pointer(u"weights.bin"_s)));
        QVERIFY(!disk::isThere(blob(file)));
        QCOMPARE(disk::isThere(part(file)), partStays);
    }

    void writesNoWrongSmallFileAtAll()
    {
        const RemoteFile file = contents::smallFile(u"config.json"_s, "{\"a\": 1}");
        m_hub.answer = [](const Request &) { return Answer{200, {}, "{\"a\": 2}"}; };
        const auto made = job({file});
        made->start();
        QTRY_COMPARE(made->state(), Job::State::Failed);
        QCOMPARE(int(made->error()->kind), int(Error::Kind::Checksum));
        QVERIFY(made->error()->message.contains(u"config.json"_s));
        QVERIFY(!disk::isThere(m_cache.layout().blobs(kRepo)));
    }

    void fetchesOneContentOnceForAllItsFiles_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<bool>("intoFolder");
        QTest::newRow("small, cache") << qsizetype(1000) << false;
        QTest::newRow("large, cache") << qsizetype(2'000'000) << false;
        QTest::newRow("empty, cache") << qsizetype(0) << false;
        QTest::newRow("small, folder") << qsizetype(1000) << true;
        QTest::newRow("large, folder") << qsizetype(2'000'000) << true;
    }

    void fetchesOneContentOnceForAllItsFiles()
    {
        QFETCH(qsizetype, size);
        QFETCH(bool, intoFolder);
        const QByteArray bytes = contents::bytes(size);
        m_hub.answer = [&](const Request &request) { return ScriptedHub::ranged(request, bytes); };
        const RemoteFiles files{contents::smallFile(u"a"_s, bytes), contents::smallFile(u"b/c"_s, bytes),
                                contents::smallFile(u"d"_s, bytes)};
        std::shared_ptr<const Destination> destination = std::make_shared<CacheDestination>(m_cache, kCommit);
        if (intoFolder)
            destination = std::make_shared<FolderDestination>(LocalFolder(m_dir.filePath(u"f%1"_s.arg(m_caches))),
                                                              kCommit, m_cache);
        const auto made = job(files, destination);
        made->start();
        QTRY_COMPARE(made->state(), Job::State::Succeeded);
        QCOMPARE(m_hub.requests.size(), size > 0 ? 1 : 0);
        for (const RemoteFile &file : files) {
            QVERIFY(disk::contentOf(destination->target(file)) == bytes);
            QCOMPARE(int(destination->presenceOf(file)), int(Presence::Whole));
        }
    }

    void copiesIntoAFolderWhatTheCacheHas()
    {
        const QByteArray bytes = contents::bytes(2'000'000);
        const RemoteFile file = contents::largeFile(u"x/a.bin"_s, bytes);
        disk::put(blob(file), bytes);
        const auto destination
            = std::make_shared<FolderDestination>(LocalFolder(m_dir.filePath(u"plain"_s)), kCommit, m_cache);
        QCOMPARE(int(destination->presenceOf(file)), int(Presence::Content));
        const auto made = job({file}, destination);
        made->start();
        QTRY_COMPARE(made->state(), Job::State::Succeeded);
        QVERIFY(m_hub.requests.isEmpty());
        QVERIFY(disk::contentOf(m_dir.filePath(u"plain/x/a.bin"_s)) == bytes);
    }

    void fetchesWhatIsDamagedInTheCache()
    {
        const QByteArray bytes = contents::bytes(2'000'000);
        const RemoteFile file = contents::largeFile(u"a.bin"_s, bytes);
        disk::put(blob(file), QByteArray(bytes).replace(5, 1, "?"));
        m_hub.answer = [&](const Request &request) { return ScriptedHub::ranged(request, bytes); };
        const auto made = job(
            {file}, std::make_shared<FolderDestination>(LocalFolder(m_dir.filePath(u"heal"_s)), kCommit, m_cache));
        made->start();
        QTRY_COMPARE(made->state(), Job::State::Succeeded);
        QCOMPARE(m_hub.requests.size(), 1);
        QVERIFY(disk::contentOf(m_dir.filePath(u"heal/a.bin"_s)) == bytes);
    }

    void writesThroughNoLink()
    {
        const QByteArray bytes = contents::bytes(2'000'000);
        const RemoteFile file = contents::largeFile(u"a.bin"_s, bytes);
        QVERIFY(QDir().mkpath(m_cache.layout().blobs(kRepo)));
        disk::makeLink(m_dir.filePath(u"elsewhere"_s), part(file));
        const auto made = job({file});
        made->start();
        QTRY_COMPARE(made->state(), Job::State::Failed);
        QCOMPARE(int(made->error()->kind), int(Error::Kind::Refused));
        QVERIFY(!disk::isThere(m_dir.filePath(u"elsewhere"_s)));
        QVERIFY(m_hub.requests.isEmpty());
    }

    void waitsWhileSomebodyElseHasTheLock_data()
    {
        QTest::addColumn<qsizetype>("size");
        QTest::addColumn<bool>("theyMadeIt");
        QTest::newRow("large, and they made it") << qsizetype(2'000'000) << true;
        QTest::newRow("large, and they gave up") << qsizetype(2'000'000) << false;
        QTest::newRow("small, and they made it") << qsizetype(10) << true;
        QTest::newRow("small, and they gave up") << qsizetype(10) << false;
    }

    void waitsWhileSomebodyElseHasTheLock()
    {
        QFETCH(qsizetype, size);
        QFETCH(bool, theyMadeIt);
        const QByteArray bytes = contents::bytes(size);
        const RemoteFile file = contents::largeFile(u"a.bin"_s, bytes);
        m_hub.answer = [&](const Request &request) { return ScriptedHub::ranged(request, bytes); };
        FileLock lock(m_cache.layout().lock(kRepo, file.etag()));
        QVERIFY(lock.tryLock());

        const auto made = job({file});
        QSignalSpy freed(made.get(), &FileJob::connectionFreed);
        made->start();
        QTRY_VERIFY(made->isLocked());
        QVERIFY(!freed.isEmpty());
        QVERIFY(!disk::isThere(pointer(u"a.bin"_s)));
        if (theyMadeIt)
            disk::put(blob(file), bytes);
        lock.unlock();

        QTRY_COMPARE(made->state(), Job::State::Succeeded);
        QVERIFY(disk::contentOf(pointer(u"a.bin"_s)) == bytes);
        if (size > 10)
            QCOMPARE(m_hub.requests.size(), theyMadeIt ? 0 : 1);
        QVERIFY(lock.tryLock());  // And it is free again.
    }

    void leavesPartAndNoLockWhenCancelled()
    {
        const QByteArray bytes = contents::bytes(4'000'000);
        const RemoteFile file = contents::largeFile(u"a.bin"_s, bytes);
        m_hub.answer = [&](const Request &) { return Answer{200, {}, bytes, -1, -1, 2'000'000}; };
        auto made = job({file});
        QSignalSpy finished(made.get(), &Job::finished);
        made->start();
        QTRY_COMPARE(made->done(), 2'000'000);
        QTRY_COMPARE(disk::contentOf(part(file)).size(), 2'000'000);
        made->cancel();
        made->cancel();
        QCOMPARE(finished.count(), 1);
        QCOMPARE(made->state(), Job::State::Cancelled);
        made.reset();
        QVERIFY(m_pool.waitForDone());
        FileLock lock(m_cache.layout().lock(kRepo, file.etag()));
        const auto taken = lock.tryLock();
        QVERIFY(taken && *taken == FileLock::Outcome::Taken);
        QCOMPARE(disk::contentOf(part(file)).size(), 2'000'000);
    }

    void diesInTheMiddle()
    {
        const QByteArray bytes = contents::bytes(4'000'000);
        m_hub.answer = [&](const Request &) { return Answer{200, {}, bytes, -1, -1, 3'000'000}; };
        for (int i = 0; i < 5; ++i) {
            auto made = job({contents::largeFile(u"a.bin"_s, bytes)});
            made->start();
            QTRY_VERIFY(made->done() > 0);
        }
        QVERIFY(m_pool.waitForDone());
    }

    void learnsTheSizeFromTheAnswer()
    {
        const QByteArray bytes = contents::bytes(100'000);
        RemoteFile file = contents::smallFile(u"a"_s, bytes);
        file.size = -1;
        m_hub.answer = [&](const Request &request) { return ScriptedHub::ranged(request, bytes); };
        const auto made = job({file});
        made->start();
        QTRY_COMPARE(made->state(), Job::State::Succeeded);
        QCOMPARE(made->total(), bytes.size());
        QVERIFY(disk::contentOf(pointer(u"a"_s)) == bytes);
    }

    void keepsWhatArrivedWhenTheDiskIsFull()
    {
        const QString mount = m_dir.filePath(u"tiny"_s);
        QVERIFY(QDir().mkpath(mount));
        if (::mount("tmpfs", QFile::encodeName(mount).constData(), "tmpfs", 0, "size=3m") != 0)
            QSKIP("Only root may mount a small disk.");
        const auto unmount = qScopeGuard([&] { ::umount2(QFile::encodeName(mount).constData(), MNT_DETACH); });
        m_cache = {CacheLayout(mount), kRepo, LinkMode::Symlinks};
        const QByteArray bytes = contents::bytes(8'000'000);
        const RemoteFile file = contents::largeFile(u"a.bin"_s, bytes);
        m_hub.answer = [&](const Request &request) { return ScriptedHub::ranged(request, bytes); };
        const auto made = job({file});
        made->start();
        QTRY_COMPARE(made->state(), Job::State::Failed);
        QCOMPARE(int(made->error()->kind), int(Error::Kind::DiskFull));
        QVERIFY(disk::contentOf(part(file)).size() > 1'000'000);
    }
};

QTEST_GUILESS_MAIN(TestFileJob)
#include "tst_filejob.moc"
