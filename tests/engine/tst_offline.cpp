// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"
#include "engine/hubwatch.h"
#include "engine/reposession.h"
#include "hub/hubclient.h"
#include "hub/repoinfo.h"
#include "support/contents.h"
#include "support/faults.h"
#include "support/onetoken.h"
#include "support/rowwatch.h"
#include "support/testhub.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;
using State = TransferRow::State;

namespace {
const RepoId kRepo{RepoType::Model, u"o/m"_s};
}

/// The Hub goes away and comes back, or is not to be asked at all.
class TestOffline : public QObject
{
    Q_OBJECT

    std::unique_ptr<TestHub> m_hub;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<Engine> m_engine;
    RowWatch m_watch;
    QString m_commit;

    void makeEngine(bool isSetOffline = false)
    {
        m_engine.reset();
        m_watch = {};
        m_engine = std::make_unique<Engine>(EngineOptions{.endpoint = m_hub->url(),
                                                          .cacheRoot = m_dir->filePath(u"cache"_s),
                                                          .isOffline = isSetOffline,
                                                          .credentials = std::make_shared<OneToken>()});
        connect(m_engine.get(), &Engine::rowsChanged, m_engine.get(),
                [this](const QList<TransferRow> &rows) { m_watch.take(rows); });
    }

    void fillCache()
    {
        const quint64 id = m_engine->download({kRepo});
        QTRY_VERIFY_WITH_TIMEOUT(m_watch.isOver(id), 20'000);
        QCOMPARE(int(m_watch.of(id).state), int(State::Succeeded));
    }

    /// What the Hub says of the repository, as an error or nothing.
    std::optional<Error> ask()
    {
        std::optional<Result<RepoInfo>> answer;
        m_engine->hub()->send(hub::repoInfo(kRepo, u"main"_s), this,
                              [&](const Result<RepoInfo> &got) { answer = got; });
        [&] { QTRY_VERIFY_WITH_TIMEOUT(answer, 20'000); }();
        return answer && !*answer ? std::optional(answer->error()) : std::nullopt;
    }

    void loseHub()
    {
        m_hub->stop();
        QVERIFY(ask());
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->watch().isOffline(), 10'000);
    }

private Q_SLOTS:
    void initTestCase() { qRegisterMetaType<Error>(); }

    void init()
    {
        m_hub = std::make_unique<TestHub>(true);
        m_dir = std::make_unique<QTemporaryDir>();
        m_commit = m_hub->commit("main",
                                 {Change::put("README.md", "# Card\n"), Change::put("onnx/config.json", "{}"),
                                  m_hub->large("big.bin", contents::bytes(6'000'000))});
        makeEngine();
    }

    void cleanup()
    {
        m_engine.reset();
        m_hub.reset();
    }

    void tellsWhenTheHubGoesAndWhenItIsBack()
    {
        HubWatch &watch = m_engine->watch();
        QSignalSpy changed(&watch, &HubWatch::changed);
        QVERIFY(!ask());
        QVERIFY(!watch.isOffline());
        loseHub();
        QTest::qWait(300);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(changed.first().first().toBool(), true);
        m_hub->start();
        QTRY_COMPARE_WITH_TIMEOUT(changed.size(), 2, 10'000);
        QCOMPARE(changed.last().first().toBool(), false);
        QVERIFY(!watch.isOffline());
        QTest::qWait(300);
        QCOMPARE(changed.size(), 2);
    }

    void anAnswerToAnybodyIsEnough()
    {
        loseHub();
        m_hub->start();
        QVERIFY(!ask());
        QTRY_VERIFY_WITH_TIMEOUT(!m_engine->watch().isOffline(), 500);
    }

    void oneCallThatBreaksIsNotTheEnd()
    {
        QSignalSpy changed(&m_engine->watch(), &HubWatch::changed);
        const Faults faults(m_hub->url());
        faults.set({QJsonObject{{u"path"_s, u"/api/*"_s}, {u"cutAfter"_s, -1}}});
        const auto error = ask();
        QVERIFY(error && error->isUnreachable());
        QTest::qWait(500);
        QVERIFY(changed.isEmpty());
    }

    void asksAgainAtLongerAndLongerIntervals()
    {
        const Faults faults(m_hub->url());
        faults.set({QJsonObject{{u"path"_s, u"/"_s}, {u"cutAfter"_s, -1}},
                    QJsonObject{{u"path"_s, u"/api/*"_s}, {u"cutAfter"_s, -1}}});
        QVERIFY(ask());
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->watch().isOffline(), 10'000);
        faults.clearLog();
        QTest::qWait(7000);  // After two seconds, and four later: each time is one question with its three repeats.
        QVERIFY2(faults.log().size() <= 8, QByteArray::number(faults.log().size()));
        QVERIFY(!faults.log().isEmpty());
        faults.clear();
        m_engine->watch().look();
        QTRY_VERIFY_WITH_TIMEOUT(!m_engine->watch().isOffline(), 6000);
    }

    void setOfflineNoRequestLeaves()
    {
        fillCache();
        makeEngine(true);
        const Faults faults(m_hub->url());
        faults.clearLog();

        QVERIFY(m_engine->watch().isOffline());
        m_engine->watch().look();
        RepoSession session(m_engine.get(), HubId(), kRepo, {});
        QSignalSpy listed(&session, &RepoSession::listed);
        QSignalSpy card(&session, &RepoSession::cardChanged);
        session.open();
        QTRY_VERIFY(!listed.isEmpty());
        session.loadCard();
        session.loadCommits();
        session.openFolder(u"onnx"_s);
        QTRY_COMPARE(card.size(), 1);
        const auto refused = ask();
        QVERIFY(refused && refused->kind == Error::Kind::Offline);
        const quint64 cached = m_engine->download({kRepo});
        const quint64 other = m_engine->download({kRepo, u"other"_s});
        QTRY_VERIFY(m_watch.isOver(cached) && m_watch.isOver(other));
        QCOMPARE(int(m_watch.of(cached).state), int(State::Succeeded));
        QCOMPARE(int(m_watch.of(other).state), int(State::Failed));
        QCOMPARE(m_watch.of(other).error->kind, Error::Kind::Offline);
        QVERIFY(faults.log().isEmpty());
    }

    void whatIsCachedDownloadsAtOnceWithoutAHub()
    {
        fillCache();
        makeEngine();
        m_hub->stop();
        QElapsedTimer clock;
        clock.start();
        const quint64 id = m_engine->download({kRepo});
        QTRY_VERIFY(m_watch.isOver(id));
        QCOMPARE(int(m_watch.of(id).state), int(State::Succeeded));
        QVERIFY2(clock.elapsed() < 4000, QByteArray::number(clock.elapsed()));
    }

    void aDownloadInTheMiddleWaitsAndGoesOn()
    {
        const Faults faults(m_hub->url());
        faults.set({QJsonObject{{u"server"_s, u"cdn"_s}, {u"bytesPerSecond"_s, 1'500'000}}});
        const quint64 id = m_engine->download({kRepo});
        QTRY_VERIFY_WITH_TIMEOUT(m_watch.of(id).done > 1'000'000, 10'000);
        m_hub->stop();
        QTRY_VERIFY_WITH_TIMEOUT(m_watch.of(id).waitsForHub, 20'000);
        QCOMPARE(int(m_watch.of(id).state), int(State::Waiting));
        QTest::qWait(3000);
        QVERIFY(m_watch.of(id).waitsForHub);
        const qint64 kept = m_watch.of(id).done;
        m_hub->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_watch.isOver(id), 30'000);
        QCOMPARE(int(m_watch.of(id).state), int(State::Succeeded));
        QVERIFY(!m_watch.states.contains(State::Failed));
        QVERIFY(kept > 0);
        QVERIFY2(m_watch.of(id).fetched < 6'100'000 + 8'000'000, QByteArray::number(m_watch.of(id).fetched));
    }

    void aDownloadBegunWithoutAHubGoesOnByItself()
    {
        loseHub();
        const quint64 id = m_engine->download({kRepo});
        QTRY_VERIFY_WITH_TIMEOUT(m_watch.of(id).waitsForHub, 5000);
        m_hub->start();
        QTRY_VERIFY_WITH_TIMEOUT(m_watch.isOver(id), 20'000);
        QCOMPARE(int(m_watch.of(id).state), int(State::Succeeded));
    }

    void whatWaitsCanBePausedAndCancelled()
    {
        loseHub();
        const quint64 paused = m_engine->download({kRepo});
        const quint64 cancelled = m_engine->download({kRepo});
        QTRY_VERIFY_WITH_TIMEOUT(m_watch.of(paused).waitsForHub && m_watch.of(cancelled).waitsForHub, 5000);
        m_engine->pause(paused);
        m_engine->cancel(cancelled);
        QTRY_COMPARE(int(m_watch.of(paused).state), int(State::Paused));
        QTRY_COMPARE(int(m_watch.of(cancelled).state), int(State::Cancelled));
        m_hub->start();
        QTRY_VERIFY_WITH_TIMEOUT(!m_engine->watch().isOffline(), 10'000);
        QTest::qWait(300);
        QCOMPARE(int(m_watch.of(paused).state), int(State::Paused));
        QCOMPARE(int(m_watch.of(cancelled).state), int(State::Cancelled));
        m_engine->resume(paused);
        QTRY_VERIFY_WITH_TIMEOUT(m_watch.isOver(paused), 20'000);
        QCOMPARE(int(m_watch.of(paused).state), int(State::Succeeded));
    }

    void aSessionTellsThatItShowsWhatIsCached()
    {
        fillCache();
        loseHub();
        RepoSession session(m_engine.get(), HubId(), kRepo, {});
        QSignalSpy opened(&session, &RepoSession::opened);
        QSignalSpy offline(&session, &RepoSession::wentOffline);
        QSignalSpy listed(&session, &RepoSession::listed);
        session.open();
        QTRY_COMPARE(listed.size(), 1);
        QCOMPARE(opened.size(), 1);
        QCOMPARE(offline.size(), 1);
        QCOMPARE(session.commit(), m_commit);
        QCOMPARE(session.commits().items.size(), 1);
        QCOMPARE(session.commits().items.first().id, m_commit);
    }

    void aSessionOfWhatIsNotCachedSaysSo()
    {
        loseHub();
        RepoSession session(m_engine.get(), HubId(), kRepo, {});
        QSignalSpy failed(&session, &RepoSession::failed);
        session.open();
        QTRY_COMPARE(failed.size(), 1);
        const auto error = failed.first().first().value<Error>();
        QVERIFY(error.isUnreachable());
        QVERIFY(!error.detail.isEmpty());
    }

    void aListThatBreaksOffShowsWhatIsCached_data()
    {
        QTest::addColumn<bool>("isCached");
        QTest::newRow("with something in the cache") << true;
        QTest::newRow("with nothing in the cache") << false;
    }
    void aListThatBreaksOffShowsWhatIsCached()
    {
        QFETCH(const bool, isCached);
        if (isCached) {
            const quint64 id
                = m_engine->download({.repo = kRepo, .paths = {u"onnx/config.json"_s}, .isSingleFile = true});
            QTRY_VERIFY(m_watch.isOver(id));
        }
        const Faults faults(m_hub->url());
        faults.set({QJsonObject{{u"path"_s, u"/api/*/tree/*"_s}, {u"cutAfter"_s, -1}}});
        RepoSession session(m_engine.get(), HubId(), kRepo, {});
        QSignalSpy offline(&session, &RepoSession::wentOffline);
        QSignalSpy listed(&session, &RepoSession::listed);
        QSignalSpy failed(&session, &RepoSession::failed);
        session.open();
        QTRY_VERIFY_WITH_TIMEOUT(!listed.isEmpty() || !failed.isEmpty(), 20'000);
        QCOMPARE(offline.size(), isCached ? 1 : 0);
        QCOMPARE(failed.size(), isCached ? 0 : 1);
        QCOMPARE(session.entries().size(), isCached ? 1 : 0);
        if (isCached)
            QTRY_COMPARE(session.states().value(u"onnx/config.json"_s).state, LocalState::Cached);
    }
};

QTEST_GUILESS_MAIN(TestOffline)
#include "tst_offline.moc"
