// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"
#include "engine/reposession.h"
#include "hub/credentials.h"
#include "models/columns.h"
#include "models/filefeed.h"
#include "models/filemodel.h"
#include "support/smallhub.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;
using models::FileState;

class Nobody final : public Credentials
{
public:
    QByteArray token(const QUrl &, const QString &) const override { return {}; }
};

class TestFileFeed : public QObject
{
    Q_OBJECT

    const localhub::RepoName m_name{localhub::RepoType::Model, "demo", "tiny"};
    const localhub::RepoName m_largeName{localhub::RepoType::Model, "demo", "large"};
    const RepoId m_repo{RepoType::Model, u"demo/tiny"_s};
    std::unique_ptr<SmallHub> m_hub;
    std::unique_ptr<QTemporaryDir> m_cache;
    std::unique_ptr<Engine> m_engine;

private Q_SLOTS:
    void initTestCase()
    {
        m_hub = std::make_unique<SmallHub>();
        m_hub->commit(m_name, "main",
                      {Change::put("config.json", "{}"), Change::put("onnx/a.json", "1234"),
                       Change::put("onnx/b.json", "123456")});
        QList<Change> many;
        for (int number = 0; number < 11'000; ++number)
            many << Change::put("files/" + QByteArray::number(number) + ".txt", "x");
        m_hub->commit(m_largeName, "main", many);
    }

    void init()
    {
        m_cache = std::make_unique<QTemporaryDir>();
        m_engine = std::make_unique<Engine>(EngineOptions{
            .endpoint = m_hub->url(), .cacheRoot = m_cache->path(), .credentials = std::make_shared<Nobody>()});
    }

    void cleanup() { m_engine.reset(); }

    void showsWhatTheSessionKnows()
    {
        FileModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        FileFeed feed(&model);
        auto session = std::make_unique<RepoSession>(m_engine.get(), HubId(), m_repo, QString());
        feed.setSession(session.get());
        session->open();
        QTRY_VERIFY(model.rowOf(u"config.json"_s) > 0);
        QCOMPARE(model.entry(0).name, u"onnx"_s);
        QCOMPARE(model.entry(0).bytes, 10);
        session->openFolder(u"onnx"_s);
        QCOMPARE(model.folder(), u"onnx"_s);
        QCOMPARE(model.rowCount(), 2);
        session.reset();
        QCOMPARE(model.rowCount(), 0);
    }

    void followsADownloadIntoTheCache()
    {
        FileModel model;
        FileFeed feed(&model);
        connect(m_engine.get(), &Engine::rowsChanged, &model, &FileModel::updateTransfers);
        RepoSession session(m_engine.get(), HubId(), m_repo, {});
        feed.setSession(&session);
        QSignalSpy listed(&session, &RepoSession::listed);
        session.open();
        QTRY_COMPARE(listed.size(), 1);
        QTRY_COMPARE(session.states().size(), session.tree().count());
        QCOMPARE(model.stateOf(0), FileState::Remote);

        QSignalSpy over(&model, &FileModel::transferOver);
        m_engine->download(
            {.repo = m_repo, .commit = session.commit(), .paths = {u"onnx/a.json"_s}, .tree = session.tree().files()});
        QTRY_VERIFY(!over.isEmpty());
        QTRY_COMPARE(session.states().value(u"onnx/a.json"_s).state, LocalState::Cached);
        QCOMPARE(model.stateOf(0), FileState::Partly);
        QCOMPARE(model.index(0, models::FileColumn::State).data(models::NoteRole).toString(), u"1 of 2 cached"_s);
        session.openFolder(u"onnx"_s);
        QCOMPARE(model.stateOf(model.rowOf(u"onnx/a.json"_s)), FileState::Cached);
        QCOMPARE(model.stateOf(model.rowOf(u"onnx/b.json"_s)), FileState::Remote);
    }

    void pagesOfALargeFolderAreInsertsAlone()
    {
        FileModel model;
        FileFeed feed(&model);
        RepoSession session(m_engine.get(), HubId(), {RepoType::Model, u"demo/large"_s}, {});
        feed.setSession(&session);
        QSignalSpy listed(&session, &RepoSession::listed);
        session.open();
        QTRY_COMPARE_WITH_TIMEOUT(listed.size(), 1, 20'000);
        session.openFolder(u"files"_s);
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
        QTRY_COMPARE_WITH_TIMEOUT(listed.size(), 2, 20'000);
        QCOMPARE(model.rowCount(), 11'000);
        QCOMPARE(reset.size(), 0);
        QVERIFY(model.rowOf(u"files/10999.txt"_s) >= 0);
    }

    void anotherSessionTakesTheModelOver()
    {
        FileModel model;
        FileFeed feed(&model);
        RepoSession one(m_engine.get(), HubId(), {RepoType::Model, u"demo/large"_s}, {});
        RepoSession other(m_engine.get(), HubId(), m_repo, {});
        feed.setSession(&one);
        one.open();
        feed.setSession(&other);
        other.open();
        QSignalSpy listed(&one, &RepoSession::listed);
        QTRY_COMPARE_WITH_TIMEOUT(listed.size(), 1, 20'000);
        QTRY_VERIFY(model.rowOf(u"config.json"_s) > 0);
        QCOMPARE(model.rowOf(u"files"_s), -1);
        feed.setSession(nullptr);
        QCOMPARE(model.rowCount(), 0);
    }
};

QTEST_GUILESS_MAIN(TestFileFeed)
#include "tst_filefeed.moc"
