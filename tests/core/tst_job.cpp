// SPDX-License-Identifier: Apache-2.0
#include "core/job.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// A job that ends when it is told to.
class ManualJob final : public Job
{
public:
    void report(qint64 done, qint64 total) { setProgress(done, total); }
    void end(std::optional<Error> error = {}) { finish(std::move(error)); }

protected:
    void doStart() override {}
    void doCancel() override {}
};

}  // namespace

class TestJob : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void endsOnce()
    {
        ManualJob job;
        QSignalSpy finished(&job, &Job::finished);
        job.start();
        job.end();
        job.end(Error{Error::Kind::Server, u"late"_s});
        job.cancel();
        QCOMPARE(finished.count(), 1);
        QCOMPARE(job.state(), Job::State::Succeeded);
        QVERIFY(!job.error());
    }

    void canBeCancelledBeforeItStarts()
    {
        ManualJob job;
        QSignalSpy finished(&job, &Job::finished);
        job.cancel();
        job.start();
        QCOMPARE(finished.count(), 1);
        QCOMPARE(job.state(), Job::State::Cancelled);
        QVERIFY(job.error()->kind == Error::Kind::Cancelled);
    }

    void tellsOfProgressTenTimesASecondAndAtTheEnd()
    {
        ManualJob job;
        job.start();
        QSignalSpy progressed(&job, &Job::progressed);
        for (int i = 1; i < 1000; ++i)
            job.report(i, 1000);
        QVERIFY(progressed.count() < 20);
        const auto before = progressed.count();
        job.report(1000, 1000);
        QCOMPARE(progressed.count(), before + 1);
    }
};

QTEST_GUILESS_MAIN(TestJob)
#include "tst_job.moc"
