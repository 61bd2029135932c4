// SPDX-License-Identifier: Apache-2.0
#include "hub/ratelimit.h"
#include "hub/ratelimiter.h"

#include <QDateTime>
#include <QTest>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using hub::RateLimiter;

namespace {

const QUrl kApi(u"https://hub.test/api/models/o/m"_s);
const QUrl kFile(u"https://hub.test/o/m/resolve/main/a"_s);
const QUrl kOther(u"https://mirror.test/api/models/o/m"_s);

hub::Reply reply(const QUrl &url, int status, const QByteArray &limit, const QByteArray &policy = {},
                 const QByteArray &retryAfter = {})
{
    hub::Reply reply;
    reply.status = status;
    reply.url = url;
    for (const auto &[name, value] :
         {std::pair("ratelimit", limit), {"RateLimit-Policy", policy}, {"Retry-After", retryAfter}}) {
        if (!value.isEmpty())
            reply.headers.emplaceBack(name, value);
    }
    return reply;
}

}  // namespace

/// Fixed windows, told by headers, with a clock of the test's own.
class TestRateLimiter : public QObject
{
    Q_OBJECT

    const RateLimiter::Clock::time_point m_start = RateLimiter::Clock::now();

private Q_SLOTS:
    void aRequestMayGoWhileNothingIsKnown()
    {
        RateLimiter limiter;
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(limiter.admit(kApi, m_start), 0ms);
    }

    void nothingGoesOverTheAnnouncedLimit()
    {
        RateLimiter limiter;
        limiter.note(reply(kApi, 200, "\"api\";r=3;t=55"), m_start);
        for (int i = 0; i < 3; ++i)
            QCOMPARE(limiter.admit(kApi, m_start + 1s), 0ms);
        const auto wait = limiter.admit(kApi, m_start + 1s);
        QVERIFY(wait >= 54s && wait <= 55s);
        QCOMPARE(limiter.admit(kApi, m_start + 56s), 0ms);
    }

    void answersThatAreOnTheirWayCount()
    {
        RateLimiter limiter;
        limiter.note(reply(kApi, 200, "\"api\";r=10;t=55"), m_start);
        for (int i = 0; i < 8; ++i)
            QCOMPARE(limiter.admit(kApi, m_start), 0ms);
        limiter.note(reply(kApi, 200, "\"api\";r=9;t=54"), m_start + 1s);  // Of the first of the eight.
        QCOMPARE(limiter.admit(kApi, m_start + 1s), 0ms);
        QCOMPARE(limiter.admit(kApi, m_start + 1s), 0ms);
        QVERIFY(limiter.admit(kApi, m_start + 1s) > 0ms);
    }

    void theFirstAnswerKnowsNothingOfThoseBehindIt()
    {
        RateLimiter limiter;
        for (int i = 0; i < 8; ++i)
            QCOMPARE(limiter.admit(kApi, m_start), 0ms);
        limiter.note(reply(kApi, 200, "\"api\";r=9;t=55"), m_start);  // Seven are on their way.
        QCOMPARE(limiter.admit(kApi, m_start), 0ms);
        QCOMPARE(limiter.admit(kApi, m_start), 0ms);
        QVERIFY(limiter.admit(kApi, m_start) > 0ms);
    }

    void whatGetsNoAnswerIsNotOnItsWay()
    {
        RateLimiter limiter;
        for (int i = 0; i < 8; ++i)
            QCOMPARE(limiter.admit(kApi, m_start), 0ms);
        for (int i = 0; i < 7; ++i)
            limiter.forget(kApi);
        limiter.note(reply(kApi, 200, "\"api\";r=9;t=55"), m_start);
        for (int i = 0; i < 9; ++i)
            QCOMPARE(limiter.admit(kApi, m_start), 0ms);
        QVERIFY(limiter.admit(kApi, m_start) > 0ms);
    }

    void theNextWindowIsTakenForOneLikeTheLast()
    {
        RateLimiter limiter;
        QCOMPARE(limiter.admit(kApi, m_start), 0ms);
        limiter.note(reply(kApi, 200, "\"api\";r=0;t=5", "\"fixed window\";\"api\";q=2;w=60"), m_start);
        QVERIFY(limiter.admit(kApi, m_start) > 0ms);
        const auto next = m_start + 6s;
        QCOMPARE(limiter.admit(kApi, next), 0ms);
        QCOMPARE(limiter.admit(kApi, next), 0ms);
        QVERIFY(limiter.admit(kApi, next) > 50s);  // Before any answer told so.
        limiter.note(reply(kApi, 200, "\"api\";r=1;t=9", "\"fixed window\";\"api\";q=2;w=60"), next);
        QVERIFY(limiter.admit(kApi, next) < 10s);  // It had begun earlier.
    }

    void someAreLeftToOthersWhereTheWindowIsLarge()
    {
        RateLimiter limiter;
        limiter.note(reply(kApi, 200, "\"api\";r=10;t=55", "\"fixed window\";\"api\";q=500;w=300"), m_start);
        QVERIFY(limiter.admit(kApi, m_start) > 0ms);
    }

