// SPDX-License-Identifier: Apache-2.0
#include "core/texts.h"
#include "support/contents.h"
#include "support/disk.h"
#include "support/onetoken.h"
#include "support/rowwatch.h"
#include "support/scriptedhub.h"
#include "support/tinydisk.h"
#include "transfer/transferqueue.h"

#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QFileInfo>
#include <QTest>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;
using Answer = ScriptedHub::Answer;
using Request = ScriptedHub::Request;
using State = TransferRow::State;

namespace {
const RepoId kRepo{RepoType::Model, u"o/m"_s};
const QString kCommit(40, u'1');
}  // namespace

/// Downloads from a Hub that stalls, breaks, lies or limits.
class TestTransferTroubles : public QObject
{
    Q_OBJECT

    ScriptedHub m_hub;
    QTemporaryDir m_dir;
    QThreadPool m_pool;
    std::unique_ptr<TransferQueue> m_queue;
    RowWatch m_watch;
    CacheLayout m_layout;
    quint64 m_id = 0;
    QMap<QString, QByteArray> m_files;                           ///< What the Hub lists.
    std::function<Answer(const Request &, QByteArray)> m_serve;  ///< Asked for each file, with its bytes.
    int m_fileRequests = 0;

    static RemoteFile remote(const QString &path, const QByteArray &bytes)
    {
        return bytes.size() > 1000 ? contents::largeFile(path, bytes) : contents::smallFile(path, bytes);
    }

    QByteArray list() const
    {
        QJsonArray rows;
        for (auto it = m_files.cbegin(); it != m_files.cend(); ++it) {
            const RemoteFile file = remote(it.key(), it.value());
            QJsonObject row{
                {u"type"_s, u"file"_s}, {u"path"_s, file.path}, {u"size"_s, file.size}, {u"oid"_s, file.blobId}};
            if (!file.sha256.isEmpty())
                row[u"lfs"_s] = QJsonObject{{u"oid"_s, file.sha256}, {u"size"_s, file.size}, {u"pointerSize"_s, 130}};
            rows << row;
        }
        return QJsonDocument(rows).toJson();
    }

    Answer answer(const Request &request)
    {
        if (request.target.startsWith("/api/models/o/m/revision/"))
            return {200, {}, QJsonDocument(QJsonObject{{u"id"_s, kRepo.name}, {u"sha"_s, kCommit}}).toJson()};
        if (request.target.startsWith("/api/models/o/m/tree/"))
            return {200, {}, list()};
        ++m_fileRequests;
        const QString path
            = QUrl::fromPercentEncoding(request.target.mid(("/o/m/resolve/" + kCommit.toLatin1() + '/').size()));
        return m_serve(request, m_files.value(path));
    }

    quint64 add(const DownloadWish &wish = {kRepo})
    {
        m_queue->add(++m_id, wish);
        return m_id;
    }

    QByteArray fileAt(const QString &path) const { return disk::contentOf(m_layout.pointer(kRepo, kCommit, path)); }
    int stateOf(quint64 id) const { return int(m_watch.of(id).state); }

private Q_SLOTS:
    void init()
    {
        m_layout = CacheLayout(m_dir.filePath(u"cache%1"_s.arg(m_id)));
        m_watch = {};
        m_files = {{u"big.bin"_s, contents::bytes(4'000'000)}, {u"small.json"_s, "{}"}};
        m_serve = [](const Request &request, const QByteArray &bytes) { return ScriptedHub::ranged(request, bytes); };
        m_hub.answer = [this](const Request &request) { return answer(request); };
        m_hub.requests.clear();
        m_fileRequests = 0;
        TransferOptions options{m_hub.url()};
        options.cacheRoot = m_layout.root();
        options.credentials = std::make_shared<OneToken>();
        options.pool = &m_pool;
        m_queue = std::make_unique<TransferQueue>(options);
        connect(m_queue.get(), &TransferQueue::rowsChanged, this,
                [this](const QList<TransferRow> &rows) { m_watch.take(rows); });
    }

