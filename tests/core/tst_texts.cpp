// SPDX-License-Identifier: Apache-2.0
#include "core/texts.h"

#include <QLocale>
#include <QTest>

#include <limits>

using namespace Qt::Literals::StringLiterals;

class TestTexts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedStates)); }

    void sizes_data()
    {
        QTest::addColumn<qint64>("bytes");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        QTest::newRow("unknown") << qint64(-1) << u"–"_s << u"–"_s;
        QTest::newRow("nothing") << qint64(0) << u"0 B"_s << u"0 B"_s;
        QTest::newRow("bytes are exact and short") << qint64(147) << u"147 B"_s << u"147 B"_s;
        QTest::newRow("the last of the bytes") << qint64(999) << u"999 B"_s << u"999 B"_s;
        QTest::newRow("three figures") << qint64(1400) << u"1.40 kB"_s << u"1,40 kB"_s;
        QTest::newRow("one decimal from ten on") << qint64(10'571) << u"10.6 kB"_s << u"10,6 kB"_s;
        QTest::newRow("no decimal from a hundred on") << qint64(307'867'048) << u"308 MB"_s << u"308 MB"_s;
        QTest::newRow("rounding does not make four figures") << qint64(9'996) << u"10.0 kB"_s << u"10,0 kB"_s;
        QTest::newRow("rounding reaches the next unit") << qint64(999'700) << u"1.00 MB"_s << u"1,00 MB"_s;
        QTest::newRow("gigabytes") << qint64(15'231'000'000) << u"15.2 GB"_s << u"15,2 GB"_s;
        QTest::newRow("the largest there is") << std::numeric_limits<qint64>::max() << u"9.22 EB"_s << u"9,22 EB"_s;
    }
    void sizes()
    {
        QFETCH(qint64, bytes);
        QTEST(core::sizeText(bytes), "english");
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QTEST(core::sizeText(bytes), "german");
    }

    void speeds_data()
    {
        QTest::addColumn<double>("bytesPerSecond");
        QTest::addColumn<QString>("text");
        QTest::newRow("unknown") << -1.0 << u"–"_s;
        QTest::newRow("not a number is unknown") << std::numeric_limits<double>::quiet_NaN() << u"–"_s;
        QTest::newRow("a stall is said") << 0.0 << u"0 B/s"_s;
        QTest::newRow("megabytes") << 23.4e6 << u"23.4 MB/s"_s;
        QTest::newRow("endless does not overflow") << std::numeric_limits<double>::infinity() << u"1.00 EB/s"_s;
    }
    void speeds()
    {
        QFETCH(double, bytesPerSecond);
        QTEST(core::speedText(bytesPerSecond), "text");
    }

    void timesLeft_data()
    {
        QTest::addColumn<qint64>("seconds");
        QTest::addColumn<QString>("text");
        QTest::newRow("unknown") << qint64(-1) << u"–"_s;
        QTest::newRow("seconds") << qint64(42) << u"42 s"_s;
        QTest::newRow("minutes and seconds below ten minutes") << qint64(164) << u"2 min 44 s"_s;
        QTest::newRow("minutes alone from ten on") << qint64(690) << u"11 min"_s;
        QTest::newRow("hours and minutes") << qint64(7'500) << u"2 h 5 min"_s;
        QTest::newRow("days and hours") << qint64(3 * 86'400 + 7'300) << u"3 d 2 h"_s;
        QTest::newRow("not worth a number") << qint64(86'400) * 1'000 << u"over 99 d"_s;
    }
    void timesLeft()
    {
        QFETCH(qint64, seconds);
        QTEST(core::leftText(seconds), "text");
    }

    void percents_data()
    {
        QTest::addColumn<double>("share");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << 0.0 << u"0 %"_s;
        QTest::newRow("rounded down") << 0.419 << u"41 %"_s;
        QTest::newRow("29 of 100 is not 28") << 29.0 / 100 << u"29 %"_s;
        QTest::newRow("a byte short of all is not all") << 1.0 - 1e-13 << u"99 %"_s;
        QTest::newRow("all") << 1.0 << u"100 %"_s;
        QTest::newRow("more than all is all") << 1.7 << u"100 %"_s;
        QTest::newRow("less than nothing is nothing") << -0.5 << u"0 %"_s;
        QTest::newRow("not a number is nothing") << std::numeric_limits<double>::quiet_NaN() << u"0 %"_s;
    }
    void percents()
    {
        QFETCH(double, share);
        QTEST(core::percentText(share), "text");
    }

    void counts_data()
    {
        QTest::addColumn<qint64>("count");
        QTest::addColumn<QString>("english");
        QTest::addColumn<QString>("german");
        QTest::newRow("unknown") << qint64(-1) << u"–"_s << u"–"_s;
        QTest::newRow("small") << qint64(834) << u"834"_s << u"834"_s;
        QTest::newRow("exact to 9,999") << qint64(9'999) << u"9,999"_s << u"9.999"_s;
        QTest::newRow("thousands from there on") << qint64(10'000) << u"10.0 k"_s << u"10,0 k"_s;
        QTest::newRow("one decimal") << qint64(12'430) << u"12.4 k"_s << u"12,4 k"_s;
        QTest::newRow("none from a hundred on") << qint64(124'300) << u"124 k"_s << u"124 k"_s;
        QTest::newRow("rounding reaches the next unit") << qint64(999'600) << u"1.0 M"_s << u"1,0 M"_s;
        QTest::newRow("millions") << qint64(1'234'567) << u"1.2 M"_s << u"1,2 M"_s;
        QTest::newRow("billions") << qint64(7'620'000'000) << u"7.6 bn"_s << u"7,6 bn"_s;
    }
    void counts()
    {
        QFETCH(qint64, count);
        QTEST(core::countText(count), "english");
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        QTEST(core::countText(count), "german");
    }

    void whens_data()
    {
        QTest::addColumn<QString>("then");
        QTest::addColumn<QString>("text");
        QTest::newRow("never") << QString() << u"–"_s;
        QTest::newRow("this minute") << u"2025-03-31T11:59:30Z"_s << u"just now"_s;
        QTest::newRow("a clock that is a little fast") << u"2025-03-31T12:00:30Z"_s << u"just now"_s;
        QTest::newRow("a clock that is wrong") << u"2025-05-02T12:00:00Z"_s << u"5/2/25"_s;
        QTest::newRow("one minute") << u"2025-03-31T11:58:30Z"_s << u"1 minute ago"_s;
        QTest::newRow("minutes") << u"2025-03-31T11:01:00Z"_s << u"59 minutes ago"_s;
        QTest::newRow("one hour") << u"2025-03-31T10:30:00Z"_s << u"1 hour ago"_s;
        QTest::newRow("hours") << u"2025-03-30T13:00:00Z"_s << u"23 hours ago"_s;
        QTest::newRow("one day") << u"2025-03-30T11:00:00Z"_s << u"1 day ago"_s;
        QTest::newRow("days") << u"2025-03-28T11:00:00Z"_s << u"3 days ago"_s;
        QTest::newRow("a day short of a month") << u"2025-03-01T11:00:00Z"_s << u"30 days ago"_s;
        QTest::newRow("a month by the calendar") << u"2025-02-28T12:00:00Z"_s << u"1 month ago"_s;
        QTest::newRow("months") << u"2025-01-20T12:00:00Z"_s << u"2 months ago"_s;
        QTest::newRow("a day short of a year") << u"2024-04-01T12:00:00Z"_s << u"11 months ago"_s;
        QTest::newRow("a year") << u"2024-03-31T12:00:00Z"_s << u"1 year ago"_s;
        QTest::newRow("years") << u"2022-01-01T00:00:00Z"_s << u"3 years ago"_s;
        QTest::newRow("another time zone") << u"2025-03-31T13:55:00+02:00"_s << u"5 minutes ago"_s;
    }
    void whens()
    {
        QFETCH(QString, then);
        const QDateTime now = QDateTime::fromString(u"2025-03-31T12:00:00Z"_s, Qt::ISODate);
        QTEST(core::whenText(QDateTime::fromString(then, Qt::ISODate), now), "text");
    }

    void aWrongClockGetsTheDateOfTheLocale()
    {
        QLocale::setDefault(QLocale(QLocale::German, QLocale::Germany));
        const QDateTime now = QDateTime::fromString(u"2025-03-31T12:00:00Z"_s, Qt::ISODate);
        QCOMPARE(core::whenText(now.addDays(32), now), u"02.05.25"_s);
    }

    void aMomentHasItsYearInFull()
    {
        QLocale::setDefault(QLocale(QLocale::English, QLocale::UnitedKingdom));
        const QDateTime then(QDate(2024, 5, 3), QTime(14, 2));
        QCOMPARE(core::momentText(then), u"3 May 2024, 14:02"_s);
        QCOMPARE(core::momentText(then.toUTC()), u"3 May 2024, 14:02"_s);
        QCOMPARE(core::momentText(QDateTime(QDate(-1, 1, 1), QTime(0, 0))).isEmpty(), false);
        QCOMPARE(core::momentText({}), u"–"_s);
    }
};

QTEST_GUILESS_MAIN(TestTexts)
#include "tst_texts.moc"
