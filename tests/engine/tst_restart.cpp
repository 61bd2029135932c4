// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"
#include "support/contents.h"
#include "support/disk.h"
#include "support/faults.h"
#include "support/onetoken.h"
#include "support/rowwatch.h"
#include "support/testhub.h"

#include <QDir>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;
using State = TransferRow::State;

namespace {
const RepoId kRepo{RepoType::Model, u"o/m"_s};
constexpr qint64 kSize = 30'000'000;
}  // namespace

/// The queue from one run to the next.
class TestRestart : public QObject
{
    Q_OBJECT

    TestHub m_hub{true};
    QTemporaryDir m_dir;
    int m_homes = 0;
    QByteArray m_big = contents::bytes(kSize);
    QString m_commit;
    RowWatch m_watch;
    std::unique_ptr<Engine> m_engine;
    QStringList m_warnings;

    QString home() const { return m_dir.filePath(u"home%1"_s.arg(m_homes)); }
    QString journal() const { return home() + "/data/transfers.sqlite"_L1; }
    CacheLayout layout() const { return CacheLayout(home() + "/cache"_L1); }
    Faults faults() const { return Faults(m_hub.url()); }

    EngineOptions options() const
    {
        EngineOptions options{m_hub.url()};
        options.cacheRoot = layout().root();
        options.credentials = std::make_shared<OneToken>();
        options.journal = journal();
        return options;
    }

    void start(const EngineOptions &options)
    {
        m_engine.reset();
        m_watch = {};
        m_warnings.clear();
        m_engine = std::make_unique<Engine>(options);
        connect(m_engine.get(), &Engine::rowsChanged, this,
                [this](const QList<TransferRow> &rows) { m_watch.take(rows); });
        connect(m_engine.get(), &Engine::warned, this, [this](const Error &error) { m_warnings << error.message; });
    }
    void start() { start(options()); }

    void slowly() const { faults().set({QJsonObject{{u"server"_s, u"cdn"_s}, {u"bytesPerSecond"_s, 10'000'000}}}); }

    /// Begins a download and waits until some of its bytes are here.
    quint64 beginDownload()
    {
        slowly();
        const quint64 id = m_engine->download({kRepo});
        [&] { QTRY_VERIFY_WITH_TIMEOUT(m_watch.of(id).done > 3'000'000, 20'000); }();
        return id;
    }

    int stateOf(quint64 id) const { return int(m_watch.of(id).state); }

    QByteArray downloaded() const { return disk::contentOf(layout().pointer(kRepo, m_commit, u"big.bin"_s)); }

    /// Where the first request for bytes of the large file since then began.
    qint64 firstOffset() const
    {
        for (const QJsonObject &request : faults().log()) {
            const QString range = request[u"range"_s].toString();
            if (request[u"server"_s] == "cdn"_L1)
                return range.isEmpty() ? 0 : range.section(u'=', 1).section(u'-', 0, 0).toLongLong();
        }
        return -1;
    }

private Q_SLOTS:
    void init()
    {
        ++m_homes;
        m_hub.commit("main", {Change::put("moved", QByteArray::number(m_homes))});
        m_commit = m_hub.commit("main", {m_hub.large("big.bin", m_big)});
        start();
    }

    void cleanup()
    {
        m_engine.reset();
        faults().clear();
    }

    void goesOnByItself()
    {
        const quint64 id = beginDownload();
        m_engine.reset();
        faults().clear();
        faults().clearLog();
        start();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), int(State::Succeeded), 30'000);
        QVERIFY(downloaded() == m_big);
        QVERIFY2(firstOffset() >= 3'000'000, qPrintable(QString::number(firstOffset())));
        QVERIFY(m_watch.of(id).fetched < kSize - 3'000'000);
        const QStringList left = QDir(layout().blobs(kRepo)).entryList({u"*.hubdeck.*"_s}, QDir::Files);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
        QVERIFY(m_warnings.isEmpty());
    }

    void keepsTheCommitThoughTheBranchMoves()
    {
        const quint64 id = beginDownload();
        m_engine.reset();
        const QString newer = m_hub.commit("main", {m_hub.large("big.bin", m_big + "newer")});
        disk::put(layout().ref(kRepo, u"main"_s), newer.toLatin1());  // As somebody else's download leaves it.
        faults().clear();
        start();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), int(State::Succeeded), 30'000);
        QCOMPARE(m_watch.of(id).commit, m_commit);
        QCOMPARE(m_watch.of(id).revision, u"main"_s);
        QVERIFY(downloaded() == m_big);
        QCOMPARE(disk::contentOf(layout().ref(kRepo, u"main"_s)), newer.toLatin1());
    }