    void cleanup()
    {
        m_queue.reset();
        m_hub.release();
        QVERIFY(m_pool.waitForDone(10'000));
    }

    void saysThatItDownloads()
    {
        const quint64 id = add();
        QTRY_COMPARE(stateOf(id), int(State::Succeeded));
        for (const Request &request : m_hub.requests) {
            QCOMPARE(request.headers.value("x-hf-download-counter"), "1");
            QCOMPARE(request.headers.value("authorization"), "Bearer hf_secret");
        }
    }

    void goesOnAfterAPause()
    {
        m_serve = [](const Request &request, const QByteArray &bytes) {
            Answer answer = ScriptedHub::ranged(request, bytes);
            if (request.offset() == 0 && bytes.size() > 1000)
                answer.hold = 1'500'000;
            return answer;
        };
        const quint64 id = add();
        QTRY_VERIFY(m_watch.of(id).done >= 1'500'000);
        QTRY_VERIFY(disk::contentOf(m_layout.part(kRepo, remote({}, m_files[u"big.bin"_s]).etag())).size()
                    == 1'500'000);
        m_queue->pause(id);
        QTRY_COMPARE(stateOf(id), int(State::Paused));
        QVERIFY(m_watch.of(id).done >= 1'500'000);
        for (const TransferRow &file : m_watch.filesOf(id))
            QVERIFY(file.state == State::Paused || file.state == State::Succeeded);
        m_queue->resume(id);
        QTRY_COMPARE(stateOf(id), int(State::Succeeded));
        QVERIFY(fileAt(u"big.bin"_s) == m_files[u"big.bin"_s]);
        QCOMPARE(m_hub.requests.last().headers.value("range"), "bytes=1500000-");
    }

    void cancelsAndTriesAgain()
    {
        m_serve = [](const Request &, const QByteArray &bytes) { return Answer{200, {}, bytes, -1, -1, 1}; };
        const quint64 id = add();
        QTRY_COMPARE(m_hub.held(), 2);
        m_queue->cancel(id);
        QTRY_COMPARE(stateOf(id), int(State::Cancelled));
        m_queue->resume(id);  // Not paused: nothing happens.
        m_queue->pause(id);
        QTRY_COMPARE(stateOf(id), int(State::Cancelled));
        m_serve = [](const Request &request, const QByteArray &bytes) { return ScriptedHub::ranged(request, bytes); };
        m_queue->retry(id);
        QTRY_COMPARE(stateOf(id), int(State::Succeeded));
        QVERIFY(!m_watch.of(id).error);
    }

    void cancelsWhileItLists()
    {
        m_hub.answer = [](const Request &) { return Answer{200, {}, "[]", -1, -1, 1}; };
        const quint64 id = add();
        QTRY_COMPARE(m_hub.held(), 1);
        m_queue->cancel(id);
        QTRY_COMPARE(stateOf(id), int(State::Cancelled));
        m_hub.answer = [this](const Request &request) { return answer(request); };
        m_queue->retry(id);
        QTRY_COMPARE(stateOf(id), int(State::Succeeded));
    }

    void triesAgainByItself_data()
    {
        QTest::addColumn<Answer>("trouble");
        QTest::newRow("the server is busy") << Answer{503, {}, "busy"};
        QTest::newRow("the connection breaks") << Answer{200, {}, "{}", -1, 1};
        QTest::newRow("the hub asks to slow down") << Answer{429, {{"RateLimit", "\"resolvers\";r=0;t=1"}}};
    }

    void triesAgainByItself()
    {
        QFETCH(Answer, trouble);
        m_files = {{u"small.json"_s, "{}"}};
        int times = 0;
        m_serve = [&](const Request &request, const QByteArray &bytes) {
            return ++times == 1 ? trouble : ScriptedHub::ranged(request, bytes);
        };
        const quint64 id = add();
        QTRY_COMPARE(stateOf(id), int(State::Retrying));
        QTRY_COMPARE(stateOf(id), int(State::Succeeded));
        QCOMPARE(fileAt(u"small.json"_s), "{}");
        QCOMPARE(times, 2);
    }

    void aWrongFileDoesNotKeepTheOthers()
    {
        m_files[u"wrong.json"_s] = "[1]";
        m_serve = [](const Request &request, const QByteArray &bytes) {
            return ScriptedHub::ranged(request, request.target.endsWith("wrong.json") ? QByteArray("[2]") : bytes);
        };
        const quint64 id = add();
        QTRY_COMPARE(stateOf(id), int(State::Failed));
        QCOMPARE(int(m_watch.of(id).error->kind), int(Error::Kind::Checksum));
        QVERIFY(m_watch.of(id).error->message.contains("wrong.json"_L1));
        QCOMPARE(m_watch.of(id).filesDone, 2);
        QCOMPARE(fileAt(u"small.json"_s), "{}");
        QVERIFY(!disk::isThere(m_layout.pointer(kRepo, kCommit, u"wrong.json"_s)));
    }

    void aWrongPartIsFetchedAgainFromTheFront()
    {
        const QString part = m_layout.part(kRepo, remote({}, m_files[u"big.bin"_s]).etag());
        disk::put(part, QByteArray(1000, 'x'));
        const quint64 id = add();
        QTRY_COMPARE(stateOf(id), int(State::Succeeded));
        QVERIFY(fileAt(u"big.bin"_s) == m_files[u"big.bin"_s]);
    }

    void noAccessEndsItAtOnce()
    {
        for (int i = 0; i < 100; ++i)
            m_files[u"file%1"_s.arg(i)] = QByteArray::number(i);
        m_serve = [](const Request &, const QByteArray &) {
            return Answer{403, {{"X-Error-Code", "GatedRepo"}}, "no"};
        };
        const quint64 id = add();
        QTRY_COMPARE(stateOf(id), int(State::Failed));
        QCOMPARE(int(m_watch.of(id).error->kind), int(Error::Kind::Gated));
        QVERIFY2(m_fileRequests <= 16, qPrintable(QString::number(m_fileRequests)));
    }

    void skipsAndCountsHostileNames()
    {
        m_files[u"../../evil"_s] = "evil";
        m_files[u"a/.git/config"_s] = "evil";
        const quint64 id = add();
        QTRY_COMPARE(stateOf(id), int(State::Succeeded));
        QCOMPARE(m_watch.of(id).filesRefused, 2);
        QCOMPARE(m_watch.of(id).files, 2);
        QVERIFY(!disk::isThere(m_dir.filePath(u"evil"_s)));
        QCOMPARE(m_fileRequests, 2);
    }

    void aDiskThatIsTooSmallIsSaidBeforeAByteComes()
    {
        const TinyDisk tiny(m_layout.root(), "size=3m");
        if (!tiny)
            QSKIP("Only root may mount a small disk.");
        const quint64 id = add();
        QTRY_COMPARE(stateOf(id), int(State::Paused));
        QCOMPARE(int(m_watch.of(id).error->kind), int(Error::Kind::DiskFull));
        QVERIFY(m_watch.of(id).error->message.contains(core::sizeText(4'000'002)));
        QVERIFY(m_watch.of(id).error->message.contains(u"free"_s));
        QCOMPARE(m_fileRequests, 0);
        QVERIFY(tiny.resize("size=30m"));
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), int(State::Succeeded), 20'000);  // By itself.
        QVERIFY(!m_watch.of(id).error);
        QVERIFY(fileAt(u"big.bin"_s) == m_files[u"big.bin"_s]);
    }

    void aDiskThatFillsUpPausesIt()
    {
        const TinyDisk tiny(m_layout.root(), "size=6m");
        if (!tiny)
            QSKIP("Only root may mount a small disk.");
        m_files.remove(u"small.json"_s);
        m_serve = [](const Request &, const QByteArray &bytes) { return Answer{200, {}, bytes, -1, -1, 2'000'000}; };
        const quint64 id = add();
        const QString part = m_layout.part(kRepo, remote({}, m_files[u"big.bin"_s]).etag());
        QTRY_VERIFY(disk::contentOf(part).size() >= 1'900'000);
        disk::put(m_layout.root() + "/of somebody else"_L1, contents::bytes(3'500'000));
        m_serve = [](const Request &request, const QByteArray &bytes) { return ScriptedHub::ranged(request, bytes); };
        m_hub.release();
        QTRY_COMPARE(stateOf(id), int(State::Paused));
        QCOMPARE(int(m_watch.of(id).error->kind), int(Error::Kind::DiskFull));
        QVERIFY(m_watch.of(id).done >= 1'900'000);  // What arrived is kept.
        QFile::remove(m_layout.root() + "/of somebody else"_L1);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), int(State::Succeeded), 20'000);  // By itself.
        QVERIFY(m_hub.requests.last().offset() >= 1'900'000);
        QVERIFY(fileAt(u"big.bin"_s) == m_files[u"big.bin"_s]);
    }

