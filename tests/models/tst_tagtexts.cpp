// SPDX-License-Identifier: Apache-2.0
#include "models/tagtexts.h"

#include <QLocale>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestTagTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale::c()); }

    void countsParameters_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<QString>("text");
        QTest::newRow("a handful") << qint64(12) << u"12 parameters"_s;
        QTest::newRow("thousands") << qint64(6'951) << u"6.95 k parameters"_s;
        QTest::newRow("millions") << qint64(137'022'720) << u"137 M parameters"_s;
        QTest::newRow("three figures") << qint64(7'620'000'000) << u"7.62 B parameters"_s;
        QTest::newRow("three figures of tens") << qint64(70'553'706'496) << u"70.6 B parameters"_s;
        QTest::newRow("rounded up into the next unit") << qint64(999'700'000) << u"1.00 B parameters"_s;
        QTest::newRow("rounded up into one figure less") << qint64(9'996'000'000) << u"10.0 B parameters"_s;
        QTest::newRow("beyond all") << qint64(9'000'000'000'000'000'000) << u"9000000 T parameters"_s;
    }

    void countsParameters()
    {
        QFETCH(qint64, count);
        QTEST(models::parametersText(count), "text");
    }

    void writesTagsAsPeopleDo()
    {
        QCOMPARE(models::wordsOf(u"text-to-image"_s), u"Text to image"_s);
        QCOMPARE(models::wordsOf({}), QString());
        QCOMPARE(models::libraryText(u"sentence-transformers"_s), u"Sentence Transformers"_s);
        QCOMPARE(models::libraryText(u"their-own"_s), u"their-own"_s);
        QCOMPARE(models::libraryText(u"a\u202eb"_s), u"a\\u202eb"_s);
    }
};

QTEST_GUILESS_MAIN(TestTagTexts)
#include "tst_tagtexts.moc"
