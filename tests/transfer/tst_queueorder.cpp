// SPDX-License-Identifier: Apache-2.0
#include "local/filelock.h"
#include "support/contents.h"
#include "support/downloadrig.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using State = TransferRow::State;

namespace {

constexpr int kFiles = 9;

QString nameOf(int number)
{
    return u"%1.bin"_s.arg(number);
}

}  // namespace

/// Who gets a place, in which order, and how many there are: on a Hub whose bytes stop after the first hundred
/// thousand, so that what has begun stays under way.
class TestQueueOrder : public QObject
{
    Q_OBJECT

    DownloadRig m_rig;
    QList<quint64> m_told;  ///< The order as somebody has it who only listens.

    void begin(int mostAtOnce, const QString &journal = {})
    {
        m_rig.end();
        m_told.clear();
        TransferOptions options;
        options.mostAtOnce = mostAtOnce;
        options.patience.silence = std::chrono::minutes(10);
        options.patience.firstPause = std::chrono::minutes(10);
        options.journal = journal;
        m_rig.begin(options);
        connect(&m_rig.queue(), &TransferQueue::rowsChanged, this, [this](const QList<TransferRow> &rows) {
            for (const TransferRow &row : rows) {
                if (row.parent == 0 && !m_told.contains(row.id))
                    m_told << row.id;
            }
        });
        connect(&m_rig.queue(), &TransferQueue::rowMoved, this, [this](quint64 id, quint64 before) {
            QVERIFY(m_told.removeOne(id));
            QVERIFY(before == 0 || m_told.contains(before));
            m_told.insert(before == 0 ? m_told.size() : m_told.indexOf(before), id);
        });
        stall();
    }

