// SPDX-License-Identifier: Apache-2.0
#include "sessionrig.h"

using namespace Qt::Literals::StringLiterals;
using localhub::Change;

/// What a repository holds beside its list: the states of its files here, its card and commits, and all of it without
/// the Hub.
class TestSessionContents : public QObject, protected SessionRig
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<Error>();
        makeHub();
    }
    void init() { emptyCache(); }
    void cleanup() { m_engine.reset(); }

    void joinsTheCache()
    {
        const auto session = listed(m_repo);
        QTRY_COMPARE(session->states().size(), session->tree().count());
        QCOMPARE(session->states().value(u"config.json"_s).state, LocalState::Absent);
        keep(*session, u"config.json"_s, "{}");
        QSignalSpy changed(session.get(), &RepoSession::statesChanged);
        session->refreshStates();
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(session->states().value(u"config.json"_s).state, LocalState::Cached);
        QCOMPARE(session->states().value(u"onnx/a.json"_s).state, LocalState::Absent);
    }

    void offlineShowsWhatIsCached_data()
    {
        QTest::addColumn<QString>("revision");
        QTest::addColumn<bool>("hasList");
        QTest::addColumn<bool>("isSetOffline");

        QTest::newRow("the files that lie here") << u"main"_s << false << true;
        QTest::newRow("all files, where the list was kept") << u"main"_s << true << true;
        QTest::newRow("by commit") << m_head << false << true;
        QTest::newRow("by some digits of the commit") << m_head.left(8) << false << true;
        QTest::newRow("when nobody answers") << u"main"_s << false << false;
    }

    void offlineShowsWhatIsCached()
    {
        QFETCH(const QString, revision);
        QFETCH(const bool, hasList);
        QFETCH(const bool, isSetOffline);
        {
            const auto session = listed(m_repo);
            keep(*session, u"onnx/a.json"_s, "1234");
            if (hasList)
                QVERIFY(!m_engine->cache(m_repo).writeTree(m_head, session->tree().files()));
        }
        makeEngine(isSetOffline);
        if (!isSetOffline)
            m_hub->stop();
        const auto session = listed(m_repo, revision);
        if (!isSetOffline) {
            m_hub->start();
        } else {
            QCOMPARE(m_questions->take(), 0);
        }
        QVERIFY(session->isOffline());
        QCOMPARE(session->commit(), m_head);
        QCOMPARE(session->isWhole(), hasList);
        QCOMPARE(namesOf(*session).contains(u"config.json"_s), hasList);
        QVERIFY(namesOf(*session).contains(u"onnx/"_s));
        QCOMPARE(session->refs().branches.size(), 1);
        session->openFolder(u"onnx"_s);
        QVERIFY(namesOf(*session).contains(u"a.json"_s));
        QTRY_COMPARE(session->states().value(u"onnx/a.json"_s).state, LocalState::Cached);
    }

    void offlineNamesWhatIsNotCached()
    {
        makeEngine(true);
        RepoSession session(m_engine.get(), HubId(), m_repo, {});
        QSignalSpy failed(&session, &RepoSession::failed);
        session.open();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(failed.first().first().value<Error>().kind, Error::Kind::Offline);
    }

    void getsTheCard()
    {
        const auto session = listed(m_repo);
        QSignalSpy card(session.get(), &RepoSession::cardChanged);
        m_questions->take();
        session->loadCard();
        session->loadCard();
        QTRY_COMPARE(card.size(), 1);
        QCOMPARE(card.first().first().toString(), u"# Tiny\n"_s);
        QVERIFY(m_questions->take() <= 1);
        session->loadCard();
        QCOMPARE(card.size(), 2);
        QCOMPARE(m_questions->take(), 0);
        QVERIFY(!QFile::exists(m_engine->cache(m_repo).layout().repo(m_repo)));  // Looking keeps nothing.
    }

    void takesTheCardFromTheCache()
    {
        keep(*listed(m_repo), u"README.md"_s, "# Tiny\n");
        makeEngine(true);
        const auto session = listed(m_repo);
        QSignalSpy card(session.get(), &RepoSession::cardChanged);
        session->loadCard();
        QTRY_COMPARE(card.size(), 1);
        QCOMPARE(card.first().first().toString(), u"# Tiny\n"_s);
    }

    void aCardThatIsTooLongIsNotShown()
    {
        const localhub::RepoName name{localhub::RepoType::Model, "demo", "long-card"};
        m_hub->commit(name, "main", {Change::put("README.md", QByteArray((1 << 20) + 1, 'x'))});
        const auto session = listed({RepoType::Model, u"demo/long-card"_s});
        QSignalSpy failed(session.get(), &RepoSession::cardFailed);
        m_questions->take();
        session->loadCard();
        QTRY_COMPARE(failed.size(), 1);
        QCOMPARE(m_questions->take(), 0);
    }

    void aRepositoryWithoutACardHasAnEmptyOne()
    {
        const localhub::RepoName name{localhub::RepoType::Model, "demo", "no-card"};
        m_hub->commit(name, "main", {Change::put("a.txt", "x")});
        const auto session = listed({RepoType::Model, u"demo/no-card"_s});
        QSignalSpy card(session.get(), &RepoSession::cardChanged);
        session->loadCard();
        QTRY_COMPARE(card.size(), 1);
        QVERIFY(card.first().first().toString().isEmpty());
    }

    void asksForCommitsOnce()
    {
        const auto session = listed(m_repo);
        QSignalSpy commits(session.get(), &RepoSession::commitsChanged);
        m_questions->take();
        session->loadCommits();
        session->loadCommits();
        QTRY_COMPARE(commits.size(), 1);
        QCOMPARE(m_questions->take(), 1);
        QCOMPARE(session->commits().items.first().id, m_head);
        QCOMPARE(session->commits().items.first().title, u"Second"_s);
    }
};

QTEST_GUILESS_MAIN(TestSessionContents)
#include "tst_sessioncontents.moc"
