// SPDX-License-Identifier: Apache-2.0
#include "models/cachemodel.h"

#include "models/cacheproxy.h"
#include "models/columns.h"
#include "models/tone.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
namespace CacheColumn = models::CacheColumn;

class TestCacheModel : public QObject
{
    Q_OBJECT

    static CachedRepo repo(const QString &name, qint64 bytes, const QStringList &commits)
    {
        CachedRepo repo{.folder = u"models--o--"_s + name, .name = u"o/"_s + name, .bytes = bytes};
        repo.contents << CachedContent{"blobs/a", bytes};
        for (const QString &commit : commits)
            repo.commits << CachedCommit{.commit = commit, .contents = {0}, .files = 3, .bytes = bytes};
        return repo;
    }

    static CacheContents cache(const QList<CachedRepo> &repos) { return {u"/cache"_s, repos, {}, {}}; }

    static QString at(const QModelIndex &row, int column, int role = Qt::DisplayRole)
    {
        return row.siblingAtColumn(column).data(role).toString();
    }

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void showsRepositoriesRevisionsAndWhatIsLeftOfDownloads()
    {
        CacheModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        CachedRepo one = repo(u"one"_s, 2000, {QString(40, u'a'), QString(40, u'b')});
        one.commits[0].refs = QStringList{u"main"_s};
        one.parts << CachedPart{"x.hubdeck.part", {}, 12, 1, true};
        model.update(cache({one}));
        const QModelIndex row = model.index(0, 0);
        QCOMPARE(at(row, CacheColumn::Name), u"o/one"_s);
        QCOMPARE(at(row, CacheColumn::Note), u"2 revisions"_s);
        QCOMPARE(model.rowCount(row), 3);
        QCOMPARE(at(model.index(0, 0, row), CacheColumn::Name), u"main · aaaaaaa"_s);
        QCOMPARE(at(model.index(1, 0, row), CacheColumn::Name), u"detached · bbbbbbb"_s);
        QCOMPARE(at(model.index(1, 0, row), CacheColumn::Note), u"2.00 kB shared with main"_s);
        const QModelIndex parts = model.index(2, 0, row);
        QCOMPARE(at(parts, CacheColumn::Name), u"Partial downloads"_s);
        QCOMPARE(at(parts, CacheColumn::Note), u"Can be resumed"_s);
        QCOMPARE(model.choiceOf(parts), (CacheChoice{one.folder, {}, false, true}));
    }

    void whatIsPaintedFromRawRolesIsSaidInWordsToo()
    {
        CacheModel model;
        model.update(cache({repo(u"one"_s, 2000, {}), repo(u"two"_s, 1000, {})}));
        const QModelIndex row = model.index(1, 0);
        QCOMPARE(at(row, CacheColumn::Size, Qt::AccessibleTextRole), u"1.00 kB"_s);
        QCOMPARE(at(row, CacheColumn::Share, Qt::AccessibleTextRole), u"50 % of the largest"_s);
        QVERIFY(!at(row, CacheColumn::Used, Qt::AccessibleTextRole).isEmpty());
    }

