// SPDX-License-Identifier: Apache-2.0
#include "engine/commitlist.h"
#include "engine/engine.h"
#include "models/commitmodel.h"
#include "models/commitproxy.h"
#include "support/onetoken.h"
#include "support/smallhub.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestCommitModel : public QObject
{
    Q_OBJECT

    const localhub::RepoName m_name{localhub::RepoType::Model, "o", "m"};
    const RepoId m_repo{RepoType::Model, u"o/m"_s};
    SmallHub m_hub;
    QTemporaryDir m_cache;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<CommitList> m_list;
    std::unique_ptr<CommitModel> m_model;
    std::unique_ptr<QAbstractItemModelTester> m_tester;

    static Commit commit(const QString &title, const QStringList &authors = {}, const QDateTime &date = {})
    {
        return {u"4f2a9c1d"_s.leftJustified(40, u'0'), title, title, authors, date};
    }

private Q_SLOTS:
    void initTestCase()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        for (int i = 0; i < 70; ++i)
            m_hub.commit(m_name, "main", {localhub::Change::put("a.txt", QByteArray::number(i))},
                         "Change " + QByteArray::number(i) + "\n\nWhat it is for.");
        m_engine = std::make_unique<Engine>(EngineOptions{.endpoint = m_hub.url(),
                                                          .cacheRoot = m_cache.path(),
                                                          .credentials = std::make_shared<OneToken>(QByteArray{})});
    }

    void init()
    {
        m_list = std::make_unique<CommitList>();
        m_model = std::make_unique<CommitModel>(m_list.get());
        m_tester = std::make_unique<QAbstractItemModelTester>(m_model.get(),
                                                              QAbstractItemModelTester::FailureReportingMode::QtTest);
    }

    void cleanup()
    {
        m_tester.reset();
        m_model.reset();
        m_list.reset();
    }

    void growsByPages()
    {
        m_list->open(m_engine->hub(), m_repo, u"main"_s);
        QTRY_COMPARE(m_model->rowCount(), 50);
        const QSignalSpy reset(m_model.get(), &QAbstractItemModel::modelReset);
        const QPersistentModelIndex first(m_model->index(0));
        QCOMPARE(first.data().toString(), u"Change 69"_s);
        QCOMPARE(first.data(CommitModel::MessageRole).toString(), u"Change 69\n\nWhat it is for."_s);
        QVERIFY(first.data(models::NoteRole).toString().startsWith(u"Ada · "_s));
        m_list->fetchMore();
        QTRY_COMPARE(m_model->rowCount(), 70);
        QVERIFY(first.isValid());
        QCOMPARE(reset.size(), 0);
    }

    void strangersWords_data()
    {
        QTest::addColumn<Commit>("commit");
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("note");
        const QDateTime date(QDate(2024, 5, 3), QTime(14, 2));
        QTest::newRow("a usual one") << commit(u"Add weights"_s, {u"ada"_s}, date) << u"Add weights"_s
                                     << u"ada · 3 May 2024, 14:02"_s;
        QTest::newRow("bidi characters are seen")
            << commit(u"\u202Egpj.exe"_s, {u"a\u200Bb"_s}) << u"\\u202egpj.exe"_s << u"a\\u200bb"_s;
        QTest::newRow("markup stays what it is") << commit(u"<img src=x>"_s) << u"<img src=x>"_s << QString();
        QTest::newRow("a title of 10 000 characters is cut")
            << commit(QString(10'000, u'x')) << QString(400, u'x') + u'…' << QString();
        QTest::newRow("of several lines the first") << commit(u"One\r\nTwo"_s) << u"One"_s << QString();
        QTest::newRow("no title") << commit({}) << u"Without a title"_s << QString();
        QTest::newRow("no author") << commit(u"x"_s, {}, date) << u"x"_s << u"3 May 2024, 14:02"_s;
        QTest::newRow("authors without a name") << commit(u"x"_s, {QString(), u" "_s}) << u"x"_s << QString();
        QTest::newRow("four authors") << commit(u"x"_s, {u"a"_s, u"b"_s, u"c"_s, u"d"_s}) << u"x"_s
                                      << u"a, b, c, 1 more"_s;
        QTest::newRow("no date") << commit(u"x"_s, {u"a"_s}) << u"x"_s << u"a"_s;
    }
    void strangersWords()
    {
        QFETCH(Commit, commit);
        m_model->setCommits({commit});
        QTEST(m_model->index(0).data().toString(), "title");
        QTEST(m_model->index(0).data(models::NoteRole).toString(), "note");
    }

    void oneLineIsSpoken()
    {
        m_model->setCommits({commit(u"Add weights"_s, {u"ada"_s}, QDateTime(QDate(2024, 5, 3), QTime(14, 2)))});
        QCOMPARE(m_model->index(0).data(Qt::AccessibleTextRole).toString(),
                 u"Add weights, ada · 3 May 2024, 14:02, commit 4f2a9c1"_s);
        const QSignalSpy changed(m_model.get(), &QAbstractItemModel::dataChanged);
        m_model->setCurrent(commit({}).id);
        QCOMPARE(changed.size(), 1);
        QVERIFY(m_model->index(0).data(CommitModel::CurrentRole).toBool());
        QVERIFY(m_model->index(0).data(Qt::AccessibleTextRole).toString().endsWith(u", the commit in front"_s));
    }

    void filters_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("count");
        QTest::newRow("by title") << u"change 69"_s << 1;
        QTest::newRow("by what the message goes on with") << u"what it is"_s << 50;
        QTest::newRow("by author") << u"ada"_s << 50;
        QTest::newRow("spaces around do not count") << u"  Change 69 "_s << 1;
        QTest::newRow("nothing") << u"no such commit"_s << 0;
    }
    void filters()
    {
        QFETCH(QString, text);
        CommitProxy proxy;
        const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        proxy.setSourceModel(m_model.get());
        m_list->open(m_engine->hub(), m_repo, u"main"_s);
        QTRY_COMPARE(m_model->rowCount(), 50);
        proxy.setText(text);
        QTEST(proxy.rowCount(), "count");
        proxy.setText(m_model->index(3).data(models::RevisionRole).toString().first(9));
        QCOMPARE(proxy.rowCount(), 1);
        proxy.setText({});
        QCOMPARE(proxy.rowCount(), 50);
    }
};

QTEST_GUILESS_MAIN(TestCommitModel)
#include "tst_commitmodel.moc"
