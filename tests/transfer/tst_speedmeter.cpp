// SPDX-License-Identifier: Apache-2.0
#include "transfer/speedmeter.h"

#include <QTest>

class TestSpeedMeter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsNoSpeedFromNothing()
    {
        SpeedMeter meter;
        QCOMPARE(meter.bytesPerSecond(1000), 0);
        meter.note(0, 1000);
        meter.note(1'000'000, 1050);
        QCOMPARE(meter.bytesPerSecond(1050), 0);  // 50 ms tell nothing.
    }

    void tellsTheSpeedOfTheLastSeconds()
    {
        SpeedMeter meter;
        qint64 bytes = 0;
        for (qint64 now = 0; now <= 10'000; now += 10)
            meter.note(bytes += now < 5000 ? 1000 : 10'000, now);  // 100 kB/s, then 1 MB/s.
        QVERIFY(qAbs(meter.bytesPerSecond(10'000) - 1'000'000) < 50'000);
    }

    void isZeroThreeSecondsIntoAStall()
    {
        SpeedMeter meter;
        for (qint64 now = 0; now <= 2000; now += 100)
            meter.note(now * 1000, now);
        QVERIFY(meter.bytesPerSecond(2000) > 900'000);
        QVERIFY(meter.bytesPerSecond(3500) > 0);
        QCOMPARE(meter.bytesPerSecond(5000), 0);
    }

    void goesOnAfterAStall()
    {
        SpeedMeter meter;
        meter.note(0, 0);
        meter.note(1'000'000, 1000);
        meter.note(1'000'000, 20'000);
        meter.note(2'000'000, 21'000);
        QCOMPARE(meter.bytesPerSecond(21'000), 1'000'000 / 3);  // Of three seconds, two stood still.
    }
};

QTEST_APPLESS_MAIN(TestSpeedMeter)
#include "tst_speedmeter.moc"
