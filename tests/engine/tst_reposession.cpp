// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"
#include "engine/reposession.h"
#include "hub/credentials.h"
#include "support/smallhub.h"

#include <QSignalSpy>
#include <QTest>

#include <atomic>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;

/// Has no token for anybody and counts who asks: one question to the Hub each.
class Questions final : public Credentials
{
public:
    QByteArray token(const QUrl &, const QString &) const override
    {
        ++m_count;
        return {};
    }
    int take() const { return m_count.exchange(0); }

private:
    mutable std::atomic<int> m_count = 0;
};

class TestRepoSession : public QObject
{
    Q_OBJECT

    const localhub::RepoName m_name{localhub::RepoType::Model, "demo", "tiny"};
    const localhub::RepoName m_large{localhub::RepoType::Dataset, "demo", "large"};
    const RepoId m_repo{RepoType::Model, u"demo/tiny"_s};
    const RepoId m_largeRepo{RepoType::Dataset, u"demo/large"_s};
    std::unique_ptr<SmallHub> m_hub;
    QString m_first;
    QString m_head;
    std::unique_ptr<QTemporaryDir> m_cache;
    std::shared_ptr<Questions> m_questions;
    std::unique_ptr<Engine> m_engine;

    void makeEngine(bool isOffline = false)
    {
        m_engine.reset();
        m_questions = std::make_shared<Questions>();
        m_engine = std::make_unique<Engine>(EngineOptions{.endpoint = m_hub->url(),
                                                          .cacheRoot = m_cache->path(),
                                                          .isOffline = isOffline,
                                                          .credentials = m_questions});
    }

    /// A session that has all of its first folder.
    std::unique_ptr<RepoSession> listed(const RepoId &repo, const QString &revision = {})
    {
        auto session = std::make_unique<RepoSession>(m_engine.get(), repo, revision);
        QSignalSpy listed(session.get(), &RepoSession::listed);
        QSignalSpy failed(session.get(), &RepoSession::failed);
        session->open();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!listed.isEmpty() || !failed.isEmpty(), 20'000); }();
        if (!failed.isEmpty())
            qWarning("Failed: %ls", qUtf16Printable(failed.first().first().value<Error>().message));
        return session;
    }

    static QStringList namesOf(const RepoSession &session)
    {
        QStringList names;
        for (const FolderEntry &entry : session.entries())
            names << entry.name + (entry.isFolder ? u"/"_s : QString());
        return names;
    }

    /// Puts \a path into the cache as a download leaves it.
    void keep(const RepoSession &session, const QString &path, const QByteArray &bytes) const
    {
        const RepoCache cache = m_engine->cache(session.repo());
        const RemoteFile file = *session.tree().find(path);
        QVERIFY(!cache.prepare());
        QFile blob(cache.layout().blob(session.repo(), file.etag()));
        QVERIFY(blob.open(QIODevice::WriteOnly));
        blob.write(bytes);
        blob.close();
        QVERIFY(!cache.link(session.commit(), file));
        QVERIFY(!cache.writeRef(session.revision(), session.commit()));
    }

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<Error>();
        m_hub = std::make_unique<SmallHub>();
        m_first = m_hub->commit(m_name, "main", {Change::put("README.md", "# Tiny\n")}, "First");
        m_head = m_hub->commit(m_name, "main",
                               {Change::put("config.json", "{}"), Change::put("onnx/a.json", "1234"),
                                Change::put("onnx/deep/b.json", "123456"), Change::put("umlaut \xc3\xa4#%+.txt", "x")},
                               "Second");
        QVERIFY(!m_hub->store().createBranch(m_name, "feat/x", m_first.toLatin1()));
        QVERIFY(!m_hub->store().createTag(m_name, "v1.0", m_first.toLatin1()));
        QVERIFY(!m_hub->store().createPullRequest(m_name, 1, m_first.toLatin1()));
        QList<Change> many{Change::put("README.md", "# Large\n"), Change::put("z/last.txt", "z")};
        for (int number = 0; number < 12'000; ++number)
            many << Change::put("files/" + QByteArray::number(number).rightJustified(6, '0') + ".txt", "x");
        m_hub->commit(m_large, "main", many);
    }

    void init()
    {
        m_cache = std::make_unique<QTemporaryDir>();
        makeEngine();
    }

    void cleanup() { m_engine.reset(); }

    void opensWithThreeQuestions()
    {
        RepoSession session(m_engine.get(), m_repo, {});
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
        RepoSession session(m_engine.get(), repo, revision);
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
        RepoSession session(m_engine.get(), repo, {});
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
        const auto again = TestRepoSession::listed(m_largeRepo);
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
        auto session = std::make_unique<RepoSession>(m_engine.get(), m_largeRepo, QString());
        session->open();
        QTest::qWait(milliseconds);
        session.reset();
        QTest::qWait(50);
        QVERIFY(listed(m_repo)->isWhole());
    }

    void mayGoInItsOwnNews()
    {
        auto *session = new RepoSession(m_engine.get(), m_repo, QString(), this);
        QPointer<RepoSession> alive(session);
        connect(session, &RepoSession::opened, session, [session] { delete session; });
        session->open();
        QTRY_VERIFY(!alive);
        QTest::qWait(50);
    }

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
        RepoSession session(m_engine.get(), m_repo, {});
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

QTEST_GUILESS_MAIN(TestRepoSession)
#include "tst_reposession.moc"
