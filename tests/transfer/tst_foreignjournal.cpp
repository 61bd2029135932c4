// SPDX-License-Identifier: Apache-2.0
#include "journalrig.h"

using namespace Qt::Literals::StringLiterals;

/// What lies in the journal's place and is of another version, damaged, or somebody else's.
class TestForeignJournal : public QObject, protected JournalRig
{
    Q_OBJECT

    /// A list of transfers as the version before turns wrote it.
    static void makeFirstVersion(const QString &path)
    {
        QVERIFY(QDir().mkpath(QFileInfo(path).path()));
        alter(path,
              u"PRAGMA journal_mode=WAL;"
              "CREATE TABLE transfers (id INTEGER PRIMARY KEY, endpoint TEXT, repo_type TEXT, repo TEXT, "
              "revision TEXT, commit_id TEXT, was_planned INTEGER, paths TEXT, include TEXT, exclude TEXT, folder "
              "TEXT, is_single_file INTEGER, state TEXT, target TEXT, files INTEGER, files_done INTEGER, done "
              "INTEGER, total INTEGER, error_kind TEXT, error TEXT, finished_at INTEGER);"
              "INSERT INTO transfers VALUES (2, 'https://hub.test', 'datasets', 'o/d', 'main', '', 0, '[\"a b\"]', "
              "'[]', '[]', '', 0, 'waiting', '', 0, 0, 0, -1, '', '', NULL);"
              "INSERT INTO transfers VALUES (7, 'https://hub.test', 'models', 'o/m', 'v1', "
              "'cccccccccccccccccccccccccccccccccccccccc', 1, '[]', '[\"*.json\"]', '[]', '/home/ada/m', 0, 'failed', "
              "'/home/ada/m', 3, 2, 600, 700, 'checksum', 'Other bytes came.', 1000);"
              "INSERT INTO transfers VALUES (5, 'https://mirror.test', 'spaces', 'o/s', '', '', 0, '[]', '[]', '[]', "
              "'', 0, 'paused', '', 0, 0, 0, -1, '', '', NULL);"
              "PRAGMA user_version=1"_s);
    }

private Q_SLOTS:
    void init() { anotherFile(); }

    void takesOverAListOfTheFirstVersion()
    {
        makeFirstVersion(m_path);
        {
            const auto journal = open();
            QVERIFY(journal->notice().isEmpty());
            QCOMPARE(*journal->lastId(), 7);
            const auto entries = journal->entries();
            QCOMPARE(entries->size(), 2);
            JournalEntry waiting = entry(2);
            waiting.wish.repo = {RepoType::Dataset, u"o/d"_s};
            waiting.wish.revision = u"main"_s;
            waiting.wish.paths = QStringList{u"a b"_s};
            compare(entries->at(0), waiting);
            QCOMPARE(entries->at(0).turn, 2);
            JournalEntry failed = entry(7, State::Failed);
            failed.wish = {.repo = {RepoType::Model, u"o/m"_s},
                           .revision = u"v1"_s,
                           .commit = kCommit,
                           .include = {u"*.json"_s},
                           .folder = u"/home/ada/m"_s,
                           .wasPlanned = true};
            failed.target = u"/home/ada/m"_s;
            failed.files = 3;
            failed.filesDone = 2;
            failed.done = 600;
            failed.total = 700;
            failed.error = Error{Error::Kind::Checksum, u"Other bytes came."_s};
            failed.finishedAt = QDateTime::fromMSecsSinceEpoch(1000, QTimeZone::utc());
            compare(entries->at(1), failed);
            JournalEntry first = entries->at(1);
            first.turn = 1;
            QVERIFY(!journal->put({first}));
        }
        QCOMPARE(ids(), (QList<quint64>{7, 2}));  // And the second time it is one of this version.
        QCOMPARE(ids(QUrl(u"https://mirror.test"_s)), QList<quint64>{5});
        QVERIFY(movedAside().isEmpty());
    }

