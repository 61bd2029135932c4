// SPDX-License-Identifier: Apache-2.0
#include "sessionrig.h"

using namespace Qt::Literals::StringLiterals;
using localhub::Change;

/// What a repository is, which revision, and its folders: asked for as little as can be.
class TestRepoSession : public QObject, protected SessionRig
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

    void opensWithThreeQuestions()
    {
        RepoSession session(m_engine.get(), HubId(), m_repo, {});
        QSignalSpy opened(&session, &RepoSession::opened);
        QSignalSpy refs(&session, &RepoSession::refsChanged);
        QSignalSpy listed(&session, &RepoSession::listed);
        session.open();
        QTRY_VERIFY(!listed.isEmpty() && !refs.isEmpty());
        QCOMPARE(opened.size(), 1);
        QCOMPARE(m_questions->take(), 3);
        QCOMPARE(session.revision(), u"main"_s);
        QCOMPARE(session.commit(), m_head);
        QVERIFY(session.isWhole());
        QVERIFY(!session.isListing());
        QVERIFY(!session.isOffline());
        QCOMPARE(session.refs().branches.size(), 2);
        QVERIFY(namesOf(session).contains(u"umlaut ä#%+.txt"_s));
        QCOMPARE(session.entries().first().name, u"onnx"_s);
        QCOMPARE(session.entries().first().bytes, 10);
        QCOMPARE(session.entries().first().files, 2);
    }

    void knowsAllWaysToNameARevision_data()
    {
        QTest::addColumn<QString>("revision");
        QTest::newRow("a branch with a slash in its name") << u"feat/x"_s;
        QTest::newRow("a tag") << u"v1.0"_s;
        QTest::newRow("a pull request") << u"refs/pr/1"_s;
        QTest::newRow("a commit") << m_first;
    }

    void knowsAllWaysToNameARevision()
    {
        QFETCH(const QString, revision);
        const auto session = listed(m_repo, revision);
        QCOMPARE(session->commit(), m_first);
        QVERIFY(namesOf(*session).contains(u"README.md"_s));
        QVERIFY(!namesOf(*session).contains(u"config.json"_s));
    }

    void aCommitSeenBeforeCostsLess()
    {
        listed(m_repo);
        m_questions->take();
        const auto byName = listed(m_repo);
        QCOMPARE(m_questions->take(), 2);
        QVERIFY(byName->isWhole());
        const auto byCommit = listed(m_repo, m_head);
        QCOMPARE(m_questions->take(), 0);
        QCOMPARE(namesOf(*byCommit), namesOf(*byName));
        QCOMPARE(byCommit->refs().branches.size(), 2);
    }

    void aListKeptOnDiskIsNotAskedForAgain()
    {
        const RemoteFiles files = listed(m_repo)->tree().files();
        QVERIFY(!m_engine->cache(m_repo).prepare());
        QVERIFY(!m_engine->cache(m_repo).writeTree(m_head, files));
        makeEngine();
        const auto session = listed(m_repo);
        QCOMPARE(m_questions->take(), 2);
        QVERIFY(session->isWhole());
        QCOMPARE(session->tree().files(), files);
    }

    void saysWhyItCannotOpen_data()
    {
        QTest::addColumn<RepoId>("repo");
        QTest::addColumn<QString>("revision");
        QTest::addColumn<QList<Error::Kind>>("kinds");

        using Kind = Error::Kind;
        QTest::newRow("no such repository")
            << RepoId{RepoType::Model, u"demo/none"_s} << QString() << QList{Kind::NotFound, Kind::Unauthorized};
        QTest::newRow("no such revision") << m_repo << u"none"_s << QList{Kind::NoRevision};
        QTest::newRow("a commit that is not of this repository")
            << m_repo << QString(40, u'0') << QList{Kind::NoRevision};
    }

    void saysWhyItCannotOpen()
    {
        QFETCH(const RepoId, repo);
        QFETCH(const QString, revision);
        QFETCH(const QList<Error::Kind>, kinds);
        RepoSession session(m_engine.get(), HubId(), repo, revision);
        QSignalSpy failed(&session, &RepoSession::failed);
        session.open();
        QTRY_COMPARE(failed.size(), 1);
        QVERIFY(kinds.contains(failed.first().first().value<Error>().kind));
        QVERIFY(session.commit().isEmpty());
    }

    void goesThroughFoldersWithoutAsking()
    {
        const auto session = listed(m_repo);
        m_questions->take();
        session->openFolder(u"onnx"_s);
        QCOMPARE(namesOf(*session), (QStringList{u"deep/"_s, u"a.json"_s}));
        session->openFolder(u"onnx/deep"_s);
        QCOMPARE(namesOf(*session), QStringList{u"b.json"_s});
        QCOMPARE(m_questions->take(), 0);
    }

    void opensWhatAPathNames_data()
    {
        QTest::addColumn<RepoId>("repo");
        QTest::addColumn<QString>("path");
        QTest::addColumn<QString>("folder");
        QTest::addColumn<bool>("isFile");
        QTest::addColumn<bool>("isThere");

        QTest::newRow("a folder") << m_repo << u"onnx/deep"_s << u"onnx/deep"_s << false << true;
        QTest::newRow("a file: its folder") << m_repo << u"onnx/a.json"_s << u"onnx"_s << true << true;
        QTest::newRow("a file of the root") << m_repo << u"config.json"_s << QString() << true << true;
        QTest::newRow("nothing") << m_repo << u"none/at/all"_s << u"none/at/all"_s << false << false;
        QTest::newRow("a folder of a large repository") << m_largeRepo << u"z"_s << u"z"_s << false << true;
        QTest::newRow("a file of a large repository") << m_largeRepo << u"z/last.txt"_s << u"z"_s << true << true;
        QTest::newRow("nothing in a large repository") << m_largeRepo << u"z/none"_s << u"z"_s << false << false;
    }

    void opensWhatAPathNames()
    {
        QFETCH(const RepoId, repo);
        QFETCH(const QString, path);
        QFETCH(const bool, isFile);
        QFETCH(const bool, isThere);
        RepoSession session(m_engine.get(), HubId(), repo, {});
        QSignalSpy listed(&session, &RepoSession::listed);
        QSignalSpy found(&session, &RepoSession::fileFound);
        QSignalSpy failed(&session, &RepoSession::failed);
        session.openFolder(path);
        session.open();
        QTRY_VERIFY_WITH_TIMEOUT(!listed.isEmpty() || !failed.isEmpty(), 20'000);
        QTEST(session.folder(), "folder");
        QCOMPARE(failed.isEmpty(), isThere);
        QCOMPARE(found.size(), isFile ? 1 : 0);
        if (isFile)
            QCOMPARE(found.first().first().toString(), path);
        if (!isThere)
            QCOMPARE(failed.first().first().value<Error>().kind, Error::Kind::NoEntry);
    }

    void aLargeRepositoryGoesFolderByFolder()
    {
        const auto session = listed(m_largeRepo);
        QVERIFY(!session->isWhole());
        QCOMPARE(namesOf(*session), (QStringList{u"files/"_s, u"z/"_s, u"README.md"_s}));
        QCOMPARE(session->entries().first().bytes, -1);
        QCOMPARE(session->entries().first().files, -1);

        QSignalSpy listed(session.get(), &RepoSession::listed);
        QSignalSpy changed(session.get(), &RepoSession::entriesChanged);
        QStringList paths;
        connect(session.get(), &RepoSession::entriesAdded, this, [&](const QList<FolderEntry> &entries) {
            for (const FolderEntry &entry : entries)
                paths << entry.path;
        });
        session->openFolder(u"files"_s);
        for (const FolderEntry &entry : session->entries())
            paths << entry.path;
        QVERIFY(session->isListing());
        QTRY_COMPARE_WITH_TIMEOUT(listed.size(), 1, 20'000);
        QCOMPARE(changed.size(), 1);
        QCOMPARE(session->entries().size(), 12'000);
        QCOMPARE(paths.size(), 12'000);
        paths.removeDuplicates();
        QCOMPARE(paths.size(), 12'000);

        m_questions->take();
        session->openFolder({});
        session->openFolder(u"files"_s);
        QCOMPARE(session->entries().size(), 12'000);
        QCOMPARE(listed.size(), 3);
        const auto again = SessionRig::listed(m_largeRepo);
        QCOMPARE(m_questions->take(), 2);
    }

    void answersForAFolderThatWasLeftDoNotLand()
    {
        const auto session = listed(m_largeRepo);
        QSignalSpy listed(session.get(), &RepoSession::listed);
        session->openFolder(u"files"_s);
        QTest::qWait(1);  // The first page is asked for.
        session->openFolder(u"z"_s);
        QStringList strangers;
        connect(session.get(), &RepoSession::entriesAdded, this, [&](const QList<FolderEntry> &entries) {
            for (const FolderEntry &entry : entries) {
                if (!entry.path.startsWith(u"z/"_s))
                    strangers << entry.path;
            }
        });
        QTRY_COMPARE(listed.size(), 1);
        QTest::qWait(100);
        QCOMPARE(strangers, QStringList{});
        QCOMPARE(namesOf(*session), QStringList{u"last.txt"_s});
    }

    void mayGoAtAnyTime_data()
    {
        QTest::addColumn<int>("milliseconds");
        for (const int wait : {0, 1, 5, 20, 60})
            QTest::addRow("after %d ms", wait) << wait;
    }

    void mayGoAtAnyTime()
    {
        QFETCH(const int, milliseconds);
        auto session = std::make_unique<RepoSession>(m_engine.get(), HubId(), m_largeRepo, QString());
        session->open();
        QTest::qWait(milliseconds);
        session.reset();
        QTest::qWait(50);
        QVERIFY(listed(m_repo)->isWhole());
    }

    void mayGoInItsOwnNews()
    {
        auto *session = new RepoSession(m_engine.get(), HubId(), m_repo, QString(), this);
        QPointer<RepoSession> alive(session);
        connect(session, &RepoSession::opened, session, [session] { delete session; });
        session->open();
        QTRY_VERIFY(!alive);
        QTest::qWait(50);
    }
};

QTEST_GUILESS_MAIN(TestRepoSession)
#include "tst_reposession.moc"
