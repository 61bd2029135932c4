// SPDX-License-Identifier: Apache-2.0
#include "support/contents.h"
#include "support/disk.h"
#include "support/onetoken.h"
#include "support/rowwatch.h"
#include "support/testhub.h"
#include "transfer/transferqueue.h"

#include <QDir>
#include <QTemporaryDir>
#include <QTest>
#include <QThreadPool>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;
using State = TransferRow::State;

namespace {
const RepoId kRepo{RepoType::Model, u"o/m"_s};
}

/// Downloads from a real Hub.
class TestTransfers : public QObject
{
    Q_OBJECT

    TestHub m_hub;
    QTemporaryDir m_dir;
    QThreadPool m_pool;
    std::unique_ptr<TransferQueue> m_queue;
    RowWatch m_watch;
    CacheLayout m_layout;
    quint64 m_id = 0;
    QByteArray m_weights = contents::bytes(3'000'000);
    QString m_main;
    QString m_branch;

    TransferOptions options()
    {
        TransferOptions options{m_hub.url()};
        options.cacheRoot = m_layout.root();
        options.credentials = std::make_shared<OneToken>();
        options.pool = &m_pool;
        return options;
    }

    void restart(const TransferOptions &options)
    {
        m_queue = std::make_unique<TransferQueue>(options);
        connect(m_queue.get(), &TransferQueue::rowsChanged, this,
                [this](const QList<TransferRow> &rows) { m_watch.take(rows); });
    }

    quint64 add(const DownloadWish &wish)
    {
        m_queue->add(++m_id, wish);
        return m_id;
    }

