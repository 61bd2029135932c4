// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"
#include "engine/reposearch.h"
#include "models/resultmodel.h"
#include "support/crowd.h"
#include "support/onetoken.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestResultModel : public QObject
{
    Q_OBJECT

    SmallHub m_hub;
    QTemporaryDir m_cache;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<RepoSearch> m_search;
    std::unique_ptr<ResultModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    void search(RepoType type)
    {
        m_search = std::make_unique<RepoSearch>(m_engine.get(), type);
        m_model = std::make_unique<ResultModel>(m_search.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
        m_tester->setUseFetchMore(false);  // It would ask for pages of its own.
    }
    void find(const RepoQuery &query, int count) const
    {
        m_search->setQuery(query);
        QTRY_VERIFY(!m_search->isAsking() && !m_model->isOutdated());
        QCOMPARE(m_model->rowCount(), count);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale::c());
        addCrowd(m_hub, 70);
        const auto add = [this](const QByteArray &name, const localhub::RepoInfo &info,
                                localhub::RepoType type = localhub::RepoType::Model) {
            QVERIFY(!m_hub.store().createRepo({type, "ada", name}, info));
        };
        add("engine",
            {.gate = localhub::Gate::Auto,
             .createdAt = QDateTime::currentDateTimeUtc().addDays(-3),
             .tags = {u"license:apache-2.0"_s},
             .pipelineTag = u"text-generation"_s,
             .libraryName = u"transformers"_s,
             .likes = 912,
             .downloads = 4'100'000,
             .fields = {{u"safetensors"_s, QJsonObject{{u"total"_s, 7.62e9}}}}});
        add("plain", {});
        add("board", {.sdk = u"gradio"_s}, localhub::RepoType::Space);
        m_engine = std::make_unique<Engine>(EngineOptions{.endpoint = m_hub.url(),
                                                          .cacheRoot = m_cache.path(),
                                                          .credentials = std::make_shared<OneToken>(QByteArray{})});
    }

    void init() { search(RepoType::Model); }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_search.reset();
    }

    void hasWhatACardShows()
    {
        find({.search = u"ada/engine"_s}, 1);
        const QModelIndex row = m_model->index(0);
        QCOMPARE(row.data().toString(), u"ada/engine"_s);
        QCOMPARE(row.data(RepoModel::OwnerRole).toString(), u"ada"_s);
        QCOMPARE(row.data(RepoModel::NameRole).toString(), u"engine"_s);
        QVERIFY((row.data(RepoModel::RepoRole).value<RepoId>() == RepoId{RepoType::Model, u"ada/engine"_s}));
        QCOMPARE(row.data(models::NoteRole).toString(), u"Text generation · 7.62 B parameters · Apache 2.0"_s);
        QCOMPARE(row.data(RepoModel::DownloadsRole).toLongLong(), 4'100'000);
        QCOMPARE(row.data(RepoModel::LikesRole).toLongLong(), 912);
        QVERIFY(row.data(RepoModel::GatedRole).toBool());
        QVERIFY(!row.data(RepoModel::PrivateRole).toBool());
    }

    void oneLineIsSpoken()
    {
        find({.search = u"ada/engine"_s}, 1);
        const QString spoken = m_model->index(0).data(Qt::AccessibleTextRole).toString();
        QVERIFY2(spoken.startsWith(u"ada/engine, Text generation, 7.62 B parameters, Apache 2.0, "
                                   "4.1 M downloads a month, liked by 912, changed "_s),
                 qPrintable(spoken));
        QVERIFY(spoken.endsWith(u", gated"_s));
    }

    void whatIsNotKnownIsNotSaid()
    {
        find({.search = u"ada/plain"_s}, 1);
        QCOMPARE(m_model->index(0).data(models::NoteRole).toString(), QString());
        search(RepoType::Space);
        find({.search = u"board"_s}, 1);
        QCOMPARE(m_model->index(0).data(models::NoteRole).toString(), u"Gradio"_s);
        QCOMPARE(m_model->index(0).data(RepoModel::DownloadsRole).toLongLong(), -1);
        QVERIFY(!m_model->index(0).data(Qt::AccessibleTextRole).toString().contains(u"downloads"_s));
    }

    void growsByPages()
    {
        find({.author = u"crowd"_s}, 30);
        const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        const QPersistentModelIndex first(m_model->index(0));
        QVERIFY(m_model->canFetchMore({}) && !m_model->canFetchMore(m_model->index(0)));
        for (const int count : {60, 70}) {
            m_model->fetchMore({});
            QVERIFY(!m_model->canFetchMore({}));
            QTRY_COMPARE(m_model->rowCount(), count);
        }
        QVERIFY(!m_model->canFetchMore({}));
        QVERIFY(first.isValid());
        QCOMPARE(reset.size(), 0);
    }

    void theRowsBeforeStayForAMoment()
    {
        find({.author = u"crowd"_s}, 30);
        m_search->setQuery({.search = u"model-00"_s});
        QCOMPARE(m_model->rowCount(), 30);
        QVERIFY(m_model->isOutdated() && !m_model->canFetchMore({}));
        QTRY_COMPARE(m_model->rowCount(), 10);
        QVERIFY(!m_model->isOutdated());
    }

    void butNotWhereNothingIsFound()
    {
        find({.author = u"crowd"_s}, 30);
        find({.search = u"no such model"_s}, 0);
    }

    void andNotForLong()
    {
        find({.author = u"crowd"_s}, 30);
        m_hub.stop();
        m_search->setQuery({.search = u"model-00"_s});
        QTRY_COMPARE_WITH_TIMEOUT(m_model->rowCount(), 0, 5000);
        m_hub.start();
        m_search->setQuery({});
    }
};

QTEST_GUILESS_MAIN(TestResultModel)
#include "tst_resultmodel.moc"
