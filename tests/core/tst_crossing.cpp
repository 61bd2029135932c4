// SPDX-License-Identifier: Apache-2.0
#include "core/crossing.h"

#include <QSemaphore>
#include <QTest>
#include <QThread>

#include <memory>

/// What it says of threads is proved where ThreadSanitizer looks on: tests/tsan.sh.
class TestCrossing : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void carriesWhatItHoldsToTheThreadOfAnObjectAndBack()
    {
        QThread thread;
        QObject there;
        there.moveToThread(&thread);
        thread.start();
        std::unique_ptr<int> back;
        QThread *ranIn = nullptr;
        core::callIn(&there, [&, here = this, number = std::make_unique<int>(20)]() mutable {
            ++*number;
            core::callIn(here, [&, ran = QThread::currentThread(), number = std::move(number)]() mutable {
                ranIn = ran;
                back = std::move(number);
            });
        });
        QTRY_VERIFY(back);
        thread.quit();
        QVERIFY(thread.wait());
        QCOMPARE(*back, 21);
        QCOMPARE(ranIn, &thread);
    }

    void carriesWhatItHoldsToThePoolAndBack()
    {
        QThreadPool pool;
        std::unique_ptr<int> back;
        QThread *ranIn = thread();
        core::runIn(&pool, [&, here = this, number = std::make_unique<int>(20)]() mutable {
            ++*number;
            core::callIn(here, [&, ran = QThread::currentThread(), number = std::move(number)]() mutable {
                ranIn = ran;
                back = std::move(number);
            });
        });
        QTRY_VERIFY(back);
        QCOMPARE(*back, 21);
        QVERIFY(ranIn != thread());
    }

    void waitsForTheEventLoopOfItsOwnThread()
    {
        bool isCalled = false;
        core::callIn(this, [&] { isCalled = true; });
        QVERIFY(!isCalled);
        QTRY_VERIFY(isCalled);
    }

    void isNotCalledWhereTheObjectDied()
    {
        const auto held = std::make_shared<int>();
        bool isCalled = false;
        auto there = std::make_unique<QObject>();
        core::callIn(there.get(), [&, held] { isCalled = true; });
        there.reset();
        QCOMPARE(held.use_count(), 1);
        QCoreApplication::processEvents();
        QVERIFY(!isCalled);
    }

    void takesThoseOfAHigherPriorityFirst()
    {
        QThreadPool pool;
        pool.setMaxThreadCount(1);
        QSemaphore begin;
        QList<int> order;
        core::runIn(&pool, [&] { begin.acquire(); });
        core::runIn(&pool, [&] {
            order << 1;
            core::handOver(&order);
        });
        core::runIn(
            &pool, [&] { order << 2; }, 1);
        begin.release();
        QVERIFY(pool.waitForDone(10'000));
        core::takeOver(&order);
        QCOMPARE(order, (QList{2, 1}));
    }
};

QTEST_GUILESS_MAIN(TestCrossing)
#include "tst_crossing.moc"