    void whatIsPausedStaysPaused()
    {
        const quint64 id = beginDownload();
        m_engine->pause(id);
        QTRY_COMPARE(stateOf(id), int(State::Paused));
        const qint64 done = m_watch.of(id).done;
        m_engine.reset();
        faults().clear();
        faults().clearLog();
        start();
        QTRY_COMPARE(stateOf(id), int(State::Paused));
        QCOMPARE(m_watch.of(id).done, done);
        QVERIFY(m_watch.of(id).total >= kSize);
        QTest::qWait(300);
        QCOMPARE(stateOf(id), int(State::Paused));
        QCOMPARE(faults().log().size(), 0);
        m_engine->resume(id);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), int(State::Succeeded), 30'000);
        QVERIFY(downloaded() == m_big);
        QVERIFY(firstOffset() > 0);
    }

    void whatIsOverStaysListedUntilItIsForgotten()
    {
        DownloadWish small{kRepo};
        small.paths = {u"moved"_s};
        DownloadWish missing{kRepo};
        missing.paths = {u"nowhere"_s};
        const quint64 done = m_engine->download(small);
        const quint64 failed = m_engine->download(missing);
        QTRY_COMPARE(stateOf(done), int(State::Succeeded));
        QTRY_COMPARE(stateOf(failed), int(State::Failed));
        const TransferRow doneRow = m_watch.of(done);
        const QString why = m_watch.of(failed).error->message;

        start();
        QTRY_COMPARE(m_watch.rows.size(), 2);
        QCOMPARE(stateOf(done), int(State::Succeeded));
        QCOMPARE(m_watch.of(done).target, doneRow.target);
        QCOMPARE(m_watch.of(done).commit, doneRow.commit);
        QCOMPARE(m_watch.of(done).total, doneRow.total);
        QCOMPARE(m_watch.of(done).done, doneRow.done);
        QCOMPARE(m_watch.of(done).filesDone, 1);
        QCOMPARE(m_watch.of(done).finishedAt, doneRow.finishedAt);
        QCOMPARE(stateOf(failed), int(State::Failed));
        QCOMPARE(m_watch.of(failed).error->message, why);
        QCOMPARE(int(m_watch.of(failed).error->kind), int(Error::Kind::NoEntry));

        QSignalSpy forgotten(m_engine.get(), &Engine::rowForgotten);
        m_engine->forget(done);
        QTRY_COMPARE(forgotten.size(), 1);
        const quint64 third = m_engine->download(small);
        QVERIFY(third > failed);
        QTRY_COMPARE(stateOf(third), int(State::Succeeded));

        start();
        QTRY_COMPARE(m_watch.rows.keys(), (QList<quint64>{failed, third}));
    }

    void whatFailedIsTriedAgain()
    {
        faults().set({QJsonObject{{u"path"_s, u"/api/**"_s}, {u"status"_s, 403}}});
        const quint64 id = m_engine->download({kRepo});
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), int(State::Failed), 20'000);
        faults().clear();
        start();
        QTRY_COMPARE(stateOf(id), int(State::Failed));
        m_engine->retry(id);
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), int(State::Succeeded), 30'000);
        QVERIFY(downloaded() == m_big);
        start();
        QTRY_COMPARE(stateOf(id), int(State::Succeeded));
        QVERIFY(!m_watch.of(id).error);
    }

    void waitsWhileItIsOffline()
    {
        const quint64 id = beginDownload();
        EngineOptions offline = options();
        offline.isOffline = true;
        start(offline);
        QTRY_COMPARE(stateOf(id), int(State::Paused));
        QCOMPARE(int(m_watch.of(id).error->kind), int(Error::Kind::Offline));
        faults().clear();
        start();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), int(State::Succeeded), 30'000);
        QVERIFY(downloaded() == m_big);
    }

    void goesOnWhenAHubThatWasAwayAtTheStartIsThere()
    {
        const quint64 id = beginDownload();
        m_engine.reset();
        faults().clear();
        const EngineOptions same = options();
        m_hub.stop();
        start(same);
        QTRY_VERIFY_WITH_TIMEOUT(m_watch.of(id).waitsForHub, 30'000);
        QVERIFY(!m_watch.isOver(id));
        m_hub.start();
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), int(State::Succeeded), 60'000);
        QVERIFY(downloaded() == m_big);
        QVERIFY(m_watch.of(id).fetched < kSize - 3'000'000);
    }

    void aSecondWindowSaysThatItForgets()
    {
        QTRY_VERIFY(disk::isThere(journal()));
        RowWatch watch;
        Engine second(options());
        QStringList warnings;
        connect(&second, &Engine::rowsChanged, this, [&](const QList<TransferRow> &rows) { watch.take(rows); });
        connect(&second, &Engine::warned, this, [&](const Error &error) { warnings << error.message; });
        QTRY_COMPARE(warnings.size(), 1);
        QVERIFY(warnings.first().contains(u"open twice"_s));
        const quint64 id = second.download({kRepo});
        QTRY_COMPARE_WITH_TIMEOUT(int(watch.of(id).state), int(State::Succeeded), 30'000);
        QCOMPARE(warnings.size(), 1);
        QVERIFY(m_warnings.isEmpty());
        start();
        QTest::qWait(300);
        QVERIFY(m_watch.rows.isEmpty());
    }

    void downloadsWhereNothingCanBeKept()
    {
        EngineOptions nowhere = options();
        nowhere.journal = home() + "/file/transfers.sqlite"_L1;
        disk::put(home() + "/file"_L1, "not a folder");
        start(nowhere);
        const quint64 id = m_engine->download({kRepo});
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), int(State::Succeeded), 30'000);
        QCOMPARE(m_warnings.size(), 1);
        QVERIFY(m_warnings.first().contains(u"cannot be kept"_s));
    }

    void keepsNoTokenAndNoSignature()
    {
        faults().set({QJsonObject{{u"server"_s, u"cdn"_s}, {u"wrongByteAt"_s, 5}}});
        const quint64 failed = m_engine->download({kRepo});
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(failed), int(State::Failed), 20'000);
        faults().clear();
        const quint64 id = m_engine->download({kRepo});
        QTRY_COMPARE_WITH_TIMEOUT(stateOf(id), int(State::Succeeded), 30'000);
        QByteArray bytes;
        for (const QFileInfo &file : QFileInfo(journal()).dir().entryInfoList(QDir::Files))
            bytes += disk::contentOf(file.filePath());
        QVERIFY(bytes.contains(m_commit.toLatin1()));
        QVERIFY(!bytes.contains("hf_secret"));
        QVERIFY(!bytes.toLower().contains("signature"));
        static const QRegularExpression query(u"://[!-~]*\\?"_s);
        QVERIFY(!QString::fromLatin1(bytes).contains(query));
    }
};

QTEST_GUILESS_MAIN(TestRestart)
#include "tst_restart.moc"
