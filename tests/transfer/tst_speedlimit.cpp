// SPDX-License-Identifier: Apache-2.0
#include "support/contents.h"
#include "support/downloadrig.h"
#include "transfer/speedlimit.h"

#include <QElapsedTimer>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using State = TransferRow::State;

/// A limit of the speed: never more bytes than it lets through, and all of them in the end.
class TestSpeedLimit : public QObject
{
    Q_OBJECT

    DownloadRig m_rig;

    /// What may have come after \a milliseconds: the limit, a fifth of a second saved up, and a tick's grace.
    static qint64 mostOf(qint64 limit, qint64 milliseconds) { return limit * (milliseconds + 300) / 1000; }

private Q_SLOTS:
    void initTestCase()
    {
        DownloadRig::Files files{{u"weights.bin"_s, contents::bytes(3'000'000)}};
        for (int i = 0; i < 8; ++i)
            files[u"part/%1.bin"_s.arg(i)] = contents::bytes(1'100'000 + i);
        for (int i = 0; i < 40; ++i)
            files[u"small/%1.bin"_s.arg(i)] = contents::bytes(20'000 + i);
        m_rig.fill(files);
    }

    void cleanup() { m_rig.end(); }

    void aBucketGivesNoMoreThanItsLimit()
    {
        SpeedLimit limit;
        limit.setBytesPerSecond(1'000'000);
        qint64 taken = 0;
        QElapsedTimer clock;
        clock.start();
        while (clock.elapsed() < 600) {
            taken += limit.take(50'000);
            QVERIFY(taken <= mostOf(1'000'000, clock.elapsed()));
            QTest::qWait(5);
        }
        QVERIFY(taken > 0);
    }

    void whoWaitsGetsAShare()
    {
        SpeedLimit limit;
        limit.setBytesPerSecond(1'000'000);
        qint64 taken[4] = {};
        QVERIFY(limit.take(1'000'000'000) < 1'000'000'000);
        for (qint64 &one : taken)
            connect(&limit, &SpeedLimit::refilled, this, [&limit, &one] { one += limit.take(1'000'000); });
        QTRY_VERIFY(std::ranges::all_of(taken, [](qint64 one) { return one > 100'000; }));
        const auto [least, most] = std::ranges::minmax(taken);
        QVERIFY2(most - least <= 200'000, qPrintable(QString::number(most - least)));  // What was saved up.
    }

    void withoutALimitAllMayBeRead()
    {
        SpeedLimit limit;
        QCOMPARE(limit.take(1'000'000'000), 1'000'000'000);
        limit.setBytesPerSecond(1000);
        QVERIFY(limit.take(1'000'000) <= 200);
        int refills = 0;
        connect(&limit, &SpeedLimit::refilled, this, [&refills] { ++refills; });
        limit.setBytesPerSecond(0);
        QCOMPARE(refills, 1);  // At once.
        QCOMPARE(limit.take(1'000'000'000), 1'000'000'000);
    }

    void keepsToTheLimit_data()
    {
        QTest::addColumn<QStringList>("paths");
        QTest::addColumn<qint64>("limit");
        QTest::newRow("with one connection") << QStringList{u"weights.bin"_s} << qint64(2'000'000);
        QTest::newRow("with eight connections") << QStringList{u"part"_s} << qint64(4'000'000);
        QTest::newRow("with many small files") << QStringList{u"small"_s} << qint64(500'000);
    }
    void keepsToTheLimit()
    {
        QFETCH(QStringList, paths);
        QFETCH(qint64, limit);
        m_rig.begin();
        m_rig.queue().setSpeedLimit(limit);
        QElapsedTimer clock;
        clock.start();
        const TransferRow row = m_rig.run({.repo = m_rig.repo, .paths = paths});
        const qint64 took = clock.elapsed();
        QVERIFY2(row.state == State::Succeeded, qPrintable(row.error ? row.error->message : u"not over"_s));
        QVERIFY2(row.total <= mostOf(limit, took), qPrintable(u"%1 bytes in %2 ms"_s.arg(row.total).arg(took)));
        QCOMPARE(m_rig.whatIsSpoilt(), QString());
    }

    void theSilenceOfALimitIsNoStall()
    {
        TransferOptions options;
        options.patience.silence = 3s;
        m_rig.begin(options);
        m_rig.queue().setSpeedLimit(20'000);  // Of a buffer that came at once, a bit at a time.
        const quint64 id = m_rig.add({.repo = m_rig.repo, .paths = {u"part/0.bin"_s}});
        QTRY_VERIFY_WITH_TIMEOUT(m_rig.watch().of(id).done > 0, 30'000);
        QTest::qWait(5000);
        QCOMPARE(m_rig.watch().of(id).state, State::Running);
        QVERIFY(!m_rig.watch().of(id).error);
        m_rig.queue().setSpeedLimit(0);
        QTRY_COMPARE_WITH_TIMEOUT(m_rig.watch().of(id).state, State::Succeeded, 30'000);
        QCOMPARE(m_rig.whatIsSpoilt(), QString());
    }

    void aChangeTakesEffectWhileBytesMove()
    {
        m_rig.begin();
        m_rig.queue().setSpeedLimit(50'000);
        const quint64 id = m_rig.add({.repo = m_rig.repo, .paths = {u"weights.bin"_s}});
        QTRY_VERIFY(m_rig.watch().of(id).done > 0);
        QVERIFY(m_rig.watch().of(id).done < 1'500'000);
        m_rig.queue().setSpeedLimit(0);
        QTRY_COMPARE_WITH_TIMEOUT(m_rig.watch().of(id).state, State::Succeeded, 30'000);  // It would take a minute.
        QCOMPARE(m_rig.whatIsSpoilt(), QString());
    }
};

QTEST_GUILESS_MAIN(TestSpeedLimit)
#include "tst_speedlimit.moc"
