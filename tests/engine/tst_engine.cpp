// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"

#include "hub/hubclient.h"
#include "hub/repoinfo.h"
#include "support/contents.h"
#include "support/disk.h"
#include "support/onetoken.h"
#include "support/rowwatch.h"
#include "support/testhub.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;
using State = TransferRow::State;

namespace {
const RepoId kRepo{RepoType::Model, u"o/m"_s};
}

class TestEngine : public QObject
{
    Q_OBJECT

    TestHub m_hub;
    QTemporaryDir m_dir;
    int m_caches = 0;
    QString m_commit;

    std::unique_ptr<Engine> engine()
    {
        EngineOptions options{m_hub.url()};
        options.cacheRoot = m_dir.filePath(u"cache%1"_s.arg(++m_caches));
        options.credentials = std::make_shared<OneToken>();
        return std::make_unique<Engine>(options);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QList<Change> changes{m_hub.large("big.bin", contents::bytes(50'000'000))};
        for (int i = 0; i < 300; ++i)
            changes << Change::put("many/" + QByteArray::number(i), QByteArray::number(i));
        m_commit = m_hub.commit("main", changes);
    }

    void tellsOfItsDownloadsInItsMakersThread()
    {
        const auto made = engine();
        RowWatch watch;
        QElapsedTimer clock;
        clock.start();
        const auto onRows = [&](const QList<TransferRow> &rows) {
            QCOMPARE(QThread::currentThread(), qApp->thread());
            QVERIFY(rows.first().parent == 0);  // A transfer before its files.
            watch.take(rows);
        };
        connect(made.get(), &Engine::rowsChanged, made.get(), onRows, Qt::DirectConnection);
        const quint64 id = made->download({kRepo});
        QTRY_VERIFY_WITH_TIMEOUT(watch.isOver(id), 30'000);
        QCOMPARE(int(watch.of(id).state), int(State::Succeeded));
        QCOMPARE(watch.of(id).filesDone, 302);  // .gitattributes, too.
        QVERIFY2(watch.times <= clock.elapsed() / 100 + 3, qPrintable(QString::number(watch.times)));
        QCOMPARE(watch.filesOf(id).size(), 302);
    }

    void plansWhatADownloadWouldDo()
    {
        const auto made = engine();
        DownloadWish wish{kRepo};
        wish.commit = m_commit;
        wish.tree = RemoteFiles{contents::smallFile(u"a"_s, "12345"), contents::smallFile(u"../b"_s, "1")};
        QObject context;
        std::optional<Result<DownloadPlan>> answer;
        made->plan(wish, &context, [&](const Result<DownloadPlan> &got) { answer = got; });
        QTRY_VERIFY(answer && *answer);
        const DownloadPlan plan = **answer;
        QCOMPARE(plan.bytesToFetch(), 5);
        QCOMPARE(plan.refused.size(), 1);
    }

    void asksTheHubForAPlanAndWritesNothing()
    {
        const auto made = engine();
        std::optional<Result<DownloadPlan>> answer;
        QObject context;
        made->plan({kRepo}, &context, [&](const Result<DownloadPlan> &got) { answer = got; });
        QTRY_VERIFY(answer);
        QVERIFY(*answer);
        QCOMPARE((*answer)->filesToFetch(), 302);
        QVERIFY(!QFileInfo::exists(made->cache(kRepo).layout().repo(kRepo)));
    }

    void tellsNobodyWhoDied()
    {
        const auto made = engine();
        DownloadWish wish{kRepo};
        wish.commit = m_commit;
        wish.tree = RemoteFiles{contents::smallFile(u"a"_s, "12345")};
        bool called = false;
        auto context = std::make_unique<QObject>();
        made->plan(wish, context.get(), [&](const Result<DownloadPlan> &) { called = true; });
        context.reset();
        QVERIFY(made->pool()->waitForDone(5000));
        QCoreApplication::processEvents();
        QVERIFY(!called);
    }

    void browsesBesideItsDownloads()
    {
        const auto made = engine();
        made->download({kRepo});
        QString sha;
        made->hub()->send(hub::repoInfo(kRepo, u"main"_s), this, [&](const Result<RepoInfo> &info) {
            if (info)
                sha = info->sha;
        });
        QTRY_COMPARE(sha, m_commit);
    }

    void goesInTheMiddle()
    {
        for (int i = 0; i < 5; ++i) {
            const auto made = engine();
            RowWatch watch;
            connect(made.get(), &Engine::rowsChanged, made.get(),
                    [&](const QList<TransferRow> &rows) { watch.take(rows); });
            const quint64 id = made->download({kRepo});
            made->download({kRepo});
            if (i > 0)
                QTRY_VERIFY(watch.of(id).done > 0);
        }
    }

    void pausesResumesCancelsAndForgets()
    {
        const auto made = engine();
        RowWatch watch;
        QList<quint64> forgotten;
        connect(made.get(), &Engine::rowsChanged, made.get(),
                [&](const QList<TransferRow> &rows) { watch.take(rows); });
        connect(made.get(), &Engine::rowForgotten, made.get(), [&](quint64 id) { forgotten << id; });
        const quint64 id = made->download({kRepo});
        made->pause(id);
        QTRY_COMPARE(int(watch.of(id).state), int(State::Paused));
        made->resume(id);
        made->cancel(id);
        QTRY_COMPARE(int(watch.of(id).state), int(State::Cancelled));
        made->retry(id);
        QTRY_COMPARE_WITH_TIMEOUT(int(watch.of(id).state), int(State::Succeeded), 30'000);
        made->forget(id);
        QTRY_COMPARE(forgotten, QList<quint64>{id});
    }
};

QTEST_GUILESS_MAIN(TestEngine)
#include "tst_engine.moc"