    TransferRow run(const DownloadWish &wish)
    {
        const quint64 id = add(wish);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(m_watch.isOver(id), 30'000); }();
        return m_watch.of(id);
    }

    QByteArray fileAt(const QString &commit, const QString &path) const
    {
        return disk::contentOf(m_layout.pointer(kRepo, commit, path));
    }

private Q_SLOTS:
    void initTestCase()
    {
        m_main = m_hub.commit("main",
                              {Change::put("README.md", "# Hi"), Change::put("copy.md", "# Hi"),
                               Change::put("empty", ""), Change::put("a folder/ü#%+.txt", "odd name"),
                               Change::put("onnx/config.json", "{}"), m_hub.large("onnx/weights.bin", m_weights)});
        m_branch = m_hub.commit("feat/x", {Change::put("only-here", "yes")});
    }

    void init()
    {
        m_layout = CacheLayout(m_dir.filePath(u"cache%1"_s.arg(m_id)));
        m_watch = {};
        restart(options());
    }

    void cleanup()
    {
        m_queue.reset();
        QVERIFY(m_pool.waitForDone(10'000));
    }

    void fetchesAWholeSnapshot()
    {
        const TransferRow row = run({kRepo});
        QCOMPARE(int(row.state), int(State::Succeeded));
        QCOMPARE(row.commit, m_main);
        QCOMPARE(row.target, m_layout.snapshot(kRepo, m_main));
        QCOMPARE(row.filesDone, row.files);
        QCOMPARE(row.done, row.total);
        QVERIFY(row.finishedAt.isValid());
        QCOMPARE(fileAt(m_main, u"README.md"_s), "# Hi");
        QCOMPARE(fileAt(m_main, u"copy.md"_s), "# Hi");
        QCOMPARE(fileAt(m_main, u"empty"_s), "");
        QCOMPARE(fileAt(m_main, u"a folder/ü#%+.txt"_s), "odd name");
        QVERIFY(fileAt(m_main, u"onnx/weights.bin"_s) == m_weights);
        QCOMPARE(disk::contentOf(m_layout.ref(kRepo, u"main"_s)), m_main.toLatin1());
        QVERIFY(disk::isThere(m_layout.tree(kRepo, m_main)));
        const QStringList left = QDir(m_layout.blobs(kRepo)).entryList({u"*.part"_s}, QDir::Files);
        QVERIFY2(left.isEmpty(), qPrintable(left.join(u' ')));
        const QList<State> states{State::Waiting, State::Listing, State::Running, State::Succeeded};
        for (const State state : m_watch.states)
            QVERIFY(states.contains(state));
        for (const TransferRow &file : m_watch.filesOf(row.id))
            QVERIFY(file.state == State::Succeeded && file.done == file.total && file.bytesPerSecond == 0);
    }

    void fetchesABranchWithASlash()
    {
        DownloadWish wish{kRepo};
        wish.revision = u"feat/x"_s;
        const TransferRow row = run(wish);
        QCOMPARE(int(row.state), int(State::Succeeded));
        QCOMPARE(fileAt(m_branch, u"only-here"_s), "yes");
        QCOMPARE(disk::contentOf(m_layout.ref(kRepo, u"feat/x"_s)), m_branch.toLatin1());
    }

    void fetchesSomeOfIt()
    {
        DownloadWish wish{kRepo};
        wish.paths = {u"onnx/"_s, u"README.md"_s};
        wish.exclude = {u"*.bin"_s};
        const TransferRow row = run(wish);
        QCOMPARE(int(row.state), int(State::Succeeded));
        QCOMPARE(row.files, 2);
        QCOMPARE(fileAt(m_main, u"onnx/config.json"_s), "{}");
        QVERIFY(!disk::isThere(m_layout.pointer(kRepo, m_main, u"onnx/weights.bin"_s)));
    }

    void asksNothingForACommitThatIsThere()
    {
        DownloadWish wish{kRepo};
        wish.revision = m_main;
        QCOMPARE(int(run(wish).state), int(State::Succeeded));
        m_hub.stop();
        const auto again = qScopeGuard([&] { m_hub.start(); });
        const TransferRow row = run(wish);
        QCOMPARE(int(row.state), int(State::Succeeded));
        QCOMPARE(row.done, row.total);
        wish.paths = QStringList{u"onnx/weights.bin"_s};
        wish.isSingleFile = true;
        QCOMPARE(int(run(wish).state), int(State::Succeeded));
    }

    void takesTheCacheWhereTheHubIsAway()
    {
        QCOMPARE(int(run({kRepo}).state), int(State::Succeeded));
        DownloadWish one{kRepo};
        one.paths = QStringList{u"README.md"_s};
        one.isSingleFile = true;
        m_hub.stop();
        const auto again = qScopeGuard([&] { m_hub.start(); });
        QCOMPARE(int(run({kRepo}).state), int(State::Succeeded));
        QCOMPARE(int(run(one).state), int(State::Succeeded));
        DownloadWish unknown{kRepo};
        unknown.revision = u"feat/x"_s;
        const quint64 id = add(unknown);
        QTRY_COMPARE(int(m_watch.of(id).state), int(State::Retrying));
        QCOMPARE(int(m_watch.of(id).error->kind), int(Error::Kind::Offline));
    }

    void doesWithoutRequestsWhenOffline()
    {
        QCOMPARE(int(run({kRepo}).state), int(State::Succeeded));
        TransferOptions offline = options();
        offline.isOffline = true;
        restart(offline);
        QCOMPARE(int(run({kRepo}).state), int(State::Succeeded));
        DownloadWish unknown{kRepo};
        unknown.revision = u"feat/x"_s;
        const TransferRow row = run(unknown);
        QCOMPARE(int(row.state), int(State::Failed));
        QCOMPARE(int(row.error->kind), int(Error::Kind::Offline));
        QVERIFY(!m_watch.states.contains(State::Retrying));
    }

    void fetchesAFileAlone()
    {
        DownloadWish wish{kRepo};
        wish.paths = QStringList{u"onnx/weights.bin"_s};
        wish.isSingleFile = true;
        const TransferRow row = run(wish);
        QCOMPARE(int(row.state), int(State::Succeeded));
        QVERIFY(fileAt(m_main, u"onnx/weights.bin"_s) == m_weights);
        QCOMPARE(disk::contentOf(m_layout.ref(kRepo, u"main"_s)), m_main.toLatin1());
        QVERIFY(!disk::isThere(m_layout.tree(kRepo, m_main)));
    }

    void remembersThatAFileIsMissing()
    {
        DownloadWish wish{kRepo};
        wish.paths = QStringList{u"no/such.json"_s};
        wish.isSingleFile = true;
        const TransferRow row = run(wish);
        QCOMPARE(int(row.state), int(State::Failed));
        QCOMPARE(int(row.error->kind), int(Error::Kind::NoEntry));
        QVERIFY(disk::isThere(m_layout.noExist(kRepo, m_main, u"no/such.json"_s)));
        QCOMPARE(disk::contentOf(m_layout.ref(kRepo, u"main"_s)), m_main.toLatin1());
    }

    void failsAsTheHubSays_data()
    {
        QTest::addColumn<DownloadWish>("wish");
        QTest::addColumn<Error::Kind>("kind");
        DownloadWish wish{kRepo};
        wish.revision = u"nowhere"_s;
        QTest::newRow("no such revision") << wish << Error::Kind::NoRevision;
        wish = {{RepoType::Model, u"o/none"_s}};
        QTest::newRow("no such repository") << wish << Error::Kind::NotFound;
        wish = {kRepo};
        wish.paths = QStringList{u"README.md"_s, u"missing"_s};
        QTest::newRow("no such file among several") << wish << Error::Kind::NoEntry;
    }

    void failsAsTheHubSays()
    {
        QFETCH(DownloadWish, wish);
        QFETCH(Error::Kind, kind);
        const TransferRow row = run(wish);
        QCOMPARE(int(row.state), int(State::Failed));
        // Anonymous people are told to sign in for what does not exist.
        const bool isPrivate = kind == Error::Kind::NotFound && row.error->kind == Error::Kind::Unauthorized;
        QVERIFY(isPrivate || row.error->kind == kind);
    }

    void fillsAFolder()
    {
        DownloadWish wish{kRepo};
        wish.folder = m_dir.filePath(u"plain"_s);
        const TransferRow row = run(wish);
        QCOMPARE(int(row.state), int(State::Succeeded));
        QVERIFY(row.intoFolder);
        QCOMPARE(row.target, wish.folder);
        QVERIFY(disk::contentOf(wish.folder + u"/onnx/weights.bin"_s) == m_weights);
        QCOMPARE(disk::contentOf(wish.folder + u"/copy.md"_s), "# Hi");
        QCOMPARE(disk::contentOf(m_layout.ref(kRepo, u"main"_s)), m_main.toLatin1());
        QVERIFY(!disk::isThere(m_layout.blobs(kRepo)));
        const TransferRow second = run(wish);
        QCOMPARE(int(second.state), int(State::Succeeded));
        QVERIFY(m_watch.filesOf(second.id).isEmpty());  // All is there.
    }

    void worksWithoutLinks()
    {
        TransferOptions copies = options();
        copies.linkMode = LinkMode::Copies;
        restart(copies);
        QCOMPARE(int(run({kRepo}).state), int(State::Succeeded));
        QVERIFY(fileAt(m_main, u"onnx/weights.bin"_s) == m_weights);
        QCOMPARE(fileAt(m_main, u"copy.md"_s), "# Hi");
        QCOMPARE(disk::linkAt(m_layout.pointer(kRepo, m_main, u"README.md"_s)), "<no link>");
    }

    void runsTwentyAtATime()
    {
        QList<quint64> ids;
        for (int i = 0; i < 20; ++i) {
            DownloadWish wish{kRepo};
            wish.folder = m_dir.filePath(u"many%1"_s.arg(i));
            ids << add(wish);
        }
        for (const quint64 id : ids) {
            QTRY_VERIFY_WITH_TIMEOUT(m_watch.isOver(id), 60'000);
            QCOMPARE(int(m_watch.of(id).state), int(State::Succeeded));
        }
    }

    void forgetsWhatIsOver()
    {
        QList<quint64> forgotten;
        connect(m_queue.get(), &TransferQueue::rowForgotten, this, [&](quint64 id) { forgotten << id; });
        const quint64 id = add({kRepo});
        m_queue->forget(id);
        QVERIFY(forgotten.isEmpty());
        QTRY_VERIFY(m_watch.isOver(id));
        m_queue->forget(id);
        QCOMPARE(forgotten, QList<quint64>{id});
    }
};

QTEST_GUILESS_MAIN(TestTransfers)
#include "tst_transfers.moc"