    void whatSomebodyPausedStaysPausedWhenThereIsRoom()
    {
        const TinyDisk tiny(m_layout.root(), "size=3m");
        if (!tiny)
            QSKIP("Only root may mount a small disk.");
        const quint64 id = add();
        QTRY_COMPARE(stateOf(id), int(State::Paused));
        m_queue->pause(id);
        QVERIFY(tiny.resize("size=30m"));
        QTest::qWait(6000);  // Longer than it looks for room.
        QCOMPARE(stateOf(id), int(State::Paused));
        QCOMPARE(m_fileRequests, 0);
    }

    void runsEightAtOnceAndTheEarlierFirst()
    {
        m_files.clear();
        for (int i = 0; i < 20; ++i)
            m_files[u"file%1"_s.arg(i, 2, 10, QChar(u'0'))] = QByteArray::number(1000 + i);
        m_serve = [](const Request &, const QByteArray &bytes) { return Answer{200, {}, bytes, -1, -1, 1}; };
        const quint64 first = add();
        QTRY_COMPARE(m_hub.held(), 8);
        DownloadWish folder{kRepo};
        folder.folder = m_dir.filePath(u"other"_s);
        const quint64 second = add(folder);
        QTRY_COMPARE(stateOf(second), int(State::Waiting));
        QCOMPARE(m_hub.held(), 8);
        m_serve = [](const Request &request, const QByteArray &bytes) { return ScriptedHub::ranged(request, bytes); };
        m_hub.release();
        QTRY_COMPARE(stateOf(first), int(State::Succeeded));
        QTRY_COMPARE(stateOf(second), int(State::Succeeded));
        QCOMPARE(m_watch.filesOf(first).size(), 20);
    }