    void takesOverAListOfTheSecondVersion()
    {
        makeFirstVersion(m_path);
        alter(m_path,
              u"ALTER TABLE transfers ADD COLUMN turn INTEGER; UPDATE transfers SET turn = 10 - id;"
              "PRAGMA user_version=2"_s);
        {
            const auto journal = open();
            QVERIFY(journal->notice().isEmpty());
            JournalEntry failed = journal->entries()->constFirst();
            QCOMPARE(failed.id, 7);
            QVERIFY(failed.wish.hub == HubId());
            failed.wish.hub = {QUrl(u"https://mirror.test"_s), u"ada"_s};
            QVERIFY(!journal->put({failed}));
        }
        const auto journal = open();
        QVERIFY((journal->entries()->at(0).wish.hub == HubId{QUrl(u"https://mirror.test"_s), u"ada"_s}));
        QVERIFY(journal->entries()->at(1).wish.hub == HubId());
        QVERIFY(movedAside().isEmpty());
    }

    void movesAsideWhatIsNoJournal_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QString>("sql");
        QTest::newRow("text") << QByteArray("This is no database, and long enough for one. ").repeated(100)
                              << QString();
        QTest::newRow("a header alone") << QByteArray("SQLite format 3\0", 16) + QByteArray(84, '\xff') << QString();
        QTest::newRow("somebody else's database") << QByteArray() << u"DROP TABLE transfers"_s;
        QTest::newRow("another table of that name")
            << QByteArray() << u"ALTER TABLE transfers RENAME COLUMN repo TO other"_s;
        QTest::newRow("a newer version") << QByteArray() << u"PRAGMA user_version=4"_s;
        QTest::newRow("an older version of somebody else's")
            << QByteArray()
            << u"ALTER TABLE transfers DROP COLUMN turn; ALTER TABLE transfers DROP COLUMN asked_endpoint; ALTER TABLE "
               "transfers DROP COLUMN account; ALTER TABLE transfers DROP COLUMN repo; PRAGMA user_version=1"_s;
    }

    void movesAsideWhatIsNoJournal()
    {
        QFETCH(QByteArray, bytes);
        QFETCH(QString, sql);
        if (sql.isEmpty()) {
            disk::put(m_path, bytes);
        } else {
            QVERIFY(!open()->put({entry(1)}));
            alter(m_path, sql);
            bytes = disk::contentOf(m_path);
        }
        {
            const auto journal = open();
            QCOMPARE(journal->entries()->size(), 0);
            QCOMPARE(movedAside().size(), 1);
            QVERIFY(journal->notice().contains(movedAside().first()));
            QCOMPARE(journal->notice().contains(u"newer"_s), sql == u"PRAGMA user_version=4"_s);
            QVERIFY(!journal->put({entry(2)}));
        }
        QVERIFY(disk::contentOf(QFileInfo(m_path).path() + u'/' + movedAside().first()) == bytes);
        QCOMPARE(ids(), QList<quint64>{2});
        QCOMPARE(movedAside().size(), 1);
    }

    void movesAsideWhatIsDamagedInside()
    {
        {
            const auto journal = open();
            for (quint64 id = 1; id < 300; ++id)
                QVERIFY(!journal->put({entry(id, State::Paused)}));
        }
        QByteArray bytes = disk::contentOf(m_path);
        QVERIFY(bytes.size() > 5 * 4096);
        for (int i = 2 * 4096; i < 4 * 4096; ++i)
            bytes[i] = char(i * 7);
        disk::put(m_path, bytes);
        const auto journal = open();
        QVERIFY(!journal->notice().isEmpty());
        QVERIFY(disk::contentOf(QFileInfo(m_path).path() + u'/' + movedAside().first()) == bytes);
    }

    void skipsAnEntryThatItDoesNotUnderstand()
    {
        {
            const auto journal = open();
            for (quint64 id = 1; id <= 4; ++id)
                QVERIFY(!journal->put({entry(id)}));
        }
        alter(m_path, u"UPDATE transfers SET state='flying' WHERE id=1"_s);
        alter(m_path, u"UPDATE transfers SET repo='../../etc' WHERE id=2"_s);
        alter(m_path, u"UPDATE transfers SET repo_type='planes' WHERE id=3"_s);
        QCOMPARE(ids(), QList<quint64>{4});
    }
};

QTEST_GUILESS_MAIN(TestForeignJournal)
#include "tst_foreignjournal.moc"