    void stall() { m_rig.faults().set({QJsonObject{{u"server"_s, u"cdn"_s}, {u"stallAfter"_s, 100'000}}}); }

    /// One transfer for each of the first \a count files, all of them planned.
    QList<quint64> add(int count)
    {
        QList<quint64> ids;
        for (int number = 0; number < count; ++number)
            ids << m_rig.add({.repo = m_rig.repo, .paths = {nameOf(number)}});
        const auto isPlanned = [this](quint64 id) { return row(id).files > 0; };
        [&] { QTRY_VERIFY_WITH_TIMEOUT(std::ranges::all_of(ids, isPlanned), 20'000); }();
        return ids;
    }

    TransferRow row(quint64 id) const { return m_rig.watch().of(id); }
    bool runs(quint64 id) const { return row(id).state == State::Running; }
    bool waits(quint64 id) const { return row(id).state == State::Waiting; }
    int running() const
    {
        const auto runs = [](const TransferRow &row) { return row.parent == 0 && row.state == State::Running; };
        return int(std::ranges::count_if(m_rig.watch().rows, runs));
    }

    /// Requests for bytes of files.
    qsizetype asked()
    {
        const auto isForBytes = [](const QJsonObject &request) { return request[u"server"_s] == u"cdn"_s; };
        return std::ranges::count_if(m_rig.faults().log(), isForBytes);
    }

private Q_SLOTS:
    void initTestCase()
    {
        DownloadRig::Files files;
        for (int number = 0; number < kFiles; ++number)
            files[nameOf(number)] = contents::bytes(1'500'000 + number);
        m_rig.fill(files);
    }

    void cleanup() { m_rig.end(); }

    void whoIsFreeMakesRoomForTheNext()
    {
        begin(1);
        const QList<quint64> ids = add(3);
        QTRY_VERIFY(runs(ids[0]));
        QVERIFY(waits(ids[1]) && waits(ids[2]));
        m_rig.queue().pause(ids[0]);
        QTRY_VERIFY(runs(ids[1]));
        QVERIFY(waits(ids[2]));
        m_rig.queue().resume(ids[0]);  // Its place is taken: it waits for its turn, which is the next.
        QTRY_VERIFY(waits(ids[0]));
        m_rig.queue().cancel(ids[1]);
        QTRY_VERIFY(runs(ids[0]));
        QVERIFY(waits(ids[2]));
        QCOMPARE(running(), 1);
    }

    void whatWasMovedInFrontComesFirst()
    {
        begin(1);
        const QList<quint64> ids = add(4);
        QTRY_VERIFY(runs(ids[0]));
        m_rig.queue().move(ids[3], ids[1]);
        QCOMPARE(m_told, (QList<quint64>{ids[0], ids[3], ids[1], ids[2]}));
        QVERIFY(runs(ids[0]));  // What has begun goes on.
        m_rig.queue().pause(ids[0]);
        QTRY_VERIFY(runs(ids[3]));
        QVERIFY(waits(ids[1]) && waits(ids[2]));
        m_rig.queue().move(ids[1], 0);
        QCOMPARE(m_told, (QList<quint64>{ids[0], ids[3], ids[2], ids[1]}));
        m_rig.queue().pause(ids[3]);
        QTRY_VERIFY(runs(ids[2]));
        QVERIFY(waits(ids[1]));
    }

    void movesTo_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("before");
        QTest::addColumn<QList<int>>("order");
        QTest::newRow("one that waits moves up") << 2 << 1 << QList<int>{0, 2, 1, 3};
        QTest::newRow("one that waits moves up by more than one") << 3 << 1 << QList<int>{0, 3, 1, 2};
        QTest::newRow("one that waits moves above what has begun") << 3 << 0 << QList<int>{3, 0, 1, 2};
        QTest::newRow("one that waits moves down") << 1 << 3 << QList<int>{0, 2, 1, 3};
        QTest::newRow("one that waits moves to the end") << 1 << -1 << QList<int>{0, 2, 3, 1};
        QTest::newRow("behind what is not there is the end") << 1 << 99 << QList<int>{0, 2, 3, 1};
        QTest::newRow("before itself it stays") << 2 << 2 << QList<int>{0, 1, 2, 3};
        QTest::newRow("before the next it stays") << 1 << 2 << QList<int>{0, 1, 2, 3};
        QTest::newRow("the last one is at the end") << 3 << -1 << QList<int>{0, 1, 2, 3};
        QTest::newRow("what has begun stays") << 0 << -1 << QList<int>{0, 1, 2, 3};
        QTest::newRow("what is not there stays away") << 99 << 1 << QList<int>{0, 1, 2, 3};
    }

    void movesTo()
    {
        QFETCH(int, from);
        QFETCH(int, before);
        QFETCH(QList<int>, order);
        begin(1);
        const QList<quint64> ids = add(4);
        QTRY_VERIFY(runs(ids[0]));
        const auto idOf = [&ids](int index) { return index < 0 ? 0 : ids.value(index, 4711); };
        m_rig.queue().move(idOf(from), idOf(before));
        QList<quint64> expected;
        for (const int index : order)
            expected << ids[index];
        QCOMPARE(m_told, expected);
    }

    void rowsAreKnownBeforeTheyMove()
    {
        begin(1);
        QList<quint64> ids;
        for (int number = 0; number < 3; ++number)
            ids << m_rig.add({.repo = m_rig.repo, .paths = {nameOf(number)}});
        m_rig.queue().move(ids[2], ids[0]);  // Nobody was told of any of them yet.
        QCOMPARE(m_told, (QList<quint64>{ids[2], ids[0], ids[1]}));
        QTRY_VERIFY(runs(ids[2]));
        QVERIFY(!runs(ids[0]) && !runs(ids[1]));
    }

    void theOrderLastsThoughTheProcessIsKilled()
    {
        const QString journal = m_rig.home() + u"/killed/transfers.sqlite"_s;
        begin(1, journal);
        const QList<quint64> ids = add(4);
        QTRY_VERIFY(runs(ids[0]));
        m_rig.queue().move(ids[3], ids[1]);
        m_rig.queue().move(ids[1], 0);
        const QList<quint64> order{ids[0], ids[3], ids[2], ids[1]};
        QCOMPARE(m_told, order);
        // As a killed process leaves it: nothing is closed.
        const QString copy = m_rig.home() + u"/next/transfers.sqlite"_s;
        for (const QString &suffix : {QString(), u"-wal"_s})
            disk::put(copy + suffix, disk::contentOf(journal + suffix));
        begin(1, copy);
        QCOMPARE(m_rig.queue().start(), ids[3]);
        QTRY_COMPARE(m_told, order);
        QTRY_VERIFY(runs(ids[0]));
        m_rig.queue().pause(ids[0]);
        QTRY_VERIFY(runs(ids[3]));
        QVERIFY(!runs(ids[1]) && !runs(ids[2]));
    }

    void fewerAtOnceCountsAtOnce()
    {
        begin(4);
        const QList<quint64> ids = add(6);
        QTRY_COMPARE(running(), 4);
        m_rig.queue().setMostAtOnce(2);
        QTRY_COMPARE(running(), 2);
        QVERIFY(runs(ids[0]) && runs(ids[1]));
        for (int i = 2; i < 6; ++i)
            QVERIFY(waits(ids[i]));
        m_rig.faults().clear();
        m_rig.queue().setMostAtOnce(8);
        for (int i = 2; i < 6; ++i)
            QTRY_COMPARE_WITH_TIMEOUT(int(row(ids[i]).state), int(State::Succeeded), 30'000);
        QVERIFY(row(ids[2]).fetched < 2 * row(ids[2]).total);
        m_rig.queue().pause(ids[0]);
        m_rig.queue().pause(ids[1]);
        m_rig.queue().resume(ids[0]);
        m_rig.queue().resume(ids[1]);
        QTRY_COMPARE_WITH_TIMEOUT(int(row(ids[0]).state), int(State::Succeeded), 30'000);
        QTRY_COMPARE_WITH_TIMEOUT(int(row(ids[1]).state), int(State::Succeeded), 30'000);
        QCOMPARE(m_rig.whatIsSpoilt(), QString());
    }

    void moreAtOnceCountsAtOnce_data()
    {
        QTest::addColumn<int>("count");
        QTest::addColumn<int>("running");
        QTest::newRow("none is one") << 0 << 1;
        QTest::newRow("three") << 3 << 3;
        QTest::newRow("as many as there are requests at once") << 8 << 8;
        QTest::newRow("more than that are as many as that") << 100 << 8;
    }

    void moreAtOnceCountsAtOnce()
    {
        QFETCH(int, count);
        QFETCH(int, running);
        begin(1);
        add(kFiles);
        QTRY_COMPARE(this->running(), 1);
        m_rig.queue().setMostAtOnce(count);
        QTRY_COMPARE(this->running(), running);
        QTRY_COMPARE_WITH_TIMEOUT(asked(), running, 20'000);
        QTest::qWait(50);
        QCOMPARE(asked(), running);
        QCOMPARE(this->running(), running);
    }

    void whatTriesAgainKeepsItsPlace()
    {
        begin(1);
        m_rig.faults().set({QJsonObject{{u"server"_s, u"cdn"_s}, {u"times"_s, 1}, {u"status"_s, 503}},
                            QJsonObject{{u"server"_s, u"cdn"_s}, {u"stallAfter"_s, 100'000}}});
        const QList<quint64> ids = add(2);
        QTRY_COMPARE(int(row(ids[0]).state), int(State::Retrying));
        QTest::qWait(100);
        QVERIFY(waits(ids[1]));
        m_rig.queue().pause(ids[0]);
        QTRY_VERIFY(runs(ids[1]));
    }

    void whatWaitsForSomebodyElseIsInNobodysWay()
    {
        begin(1);
        FileLock lock(m_rig.layout().lock(m_rig.repo, m_rig.etagOf(nameOf(0))));
        QVERIFY(lock.tryLock());
        const QList<quint64> ids = add(3);
        QTRY_COMPARE(int(row(ids[0]).state), int(State::Locked));
        QTRY_VERIFY(runs(ids[1]));
        QVERIFY(waits(ids[2]));
    }
};

QTEST_GUILESS_MAIN(TestQueueOrder)
#include "tst_queueorder.moc"
