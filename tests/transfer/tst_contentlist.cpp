// SPDX-License-Identifier: Apache-2.0
#include "transfer/contentlist.h"
#include "transfer/retry.h"

#include "support/contents.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using State = TransferRow::State;

namespace {

const Error kOffline{Error::Kind::Offline, u"away"_s};
const Error kWrong{Error::Kind::Checksum, u"wrong"_s};

DownloadPlan::File file(const QString &path, const QByteArray &bytes, Presence presence = Presence::Absent)
{
    return {contents::smallFile(path, bytes), presence, presence == Presence::Absent ? 0 : bytes.size()};
}

}  // namespace

class TestContentList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void waitsLongerEachTime_data()
    {
        QTest::addColumn<int>("tries");
        QTest::addColumn<int>("asked");
        QTest::addColumn<int>("seconds");

        QTest::newRow("the first time about a second") << 1 << 0 << 1;
        QTest::newRow("then about two") << 2 << 0 << 2;
        QTest::newRow("the fifth time about sixteen") << 5 << 0 << 16;
        QTest::newRow("not a sixth time") << 6 << 0 << -1;
        QTest::newRow("as long as the server asked") << 1 << 42 << 42;
        QTest::newRow("but not shorter than we would") << 4 << 2 << 8;
        QTest::newRow("an hour at the most") << 1 << 1'000'000 << 3600;
    }

    void waitsLongerEachTime()
    {
        QFETCH(int, tries);
        QFETCH(int, asked);
        QFETCH(int, seconds);
        const Error error{Error::Kind::Server, u"busy"_s, {}, std::chrono::seconds(asked)};
        const auto delay = transfer::delayAfter(error, tries);
        QCOMPARE(delay.has_value(), seconds >= 0);
        if (delay && asked > seconds / 2)  // What the server asks is not left to chance.
            QCOMPARE(int(*delay / 1s), seconds);
        else if (delay)
            QVERIFY(*delay >= seconds * 750ms && *delay <= seconds * 1250ms);
        QVERIFY(!transfer::delayAfter(kWrong, 1));
    }

    void aConnectionThatFellSilentIsReplacedAtOnce()
    {
        const Error silent{Error::Kind::Timeout, u"silent"_s};
        QCOMPARE(transfer::delayAfter(silent, 1), 0ms);
        QVERIFY(transfer::delayAfter(silent, 2) > 1s);
    }

    void fetchesOneContentOnce()
    {
        ContentList list;
        list.fill({{}, {file(u"a"_s, "same"), file(u"b"_s, "other"), file(u"c/d"_s, "same")}, {}}, {});
        const int index = list.takeNext();
        QCOMPARE(list.at(index).task.files.size(), 2);
        list.succeed(index, 4);
        QCOMPARE(list.filesDone(), 2);
        QCOMPARE(list.bytesHere(), 8);
        QVERIFY(!list.isAllOver());
        list.succeed(list.takeNext(), 5);
        QCOMPARE(list.filesDone(), 3);
        QVERIFY(list.isAllOver());
    }

    void doesNothingForWhatIsThere()
    {
        ContentList list;
        list.fill({{}, {file(u"a"_s, "here", Presence::Whole)}, {}}, {});
        QVERIFY(list.isAllOver());
        QCOMPARE(list.filesDone(), 1);
        QCOMPARE(list.bytesHere(), 4);
        QVERIFY(list.takeChanged().empty());
    }

    void triesAgainInTime()
    {
        ContentList list;
        list.fill({{}, {file(u"a"_s, "bytes")}, {}}, {});
        list.fail(list.takeNext(), kOffline, 2, false, 10'000);
        QCOMPARE(int(list.at(0).state), int(State::Retrying));
        QCOMPARE(list.bytesHere(), 2);
        QCOMPARE(int(list.at(0).task.presence), int(Presence::Part));
        QVERIFY(!list.isAllOver());
        const qint64 due = list.wake(10'000);
        QVERIFY(due >= 10'750 && due <= 11'250);
        QCOMPARE(list.wake(due - 1), due);
        QVERIFY(!list.hasWaiting());
        QCOMPARE(list.wake(due), -1);
        QVERIFY(list.hasReady(due));
    }

    void givesUpAfterFiveTries()
    {
        ContentList list;
        list.fill({{}, {file(u"a"_s, "bytes")}, {}}, {});
        for (int tries = 1; tries <= 5; ++tries) {
            list.fail(list.takeNext(), kOffline, 0, false, 0);
            QCOMPARE(int(list.at(0).state), int(State::Retrying));
            list.wakeAll();
        }
        list.fail(list.takeNext(), kOffline, 0, false, 0);
        QCOMPARE(int(list.at(0).state), int(State::Failed));
        QVERIFY(list.isAllOver());
        QVERIFY(list.firstError());
        list.revive();
        QVERIFY(list.hasWaiting());
        QVERIFY(!list.firstError());
    }

    void bytesThatStayMakeTheTriesCountAnew()
    {
        ContentList list;
        list.fill({{}, {file(u"a"_s, "bytes")}, {}}, {});
        for (int tries = 1; tries <= 20; ++tries) {
            list.fail(list.takeNext(), kOffline, tries, false, 0);
            QCOMPARE(int(list.at(0).state), int(State::Retrying));
            list.wakeAll();
        }
    }

    void noMoreThanBeforeCountsAsNothing()
    {
        ContentList list;
        list.fill({{}, {file(u"a"_s, "bytes")}, {}}, {});
        for (int tries = 1; tries <= 5; ++tries) {
            list.fail(list.takeNext(), kOffline, tries % 2 * 3, false, 0);
            list.wakeAll();
        }
        QVERIFY(list.hasWaiting());
        list.fail(list.takeNext(), kOffline, 3, false, 0);
        QCOMPARE(int(list.at(0).state), int(State::Failed));
    }

    void aLimitOfTheHubHoldsAllBack()
    {
        ContentList list;
        list.fill({{}, {file(u"a"_s, "1"), file(u"b"_s, "2")}, {}}, {});
        list.fail(list.takeNext(), Error{Error::Kind::RateLimited, u"slow"_s, {}, 30s}, 0, false, 1000);
        QVERIFY(list.hasWaiting());
        QVERIFY(!list.hasReady(30'999));
        QCOMPARE(list.wake(1000), 31'000);
        QVERIFY(list.hasReady(31'000));
    }

    void aWrongPartOfAnEarlierTryGetsOneFreshStart()
    {
        ContentList list;
        list.fill({{}, {file(u"a"_s, "bytes", Presence::Part)}, {}}, {});
        list.fail(list.takeNext(), kWrong, 0, true, 0);
        QCOMPARE(int(list.at(0).state), int(State::Waiting));
        QCOMPARE(list.bytesHere(), 0);
        list.fail(list.takeNext(), kWrong, 0, true, 0);
        QCOMPARE(int(list.at(0).state), int(State::Failed));
    }

    void aWrongContentGetsNone()
    {
        ContentList list;
        list.fill({{}, {file(u"a"_s, "bytes")}, {}}, {});
        list.fail(list.takeNext(), kWrong, 0, false, 0);
        QCOMPARE(int(list.at(0).state), int(State::Failed));
    }

    void tellsOfWhatMovesAlone()
    {
        ContentList list;
        list.fill({{}, {file(u"a"_s, "1"), file(u"b"_s, "2"), file(u"c"_s, "3")}, {}}, {});
        QVERIFY(list.takeChanged().empty());
        list.takeNext();
        QCOMPARE(list.takeChanged(), std::set<int>{0});
        list.putBack(0, 0);
        list.takeChanged();
        list.touchShown();
        QCOMPARE(list.takeChanged(), std::set<int>{0});
    }
};

QTEST_APPLESS_MAIN(TestContentList)
#include "tst_contentlist.moc"
