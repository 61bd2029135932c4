// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"
#include "engine/repolookup.h"
#include "models/namedrepomodel.h"
#include "support/onetoken.h"
#include "support/smallhub.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Repositories known by name, and what a real Hub says of them when it is asked.
class TestNamedRepoModel : public QObject
{
    Q_OBJECT

    const RepoId m_one{RepoType::Model, u"ada/one"_s};
    const RepoId m_tables{RepoType::Dataset, u"ada/tables"_s};
    const RepoId m_gone{RepoType::Space, u"ada/gone"_s};
    SmallHub m_hub;
    QTemporaryDir m_cache;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<RepoLookup> m_lookup;
    std::unique_ptr<NamedRepoModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    QStringList shown() const
    {
        QStringList names;
        for (int row = 0; row < m_model->rowCount(); ++row)
            names << m_model->index(row).data().toString();
        return names;
    }
    QString noteOf(int row) const { return m_model->index(row).data(models::NoteRole).toString(); }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        QVERIFY(!m_hub.store().createRepo(
            {localhub::RepoType::Model, "ada", "one"},
            {.tags = {u"license:mit"_s}, .pipelineTag = u"text-generation"_s, .likes = 12, .downloads = 900}));
        QVERIFY(!m_hub.store().createRepo({localhub::RepoType::Dataset, "ada", "tables"}, {.likes = 3}));
    }

    void init()
    {
        m_engine = std::make_unique<Engine>(EngineOptions{.endpoint = m_hub.url(),
                                                          .cacheRoot = m_cache.path(),
                                                          .credentials = std::make_shared<OneToken>(QByteArray{})});
        m_lookup = std::make_unique<RepoLookup>(m_engine->hub());
        m_model = std::make_unique<NamedRepoModel>();
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        connect(m_lookup.get(), &RepoLookup::found, m_model.get(), &NamedRepoModel::tell);
        connect(m_lookup.get(), &RepoLookup::failed, m_model.get(), &NamedRepoModel::tellFailure);
    }

    void cleanup()
    {
        m_lookup.reset();
        m_tester.reset();
        m_model.reset();
        m_engine.reset();
    }

    void namesAreThereAtOnceAndFactsComeLater()
    {
        m_model->setRepos({m_one, m_tables, m_gone});
        QCOMPARE(shown(), (QStringList{m_one.name, m_tables.name, m_gone.name}));
        QCOMPARE(noteOf(0), u"Model"_s);
        QCOMPARE(m_model->index(0).data(RepoModel::LikesRole).toLongLong(), -1);
        QSignalSpy told(m_lookup.get(), &RepoLookup::found);
        QSignalSpy failed(m_lookup.get(), &RepoLookup::failed);
        m_lookup->want({m_one, m_tables, m_gone});
        QTRY_COMPARE(told.size() + failed.size(), 3);
        QCOMPARE(noteOf(0), u"Model · Text generation · MIT"_s);
        QCOMPARE(m_model->index(0).data(RepoModel::DownloadsRole).toLongLong(), 900);
        QCOMPARE(m_model->index(1).data(RepoModel::LikesRole).toLongLong(), 3);
        QCOMPARE(noteOf(2), u"Space · Not on the Hub any more, or not for everybody"_s);
        QVERIFY(m_model->index(2).data(Qt::AccessibleTextRole).toString().contains("Not on the Hub"_L1));
    }

    void eachIsAskedForOnce()
    {
        QSignalSpy told(m_lookup.get(), &RepoLookup::found);
        m_lookup->want({m_one, m_one});
        m_lookup->want({m_one});
        QTRY_COMPARE(told.size(), 1);
        m_lookup->want({m_one, m_tables});
        QTRY_COMPARE(told.size(), 2);
        QCOMPARE(told.at(1).at(0).value<RepoId>(), m_tables);
        m_lookup->forget();
        m_lookup->want({m_one});
        QTRY_COMPARE(told.size(), 3);
    }

    void nobodyThereSaysNothingOfARepository()
    {
        m_hub.stop();
        m_model->setRepos({m_one, m_tables});
        QSignalSpy failed(m_lookup.get(), &RepoLookup::failed);
        m_lookup->want({m_one, m_tables});
        QTRY_COMPARE(failed.size(), 1);  // The second would have failed alike.
        QCOMPARE(noteOf(0), u"Model"_s);
        m_hub.start();
        m_lookup->want({m_one, m_tables});
        QTRY_COMPARE(noteOf(0), u"Model · Text generation · MIT"_s);
    }

    void whatStaysKeepsWhatIsKnownOfIt()
    {
        m_model->setRepos({m_one, m_tables});
        m_model->tell(m_tables, {.id = m_tables, .likes = 3});
        const QPersistentModelIndex tables = m_model->index(1);
        m_model->setRepos({m_tables, m_gone, m_one});
        QCOMPARE(shown(), (QStringList{m_tables.name, m_gone.name, m_one.name}));
        QCOMPARE(tables.row(), 0);
        m_model->setRepos({m_gone, m_tables});
        QCOMPARE(tables.row(), 1);
        QCOMPARE(tables.data(RepoModel::LikesRole).toLongLong(), 3);
        m_model->setRepos({});
        QCOMPARE(m_model->rowCount(), 0);
        m_model->tell(m_tables, {.id = m_tables});  // It went while the Hub was asked.
    }

    void aNewNameDoesNotMoveTheOld()
    {
        m_model->setRepos({m_one});
        m_model->tell(m_one, {.id = {RepoType::Model, u"ada/renamed"_s}, .likes = 7});
        QCOMPARE(shown(), QStringList{m_one.name});
        QCOMPARE(m_model->index(0).data(RepoModel::LikesRole).toLongLong(), 7);
    }
};

QTEST_GUILESS_MAIN(TestNamedRepoModel)
#include "tst_namedrepomodel.moc"
