// SPDX-License-Identifier: Apache-2.0
#include "models/columns.h"
#include "models/filemodel.h"
#include "models/fileproxy.h"
#include "models/namefilter.h"
#include "support/entries.h"

#include <QAbstractItemModelTester>
#include <QItemSelectionModel>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

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

    static constexpr int kLarge = 3000;  // Too many to be sorted at once.

    QThreadPool m_pool;

    static QStringList plainlyOrdered(const FileModel &files, const FileOrder &wish)
    {
        QList<int> rows;
        const NameFilter filter(wish.pattern);
        for (int row = 0; row < files.rowCount(); ++row) {
            if (filter.matches(files.entry(row).name))
                rows << row;
        }
        QCollator collator{QLocale(QLocale::English)};
        collator.setNumericMode(true);
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        const auto compare = [&](int one, int other) {
            const auto bytesOf
                = [&](const FolderEntry &entry) { return entry.isFolder ? entry.bytes : entry.file.size; };
            switch (wish.column) {
            case FileColumn::Name: return collator.compare(files.entry(one).name, files.entry(other).name);
            case FileColumn::Size: {
                const qint64 way = bytesOf(files.entry(one)) - bytesOf(files.entry(other));
                return way < 0 ? -1 : way > 0 ? 1 : 0;
            }
            case FileColumn::State: return int(files.stateOf(one)) - int(files.stateOf(other));
            default: return 0;
            }
        };
        std::ranges::stable_sort(rows, [&](int one, int other) {
            if (files.entry(one).isFolder != files.entry(other).isFolder)
                return files.entry(one).isFolder;
            const int way = compare(one, other);
            return wish.order == Qt::AscendingOrder ? way < 0 : way > 0;
        });
        QStringList names;
        for (const int row : rows)
            names << files.entry(row).name;
        return names;
    }

    static QList<FolderEntry> anyRows(QRandomGenerator &random, int most)
    {
        QMap<QString, FolderEntry> rows;  // A name is there once.
        for (int count = int(random.bounded(most + 1)); count > 0; --count) {
            const int number = int(random.bounded(60));
            const QString name = QStringList{u"part"_s, u"Part-"_s, u"x"_s}.at(number % 3) + QString::number(number);
            rows.insert(name, number % 7 == 0 ? entries::folder(name, number % 5) : entries::file(name, number % 11));
        }
        return rows.values();
    }

    static void change(FileModel &files, FileProxy &proxy, QHash<QString, LocalFile> &states, QRandomGenerator &random)
    {
        switch (random.bounded(7)) {
        case 0: files.setEntries(files.folder(), anyRows(random, 80)); break;
        case 1:
        case 2: files.addEntries(anyRows(random, 10)); break;
        case 3:
            proxy.setPattern(QStringList{{}, u"1"_s, u"p*2"_s, u"PART"_s, u"nothing"_s}.at(random.bounded(5)));
            break;
        case 4:
        case 5:
            proxy.sort(int(random.bounded(4)) - 1, random.bounded(2) ? Qt::AscendingOrder : Qt::DescendingOrder);
            break;
        case 6:
            states[u"x"_s + QString::number(random.bounded(60))] = {LocalState::Cached, 1};
            files.refreshStates();
            proxy.sort(proxy.wish().column, proxy.wish().order);  // Else it waits for more to change.
            break;
        }
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

    void aLargeFolderKeepsItsOrderUntilTheNewOneIsThere()
    {
        FileModel files;
        FileProxy proxy(&files, &m_pool);
        const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        files.setEntries(u"d"_s, entries::page(u"d"_s, 0, kLarge));
        const QSignalSpy layout(&proxy, &QAbstractItemModel::layoutChanged);
        const QSignalSpy reset(&proxy, &QAbstractItemModel::modelReset);
        QItemSelectionModel selection(&proxy);
        selection.setCurrentIndex(proxy.index(7, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);

        proxy.sort(FileColumn::Name, Qt::DescendingOrder);
        QVERIFY(!proxy.isOrdered());
        QCOMPARE(proxy.index(0, 0).data().toString(), u"part-000000.json"_s);
        QTRY_VERIFY(proxy.isOrdered());
        QCOMPARE(proxy.index(0, 0).data().toString(), u"part-002999.json"_s);
        QCOMPARE(layout.size(), 1);
        QCOMPARE(selection.currentIndex().data().toString(), u"part-000007.json"_s);
        QCOMPARE(selection.selectedRows().size(), 1);
        QVERIFY(selection.isRowSelected(kLarge - 1 - 7));

        proxy.setPattern(u"7.json"_s);
        QCOMPARE(proxy.rowCount(), kLarge);
        QTRY_COMPARE(proxy.rowCount(), kLarge / 10);
        QCOMPARE(proxy.index(0, 0).data().toString(), u"part-002997.json"_s);
        QCOMPARE(selection.currentIndex().data().toString(), u"part-000007.json"_s);
        QCOMPARE(reset.size(), 0);
    }

    void theNewestWishWins()
    {
        FileModel files;
        FileProxy proxy(&files, &m_pool);
        files.setEntries(u"d"_s, entries::page(u"d"_s, 0, kLarge));
        const QSignalSpy layout(&proxy, &QAbstractItemModel::layoutChanged);
        proxy.sort(FileColumn::Name, Qt::DescendingOrder);
        proxy.setPattern(u"1"_s);
        proxy.setPattern(u"12"_s);
        proxy.setPattern(u"123"_s);
        QTRY_VERIFY(proxy.isOrdered());
        QCOMPARE(layout.size(), 1);
        QCOMPARE(
            namesOf(proxy),
            (QStringList{u"part-002123.json"_s, u"part-001239.json"_s, u"part-001238.json"_s, u"part-001237.json"_s,
                         u"part-001236.json"_s, u"part-001235.json"_s, u"part-001234.json"_s, u"part-001233.json"_s,
                         u"part-001232.json"_s, u"part-001231.json"_s, u"part-001230.json"_s, u"part-001123.json"_s,
                         u"part-000123.json"_s}));
    }

    void theHubsOrderIsThereAtOnce()
    {
        FileModel files;
        FileProxy proxy(&files, &m_pool);
        files.setEntries(u"d"_s, entries::page(u"d"_s, 0, kLarge));
        proxy.sort(FileColumn::Name, Qt::DescendingOrder);
        QTRY_VERIFY(proxy.isOrdered());
        proxy.sort(FileColumn::Size);
        proxy.sort(-1);
        QVERIFY(proxy.isOrdered());
        QCOMPARE(proxy.index(0, 0).data().toString(), u"part-000000.json"_s);
        QVERIFY(m_pool.waitForDone());
        QTest::qWait(1);  // What the pool found of the order that nobody wants any more.
        QCOMPARE(proxy.index(0, 0).data().toString(), u"part-000000.json"_s);
    }

    void anotherFolderIsSortedAsWell()
    {
        FileModel files;
        FileProxy proxy(&files, &m_pool);
        proxy.sort(FileColumn::Name, Qt::DescendingOrder);
        files.setEntries(u"d"_s, entries::page(u"d"_s, 0, kLarge));
        QTRY_VERIFY(proxy.isOrdered());
        QCOMPARE(proxy.index(0, 0).data().toString(), u"part-002999.json"_s);
        files.setEntries(u"e"_s, entries::page(u"e"_s, 0, 10));
        QVERIFY(proxy.isOrdered());
        QCOMPARE(proxy.index(0, 0).data().toString(), u"part-000009.json"_s);
        files.setCommit({}, u"1"_s, nullptr);
        QCOMPARE(proxy.rowCount(), 0);
        QCOMPARE(proxy.headerData(FileColumn::Name, Qt::Horizontal, Qt::DisplayRole).toString(), u"Name"_s);
    }

    void whatIsTypedIsFoundFromTheRowOn_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<QString>("typed");
        QTest::addColumn<int>("found");
        QTest::newRow("the next name that begins with it") << 0 << u"shard"_s << 3;
        QTest::newRow("the row itself") << 3 << u"SHARD-2"_s << 3;
        QTest::newRow("in any case, round the end") << 3 << u"dat"_s << 0;
        QTest::newRow("a name that only has it is none") << 0 << u"nnx"_s << -1;
    }
    void whatIsTypedIsFoundFromTheRowOn()
    {
        QFETCH(const int, from);
        QFETCH(const QString, typed);
        QFETCH(const int, found);
        FileModel files;
        FileProxy proxy(&files);
        files.setEntries({}, rows());
        proxy.sort(FileColumn::Name);
        const QModelIndexList rows = proxy.match(proxy.index(from, 0), Qt::DisplayRole, typed, 1,
                                                 Qt::MatchStartsWith | Qt::MatchWrap | Qt::MatchRecursive);
        QCOMPARE(rows.isEmpty() ? -1 : rows.constFirst().row(), found);
    }

    /// Rows that come and go, filters and orders in any sequence: what is shown in the end is what a plain filter and
    /// sort make of the rows, whether a pool is at it or not, and every step tells the truth of itself.
    void anySequenceEndsInThePlainOrder_data()
    {
        QTest::addColumn<bool>("hasPool");
        QTest::addColumn<uint>("seed");
        for (uint seed = 1; seed <= 12; ++seed) {
            QTest::addRow("at once, sequence %u", seed) << false << seed;
            QTest::addRow("in a pool, sequence %u", seed) << true << seed;
        }
    }
    void anySequenceEndsInThePlainOrder()
    {
        QFETCH(const bool, hasPool);
        QFETCH(const uint, seed);
        QRandomGenerator random(seed);
        FileModel files;
        QHash<QString, LocalFile> states;
        files.setCommit({}, u"c"_s, &states);
        FileProxy proxy(&files, hasPool ? &m_pool : nullptr);
        proxy.setMaxAtOnce(hasPool ? int(random.bounded(10)) : FileProxy::kMaxAtOnce);
        const QAbstractItemModelTester tester(&proxy, QAbstractItemModelTester::FailureReportingMode::QtTest);
        QPersistentModelIndex followed;
        for (int step = 0; step < 60; ++step) {
            const QString name = followed.isValid() ? followed.data().toString() : QString();
            change(files, proxy, states, random);
            if (followed.isValid())
                QCOMPARE(followed.data().toString(), name);
            else if (proxy.rowCount() > 0)
                followed = proxy.index(int(random.bounded(proxy.rowCount())), 0);
            if (random.bounded(3) == 0)
                QCoreApplication::processEvents();
            if (random.bounded(5) == 0) {
                QTRY_VERIFY(proxy.isOrdered());
                QCOMPARE(namesOf(proxy), plainlyOrdered(files, proxy.wish()));
            }
        }
        QTRY_VERIFY(proxy.isOrdered());
        QCOMPARE(namesOf(proxy), plainlyOrdered(files, proxy.wish()));
        for (int row = 0; row < proxy.rowCount(); ++row)
            QCOMPARE(proxy.mapFromSource(proxy.mapToSource(proxy.index(row, 1))), proxy.index(row, 1));
    }

    void aHundredThousandRowsDoNotHoldUpTheWindow()
    {
        FileModel files;
        FileProxy proxy(&files, &m_pool);
        files.setEntries(u"d"_s, {});
        QCOMPARE(proxy.rowCount(), 0);
        const QSignalSpy reset(&proxy, &QAbstractItemModel::modelReset);
        QElapsedTimer timer;
        const auto took = [&timer] { return double(timer.nsecsElapsed()) / 1e6; };
        double worst = 0;
        for (int page = 0; page < 100; ++page) {
            const QList<FolderEntry> rows = entries::page(u"d"_s, page * 1000, 1000);
            timer.start();
            files.addEntries(rows);
            worst = qMax(worst, took());
        }
        QCOMPARE(proxy.rowCount(), 100'000);
        timer.start();
        proxy.setPattern(u"77"_s);
        const double asked = took();
        QTRY_VERIFY(proxy.isOrdered());
        const int found = proxy.rowCount();
        QVERIFY(found > 3'000 && found < 5'000);
        timer.start();
        proxy.setPattern({});
        const double cleared = took();
        QCOMPARE(proxy.rowCount(), 100'000);
        timer.start();
        proxy.sort(FileColumn::Name, Qt::DescendingOrder);
        const double sorted = took();
        QTRY_VERIFY_WITH_TIMEOUT(proxy.isOrdered(), 60'000);
        QCOMPARE(proxy.index(0, 0).data().toString(), u"part-099999.json"_s);
        QCOMPARE(reset.size(), 0);
        qInfo("worst page %.2f ms, filter asked %.1f ms, cleared %.1f ms, order asked %.1f ms", worst, asked, cleared,
              sorted);
    }
};

QTEST_GUILESS_MAIN(TestFileProxy)
#include "tst_fileproxy.moc"