    void aRepositoryStandsForAllBelowIt()
    {
        CacheModel model;
        model.update(cache({repo(u"one"_s, 10, {u"a"_s, u"b"_s})}));
        const QModelIndex row = model.index(0, 0);
        const QModelIndex second = model.index(1, 0, row);
        const QSignalSpy changed(&model, &CacheModel::checksChanged);
        QVERIFY(model.setData(second, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(row.data(Qt::CheckStateRole).toInt(), int(Qt::PartiallyChecked));
        QCOMPARE(model.checked(), (QList{CacheChoice{u"models--o--one"_s, {u"b"_s}}}));
        QVERIFY(model.setData(row, Qt::Checked, Qt::CheckStateRole));
        QCOMPARE(second.data(Qt::CheckStateRole).toInt(), int(Qt::Checked));
        QVERIFY(model.checked().constFirst().isAll);
        model.clearChecks();
        QVERIFY(model.checked().isEmpty());
        QCOMPARE(changed.size(), 3);
    }

    void cleaningUpIsWhatNobodyNames()
    {
        CacheModel model;
        CachedRepo one = repo(u"one"_s, 10, {u"a"_s, u"b"_s});
        one.commits[0].refs = QStringList{u"main"_s};
        CachedRepo two = repo(u"two"_s, 10, {u"c"_s});
        two.commits[0].refs = QStringList{u"v1"_s};
        two.parts << CachedPart{"x.incomplete", {}, 12, 1};
        model.update(cache({one, two}));
        model.checkWhatNobodyNames();
        QCOMPARE(model.checked(), (QList{CacheChoice{one.folder, {u"b"_s}}, CacheChoice{two.folder, {}, false, true}}));
    }

    void anotherLookKeepsWhatIsChecked()
    {
        CacheModel model;
        const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
        model.update(cache({repo(u"one"_s, 10, {u"a"_s, u"b"_s}), repo(u"two"_s, 20, {u"c"_s})}));
        const QPersistentModelIndex second(model.index(1, 0));
        model.setData(model.index(0, 0, second), Qt::Checked, Qt::CheckStateRole);
        const QSignalSpy reset(&model, &QAbstractItemModel::modelReset);

        model.update(cache({repo(u"two"_s, 30, {u"d"_s, u"c"_s}), repo(u"three"_s, 5, {})}));
        QCOMPARE(reset.size(), 0);
        QCOMPARE(model.rowCount(), 2);
        QCOMPARE(second.row(), 0);
        QCOMPARE(at(second, CacheColumn::Size, models::BytesRole), u"30"_s);
        QCOMPARE(model.rowCount(second), 2);
        QCOMPARE(model.checked(), (QList{CacheChoice{u"models--o--two"_s, {u"c"_s}}}));
        model.update(cache({}));
        QVERIFY(model.checked().isEmpty());
    }

    void saysWhatIsDamaged()
    {
        CacheModel model;
        CachedRepo one = repo(u"one"_s, 10, {u"a"_s});
        one.problem = CacheProblem::ContentMissing;
        one.problemAt = u"models--o--one/snapshots/a/\u202ex.bin"_s;
        model.update(cache({one}));
        const QModelIndex note = model.index(0, CacheColumn::Note);
        QCOMPARE(note.data().toString(), u"Damaged"_s);
        QCOMPARE(note.data(models::ToneRole).toInt(), int(models::Tone::Danger));
        QVERIFY(note.data(Qt::ToolTipRole).toString().contains(u"\\u202ex.bin"_s));
    }

    void isSortedByAnyColumn_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<Qt::SortOrder>("order");
        QTest::addColumn<QStringList>("names");
        const QStringList rising{u"o/m2"_s, u"o/m10"_s, u"o/x"_s};
        const QStringList falling{u"o/x"_s, u"o/m10"_s, u"o/m2"_s};
        QTest::newRow("names as people count") << int(CacheColumn::Name) << Qt::AscendingOrder << rising;
        QTest::newRow("the largest first") << int(CacheColumn::Size) << Qt::DescendingOrder << falling;
        QTest::newRow("the smallest first") << int(CacheColumn::Size) << Qt::AscendingOrder << rising;
        QTest::newRow("the longest unused first") << int(CacheColumn::Used) << Qt::AscendingOrder << falling;
    }
    void isSortedByAnyColumn()
    {
        QFETCH(int, column);
        QFETCH(Qt::SortOrder, order);
        QFETCH(QStringList, names);
        CacheModel model;
        CacheProxy proxy;
        const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        proxy.setSourceModel(&model);
        QList<CachedRepo> repos{repo(u"m10"_s, 20, {u"a"_s, u"b"_s}), repo(u"x"_s, 30, {}), repo(u"m2"_s, 10, {})};
        repos[0].accessed = 2;
        repos[1].accessed = 1;
        repos[2].accessed = 3;
        repos[0].parts << CachedPart{"x.incomplete", {}, 12, 1};
        model.update(cache(repos));
        proxy.sort(column, order);
        QStringList shown;
        for (int row = 0; row < proxy.rowCount(); ++row)
            shown << proxy.index(row, 0).data().toString();
        QCOMPARE(shown, names);
        const QModelIndex above = proxy.mapFromSource(model.index(0, 0));
        QVERIFY(proxy.index(2, 0, above).data(CacheModel::IsPartsRole).toBool());

        proxy.setText(u"M1"_s);
        QCOMPARE(proxy.rowCount(), 1);
        QCOMPARE(proxy.rowCount(proxy.index(0, 0)), 3);
    }
};

QTEST_GUILESS_MAIN(TestCacheModel)
#include "tst_cachemodel.moc"
