// SPDX-License-Identifier: Apache-2.0
#include "models/columns.h"
#include "models/filemodel.h"
#include "models/fileproxy.h"
#include "support/entries.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
namespace FileColumn = models::FileColumn;

class TestFileProxy : public QObject
{
    Q_OBJECT

    static QStringList namesOf(const QAbstractItemModel &model)
    {
        QStringList names;
        for (int row = 0; row < model.rowCount(); ++row)
            names << model.index(row, 0).data().toString();
        return names;
    }

    static QList<FolderEntry> rows()
    {
        return {entries::folder(u"onnx"_s, 500), entries::folder(u"Data"_s, 900), entries::file(u"Config.json"_s, 30),
                entries::file(u"shard-10.bin"_s, 20), entries::file(u"shard-2.bin"_s, 10)};
    }

private Q_SLOTS:
    void filtersByName_data()
    {
        QTest::addColumn<QString>("pattern");
        QTest::addColumn<QString>("shown");

        QTest::newRow("no pattern shows all, as the Hub sorts them")
            << u""_s << u"Data onnx Config.json shard-10.bin shard-2.bin"_s;
        QTest::newRow("a part of the name in any case") << u"CONF"_s << u"Config.json"_s;
        QTest::newRow("folders are filtered, too") << u"on"_s << u"onnx Config.json"_s;
        QTest::newRow("a star makes it a pattern of the whole name") << u"shard*"_s << u"shard-10.bin shard-2.bin"_s;
        QTest::newRow("a pattern has to match to the end") << u"*.js"_s << u""_s;
        QTest::newRow("a question mark is one character") << u"shard-?.bin"_s << u"shard-2.bin"_s;
        QTest::newRow("a pattern takes any case") << u"*.JSON"_s << u"Config.json"_s;
        QTest::newRow("a dot is a dot") << u"config?json"_s << u"Config.json"_s;
        QTest::newRow("signs of a regular expression mean themselves") << u"shard-(2|10)"_s << u""_s;
        QTest::newRow("a bracket that is not closed is no error") << u"[*"_s << u""_s;
    }

    void filtersByName()
    {
        QFETCH(const QString, pattern);
        QFETCH(const QString, shown);
        FileModel files;
        FileProxy proxy(&files);
        const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        files.setEntries({}, rows());
        proxy.setPattern(pattern);
        QCOMPARE(namesOf(proxy), shown.split(u' ', Qt::SkipEmptyParts));
        proxy.setPattern({});
        QCOMPARE(proxy.rowCount(), 5);
    }

    void sortsFoldersFirst_data()
    {
        QTest::addColumn<int>("column");
        QTest::addColumn<Qt::SortOrder>("order");
        QTest::addColumn<QString>("shown");

        QTest::newRow("names by their numbers, in any case")
            << int(FileColumn::Name) << Qt::AscendingOrder << u"Data onnx Config.json shard-2.bin shard-10.bin"_s;
        QTest::newRow("folders stay first when names are turned")
            << int(FileColumn::Name) << Qt::DescendingOrder << u"onnx Data shard-10.bin shard-2.bin Config.json"_s;
        QTest::newRow("small ones first")
            << int(FileColumn::Size) << Qt::AscendingOrder << u"onnx Data shard-2.bin shard-10.bin Config.json"_s;
        QTest::newRow("large ones first, folders before files")
            << int(FileColumn::Size) << Qt::DescendingOrder << u"Data onnx Config.json shard-10.bin shard-2.bin"_s;
        QTest::newRow("what is cached after what is remote")
            << int(FileColumn::State) << Qt::AscendingOrder << u"Data onnx Config.json shard-2.bin shard-10.bin"_s;
        QTest::newRow("no column is the Hub's order")
            << -1 << Qt::AscendingOrder << u"Data onnx Config.json shard-10.bin shard-2.bin"_s;
    }

    void sortsFoldersFirst()
    {
        QFETCH(const int, column);
        QFETCH(const Qt::SortOrder, order);
        QFETCH(const QString, shown);
        const QHash<QString, LocalFile> states{{u"shard-10.bin"_s, {LocalState::Cached, 20}}};
        FileModel files;
        FileProxy proxy(&files);
        const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        files.setCommit({}, {}, &states);
        proxy.sort(column, order);
        files.setEntries({}, rows());
        QCOMPARE(namesOf(proxy), shown.split(u' '));
    }

    void largeFoldersKeepTheHubsOrder()
    {
        FileModel files;
        FileProxy proxy(&files);
        proxy.sort(FileColumn::Name, Qt::DescendingOrder);
        files.setEntries(u"d"_s, entries::page(u"d"_s, 0, FileProxy::kMaxSorted));
        QVERIFY(proxy.canSort());
        QCOMPARE(proxy.index(0, 0).data().toString(), u"part-004999.json"_s);

        const QSignalSpy can(&proxy, &FileProxy::canSortChanged);
        files.addEntries(entries::page(u"d"_s, FileProxy::kMaxSorted, 1000));
        QCOMPARE(can.size(), 1);
        QVERIFY(!proxy.canSort());
        QCOMPARE(proxy.index(0, 0).data().toString(), u"part-000000.json"_s);
        proxy.sort(FileColumn::Size);
        QCOMPARE(proxy.index(5999, 0).data().toString(), u"part-005999.json"_s);

        files.setEntries(u"e"_s, entries::page(u"e"_s, 0, 10));  // What was asked for last is in force again.
        QVERIFY(proxy.canSort());
        QCOMPARE(proxy.sortColumn(), int(FileColumn::Size));
    }

    void aHundredThousandRowsDoNotHoldUpTheWindow()
    {
        FileModel files;
        FileProxy proxy(&files);
        files.setEntries(u"d"_s, {});
        QCOMPARE(proxy.rowCount(), 0);
        const QSignalSpy reset(&proxy, &QAbstractItemModel::modelReset);
        QElapsedTimer timer;
        qint64 worst = 0;
        for (int page = 0; page < 100; ++page) {
            const QList<FolderEntry> rows = entries::page(u"d"_s, page * 1000, 1000);
            timer.start();
            files.addEntries(rows);
            worst = qMax(worst, timer.nsecsElapsed());
        }
        QCOMPARE(proxy.rowCount(), 100'000);
        QCOMPARE(reset.size(), 0);
        timer.start();
        proxy.setPattern(u"77"_s);
        const int found = proxy.rowCount();
        const double filtered = double(timer.nsecsElapsed()) / 1e6;
        timer.start();
        proxy.setPattern({});
        QCOMPARE(proxy.rowCount(), 100'000);
        const double cleared = double(timer.nsecsElapsed()) / 1e6;
        qInfo("worst page %.2f ms, filter %.1f ms, clear %.1f ms", double(worst) / 1e6, filtered, cleared);
        QVERIFY(found > 3'000 && found < 5'000);
    }
};

QTEST_GUILESS_MAIN(TestFileProxy)
#include "tst_fileproxy.moc"
