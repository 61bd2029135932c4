// SPDX-License-Identifier: Apache-2.0
#include "models/columns.h"
#include "models/fileorder.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using models::OrderRow;
namespace FileColumn = models::FileColumn;

class TestFileOrder : public QObject
{
    Q_OBJECT

    static QList<OrderRow> rows(const QString &names)
    {
        QList<OrderRow> rows;
        for (const QString &name : names.split(u' ', Qt::SkipEmptyParts)) {
            const QStringList parts = name.split(u'=');
            const bool isFolder = parts[0].endsWith(u'/');
            rows << OrderRow{isFolder ? parts[0].chopped(1) : parts[0], isFolder, parts.value(1).toLongLong(),
                             parts.value(1), parts.value(1) != "?"_L1};
        }
        return rows;
    }

    static QString namesOf(const QList<OrderRow> &rows, const QList<int> &order)
    {
        QStringList names;
        for (const int row : order)
            names << rows[row].name;
        return names.join(u' ');
    }

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale::c()); }

    void putsRowsInOrder_data()
    {
        QTest::addColumn<QString>("rows");
        QTest::addColumn<FileOrder>("wish");
        QTest::addColumn<QString>("shown");
        const auto by = [](int column, Qt::SortOrder order = Qt::AscendingOrder) {
            return FileOrder{{}, column, order};
        };
        QTest::newRow("no wish is the order that they come in") << u"b A c/"_s << FileOrder{} << u"b A c"_s;
        QTest::newRow("numbers in names count as numbers")
            << u"s-10 s-9 s-100"_s << by(FileColumn::Name) << u"s-9 s-10 s-100"_s;
        QTest::newRow("case does not matter") << u"b A C"_s << by(FileColumn::Name) << u"A b C"_s;
        QTest::newRow("what compares alike stays as it was") << u"b a B A"_s << by(FileColumn::Name) << u"a A b B"_s;
        QTest::newRow("and stays so when the order is turned")
            << u"b a B A"_s << by(FileColumn::Name, Qt::DescendingOrder) << u"b B a A"_s;
        QTest::newRow("accents are where readers look for them")
            << u"zebra \u00e9tude apple"_s << by(FileColumn::Name) << u"apple \u00e9tude zebra"_s;
        QTest::newRow("folders come first") << u"a b/ c/"_s << by(FileColumn::Name) << u"b c a"_s;
        QTest::newRow("folders come first in the order turned, too")
            << u"a b/ c/"_s << by(FileColumn::Name, Qt::DescendingOrder) << u"c b a"_s;
        QTest::newRow("small ones first") << u"a=30 b=2 c/=7 d/=1"_s << by(FileColumn::Size) << u"d c b a"_s;
        QTest::newRow("large ones first")
            << u"a=30 b=2 c/=7 d/=1"_s << by(FileColumn::Size, Qt::DescendingOrder) << u"c d a b"_s;
        QTest::newRow("the newest change first, and what is not known at the end")
            << u"a=1 b=? c=3"_s << by(FileColumn::When, Qt::DescendingOrder) << u"c a b"_s;
        QTest::newRow("what is not known stays at the end when the order is turned")
            << u"a=1 b=? c=3"_s << by(FileColumn::When) << u"a c b"_s;
        QTest::newRow("changes by their titles") << u"a=Fix b=add c=Bump"_s << by(FileColumn::Change) << u"b c a"_s;
        QTest::newRow("a filter leaves the rest in its order")
            << u"ab2 x ab10 AB1"_s << FileOrder{u"ab"_s, FileColumn::Name} << u"AB1 ab2 ab10"_s;
        QTest::newRow("a filter of all leaves none") << u"a b"_s << FileOrder{u"z"_s, FileColumn::Size} << QString();
    }
    void putsRowsInOrder()
    {
        QFETCH(const QString, rows);
        QFETCH(const FileOrder, wish);
        QFETCH(const QString, shown);
        const QList<OrderRow> made = TestFileOrder::rows(rows);
        QCOMPARE(namesOf(made, models::rowOrder(made, wish).rows), shown);
    }

    void theKeysOfTheFirstRowsAreMadeOnce()
    {
        const FileOrder byName{{}, FileColumn::Name};
        const QList<OrderRow> few = rows(u"b a"_s);
        const QList<OrderRow> all = rows(u"b a d c"_s);
        const auto keys = models::rowOrder(few, byName).keys;
        QCOMPARE(keys->size(), 2);
        const models::RowOrder made = models::rowOrder(all, byName, keys);
        QCOMPARE(namesOf(all, made.rows), u"a b c d"_s);
        QCOMPARE(made.keys->size(), 4);
        QCOMPARE(models::rowOrder(all, byName, made.keys).keys, made.keys);
        QCOMPARE(models::rowOrder(all, {{}, FileColumn::Size}, made.keys).keys, made.keys);
    }

    void anyNamesStandAsACollatorComparesThem()
    {
        QRandomGenerator random(5);
        const QString letters = u"aAbB019-_. \u00e4\u00c4\u00df\u4e2d"_s;
        QList<OrderRow> rows;
        for (int count = 0; count < 2000; ++count) {
            QString name;
            for (int length = int(random.bounded(1, 8)); length > 0; --length)
                name += letters[random.bounded(letters.size())];
            rows << OrderRow{name, random.bounded(10) == 0};
        }
        QCollator collator{QLocale(QLocale::English)};
        collator.setNumericMode(true);
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        QList<int> expected(rows.size());
        std::ranges::generate(expected, [row = 0]() mutable { return row++; });
        std::ranges::stable_sort(expected, [&](int one, int other) {
            return rows[one].isFolder != rows[other].isFolder ? rows[one].isFolder
                                                              : collator.compare(rows[one].name, rows[other].name) < 0;
        });
        QCOMPARE(models::rowOrder(rows, {{}, FileColumn::Name}).rows, expected);
    }
};

QTEST_GUILESS_MAIN(TestFileOrder)
#include "tst_fileorder.moc"