    void tellsOfNoWaitingFile()
    {
        m_files.clear();
        for (int i = 0; i < 500; ++i)
            m_files[u"file%1"_s.arg(i)] = QByteArray::number(i);
        m_serve = [](const Request &, const QByteArray &bytes) { return Answer{200, {}, bytes, -1, -1, 0}; };
        const quint64 id = add();
        QTRY_COMPARE(m_hub.held(), 8);
        QTRY_COMPARE(stateOf(id), int(State::Running));
        QCOMPARE(m_watch.of(id).files, 500);
        QCOMPARE(m_watch.filesOf(id).size(), 8);
    }

    void endsInTheMiddle()
    {
        m_serve
            = [](const Request &, const QByteArray &bytes) { return Answer{200, {}, bytes, -1, -1, bytes.size() / 2}; };
        const quint64 id = add();
        const QString part = m_layout.part(kRepo, remote({}, m_files[u"big.bin"_s]).etag());
        QTRY_VERIFY(m_watch.of(id).done > 0 && QFileInfo(part).size() > 0);
        m_queue.reset();
        QVERIFY(m_pool.waitForDone(10'000));
        QVERIFY(disk::isThere(part));
    }
};

QTEST_GUILESS_MAIN(TestTransferTroubles)
#include "tst_transfertroubles.moc"
