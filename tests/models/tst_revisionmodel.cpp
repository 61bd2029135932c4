// SPDX-License-Identifier: Apache-2.0
#include "models/revisionmodel.h"
#include "models/tone.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestRevisionModel : public QObject
{
    Q_OBJECT

    const QString m_head = QString(40, u'a');
    const QString m_old = QString(40, u'b');

    Refs refs() const
    {
        return {.branches = {{u"main"_s, u"main"_s, m_head}, {u"feat/x"_s, u"feat/x"_s, m_old}},
                .tags = {{u"v1.0"_s, u"v1.0"_s, m_old}},
                .converts = {{u"refs/convert/parquet"_s, u"refs/convert/parquet"_s, m_old}},
                .pullRequests = {{u"refs/pr/14"_s, u"refs/pr/14"_s, m_old}}};
    }

    QList<Commit> commits() const
    {
        return {{m_head, u"Add weights"_s, {}, {}, QDateTime::currentDateTimeUtc().addDays(-3)}};
    }

    static QStringList shown(const RevisionModel &model)
    {
        QStringList texts;
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row);
            texts << (index.data(models::SectionRole).toBool() ? u"== "_s : QString()) + index.data().toString();
        }
        return texts;
    }

    static QModelIndex find(const RevisionModel &model, const QString &revision)
    {
        return model.match(model.index(0), models::RevisionRole, revision, 1, Qt::MatchExactly).value(0);
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void showsEachKindUnderItsHeading()
    {
        RevisionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setRefs(refs());
        model.setCommits(commits());
        QCOMPARE(shown(model),
                 (QStringList{u"== Branches"_s, u"main"_s, u"feat/x"_s, u"== Tags"_s, u"v1.0"_s, u"== Pull requests"_s,
                              u"#14"_s, u"== Converted"_s, u"parquet"_s, u"== Recent commits"_s, u"Add weights"_s}));
    }

    void leavesOutHeadingsOfNothing()
    {
        RevisionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QCOMPARE(model.rowCount(), 0);
        model.setRefs({.branches = {{u"main"_s, u"main"_s, m_head}}, .tags = {}, .converts = {}, .pullRequests = {}});
        model.setCommits({});
        QCOMPARE(shown(model), (QStringList{u"== Branches"_s, u"main"_s}));
    }

    void saysWhatTheHubKnowsItBy_data()
    {
        QTest::addColumn<QString>("revision");
        QTest::addColumn<QString>("icon");
        QTest::addColumn<QString>("note");

        QTest::newRow("a branch, with the age of its commit") << u"main"_s << u"branch"_s << u"aaaaaaa · 3 days ago"_s;
        QTest::newRow("a branch whose commit is not among the newest") << u"feat/x"_s << u"branch"_s << u"bbbbbbb"_s;
        QTest::newRow("a tag") << u"v1.0"_s << u"tag"_s << u"bbbbbbb"_s;
        QTest::newRow("a pull request") << u"refs/pr/14"_s << u"pull-request"_s << u"bbbbbbb"_s;
        QTest::newRow("a convert") << u"refs/convert/parquet"_s << u"table"_s << u"bbbbbbb"_s;
        QTest::newRow("a commit") << m_head << u"commit"_s << u"aaaaaaa · 3 days ago"_s;
    }

    void saysWhatTheHubKnowsItBy()
    {
        QFETCH(const QString, revision);
        RevisionModel model;
        model.setRefs(refs());
        model.setCommits(commits());
        const QModelIndex index = find(model, revision);
        QVERIFY(index.isValid());
        QTEST(index.data(models::IconNameRole).toString(), "icon");
        QTEST(index.data(models::NoteRole).toString(), "note");
        QTEST(index.data(Qt::AccessibleDescriptionRole).toString(), "note");
    }

    void marksTheCurrentOne()
    {
        RevisionModel model;
        model.setRefs(refs());
        const QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
        model.setCurrent(u"v1.0"_s);
        QCOMPARE(changed.size(), 1);
        QVERIFY(find(model, u"v1.0"_s).data(RevisionModel::CurrentRole).toBool());
        QCOMPARE(find(model, u"v1.0"_s).data(models::ToneRole).toInt(), int(models::Tone::Accent));
        QVERIFY(!find(model, u"main"_s).data(RevisionModel::CurrentRole).toBool());
        QVERIFY(!model.index(0).data(RevisionModel::CurrentRole).toBool());
    }

    void newNamesKeepTheCommits()
    {
        RevisionModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.setCommits(commits());
        model.setRefs(refs());
        QCOMPARE(shown(model).last(), u"Add weights"_s);
        model.setCommits(commits() + commits());
        QCOMPARE(shown(model).count(u"Add weights"_s), 2);
        QCOMPARE(shown(model).count(u"== Recent commits"_s), 1);
    }

    void headingsCannotBeChosen()
    {
        RevisionModel model;
        model.setRefs(refs());
        QVERIFY(!model.index(0).flags().testFlag(Qt::ItemIsEnabled));
        QVERIFY(model.index(1).flags().testFlag(Qt::ItemIsSelectable));
    }

    void textsOfTheHubAreMadeVisible()
    {
        RevisionModel model;
        model.setCommits({{m_head, u"a\u202eb"_s, {}, {}, {}}});
        QVERIFY(!model.index(1).data().toString().contains(u'\u202e'));
    }
};

QTEST_GUILESS_MAIN(TestRevisionModel)
#include "tst_revisionmodel.moc"