    void aNewWindowCountsAfresh()
    {
        RateLimiter limiter;
        limiter.note(reply(kApi, 200, "\"api\";r=0;t=5"), m_start);
        QVERIFY(limiter.admit(kApi, m_start) > 0ms);
        QCOMPARE(limiter.admit(kApi, m_start + 6s), 0ms);
        limiter.note(reply(kApi, 200, "\"api\";r=1;t=300"), m_start + 6s);
        QCOMPARE(limiter.admit(kApi, m_start + 7s), 0ms);
        QVERIFY(limiter.admit(kApi, m_start + 7s) > 290s);
    }

    void anAnswerOfTheWindowBeforeIsNotTakenForThisOne()
    {
        RateLimiter limiter;
        limiter.note(reply(kApi, 200, "\"api\";r=400;t=300"), m_start);
        limiter.note(reply(kApi, 200, "\"api\";r=0;t=2"), m_start);  // It was overtaken.
        QCOMPARE(limiter.admit(kApi, m_start), 0ms);
    }

    void aRefusalCountsAsLongAsItSays()
    {
        RateLimiter limiter;
        limiter.note(reply(kApi, 200, "\"api\";r=400;t=300"), m_start);
        limiter.note(reply(kApi, 429, "\"api\";r=0;t=2"), m_start);
        const auto wait = limiter.admit(kApi, m_start);
        QVERIFY(wait > 1s && wait < 3s);
        QCOMPARE(limiter.admit(kApi, m_start + 3s), 0ms);
    }

    void filesAndTheApiAreCountedApart()
    {
        RateLimiter limiter;
        limiter.note(reply(kApi, 200, "\"api\";r=0;t=55"), m_start);
        QVERIFY(limiter.waitFor(kApi, m_start) > 0ms);
        QCOMPARE(limiter.waitFor(kFile, m_start), 0ms);
    }

    void theServersNameOfABucketDecides()
    {
        RateLimiter limiter;
        limiter.note(reply(kFile, 200, "\"api\";r=5;t=55"), m_start);
        limiter.note(reply(kApi, 200, "\"api\";r=0;t=55"), m_start);
        QVERIFY(limiter.waitFor(kFile, m_start) > 0ms);
    }

    void anotherHubHasLimitsOfItsOwn()
    {
        RateLimiter limiter;
        limiter.note(reply(kApi, 429, "\"api\";r=0;t=55"), m_start);
        QCOMPARE(limiter.waitFor(kOther, m_start), 0ms);
    }

    void a429WithRequestsLeftIsAnotherLimiters()
    {
        RateLimiter limiter;
        limiter.note(reply(kApi, 429, "\"api\";r=400;t=250", {}, "7"), m_start);
        QCOMPARE(limiter.waitFor(kApi, m_start), 7s);
    }

    void a429WithoutHeadersLeavesThePauseToTheRetries()
    {
        RateLimiter limiter;
        limiter.note(reply(kApi, 429, {}), m_start);
        QCOMPARE(limiter.waitFor(kApi, m_start), 0ms);
    }

    void requestedWait_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("limit");
        QTest::addColumn<QByteArray>("retryAfter");
        QTest::addColumn<int>("seconds");

        const QByteArray date = QLocale::c()
                                    .toString(QDateTime::currentDateTimeUtc().addSecs(30), u"ddd, dd MMM yyyy hh:mm:ss")
                                    .toLatin1()
            + " GMT";
        QTest::newRow("the rest of a window that is used up")
            << 429 << QByteArray("\"api\";r=0;t=55") << QByteArray() << 55;
        QTest::newRow("t counts before Retry-After") << 429 << QByteArray("\"api\";r=0;t=55") << QByteArray("3") << 55;
        QTest::newRow("t does not count with requests left")
            << 429 << QByteArray("\"api\";r=9;t=55") << QByteArray("3") << 3;
        QTest::newRow("Retry-After in seconds") << 503 << QByteArray() << QByteArray("12") << 12;
        QTest::newRow("Retry-After as a date") << 503 << QByteArray() << date << 30;
        QTest::newRow("a date that is over") << 503 << QByteArray() << QByteArray("Wed, 21 Oct 2015 07:28:00 GMT") << 0;
        QTest::newRow("an hour at the most") << 429 << QByteArray() << QByteArray("999999999999") << 3600;
        QTest::newRow("less than nothing") << 429 << QByteArray() << QByteArray("-5") << 0;
        QTest::newRow("nonsense") << 429 << QByteArray("r=0;t=;;\"") << QByteArray("soon") << 0;
    }

    void requestedWait()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, limit);
        QFETCH(QByteArray, retryAfter);
        QFETCH(int, seconds);
        const auto wait = hub::requestedWait(reply(kApi, status, limit, {}, retryAfter));
        QVERIFY2(std::abs(wait.count() - seconds) <= 2, qPrintable(QString::number(wait.count())));
    }
};

QTEST_GUILESS_MAIN(TestRateLimiter)
#include "tst_ratelimiter.moc"
