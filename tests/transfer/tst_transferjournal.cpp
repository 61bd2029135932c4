// SPDX-License-Identifier: Apache-2.0
#include "support/disk.h"
#include "transfer/transferjournal.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using State = TransferRow::State;

namespace {

const QUrl kHub(u"https://hub.test"_s);
const QString kCommit(40, u'c');

JournalEntry entry(quint64 id, State state = State::Waiting)
{
    JournalEntry made{.id = id, .state = state};
    made.wish.repo = {RepoType::Model, u"o/m"_s};
    return made;
}

/// Runs SQL on a file that nobody has open, a statement after the other.
void alter(const QString &path, const QString &sql)
{
    {
        QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, u"alter"_s);
        database.setDatabaseName(path);
        QVERIFY(database.open());
        for (const QString &statement : sql.split(u';'))
            QVERIFY2(QSqlQuery(database).exec(statement), qPrintable(statement));
    }
    QSqlDatabase::removeDatabase(u"alter"_s);
}

/// A list of transfers as the version before turns wrote it.
void makeFirstVersion(const QString &path)
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

}  // namespace

class TestTransferJournal : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_files = 0;
    QString m_path;

    std::unique_ptr<TransferJournal> open(const QUrl &endpoint = kHub) const
    {
        auto opened = TransferJournal::open(m_path, endpoint);
        if (!opened)
            qFatal("%ls %ls", qUtf16Printable(opened.error().message), qUtf16Printable(opened.error().detail));
        return *std::move(opened);
    }

    QList<quint64> ids(const QUrl &endpoint = kHub) const
    {
        QList<quint64> ids;
        const auto journal = open(endpoint);
        for (const JournalEntry &known : *journal->entries())
            ids << known.id;
        return ids;
    }

    QStringList movedAside() const
    {
        return QDir(QFileInfo(m_path).path()).entryList({u"transfers.sqlite.broken-*"_s});
    }

    static void compare(const JournalEntry &got, const JournalEntry &put)
    {
        QCOMPARE(got.id, put.id);
        QVERIFY(got.wish.repo == put.wish.repo);
        QCOMPARE(got.wish.revision, put.wish.revision);
        QCOMPARE(got.wish.commit, put.wish.commit);
        QCOMPARE(got.wish.paths, put.wish.paths);
        QCOMPARE(got.wish.include, put.wish.include);
        QCOMPARE(got.wish.exclude, put.wish.exclude);
        QCOMPARE(got.wish.folder, put.wish.folder);
        QVERIFY(!got.wish.tree);
        QCOMPARE(got.wish.isSingleFile, put.wish.isSingleFile);
        QCOMPARE(got.wish.wasPlanned, put.wish.wasPlanned);
        QCOMPARE(int(got.state), int(put.state));
        QCOMPARE(got.target, put.target);
        QCOMPARE(got.files, put.files);
        QCOMPARE(got.filesDone, put.filesDone);
        QCOMPARE(got.done, put.done);
        QCOMPARE(got.total, put.total);
        QCOMPARE(got.error.has_value(), put.error.has_value());
        if (put.error) {
            QCOMPARE(int(got.error->kind), int(put.error->kind));
            QCOMPARE(got.error->message, put.error->message);
        }
        QCOMPARE(got.finishedAt, put.finishedAt);
    }

private Q_SLOTS:
    void init() { m_path = m_dir.filePath(u"%1/hubdeck/transfers.sqlite"_s.arg(++m_files)); }

    void givesBackWhatWasPut_data()
    {
        QTest::addColumn<JournalEntry>("put");
        QTest::newRow("a wish and no more") << entry(1);
        JournalEntry full = entry(7, State::Failed);
        full.wish = {.repo = {RepoType::Dataset, u"a.b/c_d"_s},
                     .revision = u"feat/x y"_s,
                     .commit = kCommit,
                     .paths = {u"a folder/"_s, u"b"_s},
                     .include = {u"*.json"_s},
                     .exclude = {u"**/old/*"_s},
                     .folder = u"/home/ada/a folder"_s,
                     .isSingleFile = true,
                     .wasPlanned = true};
        full.target = u"/home/ada/a folder/b"_s;
        full.files = 3;
        full.filesDone = 2;
        full.done = 6'000'000'000;
        full.total = 7'000'000'000;
        full.error = Error{Error::Kind::Checksum, u"What arrived for “b” is not the file."_s};
        full.finishedAt = QDateTime(QDate(2026, 2, 3), QTime(4, 5, 6, 789), Qt::UTC);
        QTest::newRow("every field") << full;
        JournalEntry odd = entry(8, State::Paused);
        odd.wish.repo = {RepoType::Space, u"gpt2"_s};
        odd.wish.paths = {
            u"'; DROP TABLE transfers; --"_s, u"a\nb\t\"c\"\\"_s, u"ü 世界 😀"_s, u"[]{},:"_s, u" "_s, u"a?b=c#d%20"_s};
        odd.wish.include = {u"[!a]*?"_s};
        odd.wish.exclude = {QString()};
        odd.wish.folder = u"/a'b\"c"_s;
        odd.wish.revision = u"refs/pr/1"_s;
        QTest::newRow("odd names") << odd;
        for (const State state : {State::Waiting, State::Paused, State::Succeeded, State::Failed, State::Cancelled})
            QTest::addRow("state %d", int(state)) << entry(9, state);
        for (int kind = 0; kind <= int(Error::Kind::Keychain); ++kind) {
            JournalEntry failed = entry(10, State::Failed);
            failed.error = Error{Error::Kind(kind), u"Why."_s};
            QTest::addRow("error %d", kind) << failed;
        }
    }

    void givesBackWhatWasPut()
    {
        QFETCH(JournalEntry, put);
        QVERIFY(!open()->put({put}));
        const auto journal = open();
        QVERIFY(journal->notice().isEmpty());
        const auto entries = journal->entries();
        QVERIFY(entries);
        QCOMPARE(entries->size(), 1);
        compare(entries->first(), put);
        QCOMPARE(*journal->lastId(), put.id);
    }

    void keepsTheOrderReplacesAndForgets()
    {
        {
            const auto journal = open();
            for (const quint64 id : {3, 1, 2})
                QVERIFY(!journal->put({entry(id)}));
            QVERIFY(!journal->put({entry(2, State::Paused)}));
            QVERIFY(!journal->remove(1));
            QVERIFY(!journal->remove(99));
        }
        const auto journal = open();
        const auto entries = journal->entries();
        QCOMPARE(entries->size(), 2);
        QCOMPARE(int(entries->at(0).state), int(State::Paused));
        QCOMPARE(entries->at(1).id, 3);
    }

    void givesThemBackInTheOrderOfTheirTurns()
    {
        {
            const auto journal = open();
            JournalEntry last = entry(1);
            last.turn = 3;
            JournalEntry first = entry(3);
            first.turn = 1;
            JournalEntry middle = entry(2);
            middle.turn = 2;
            QVERIFY(!journal->put({middle, last, first}));
            QCOMPARE(journal->entries()->constFirst().turn, 1);
        }
        QCOMPARE(ids(), (QList<quint64>{3, 2, 1}));
    }

    void aNewTransferComesAfterThoseThatWereMoved()
    {
        JournalEntry moved = entry(3);
        moved.turn = 10;  // That of a transfer which was forgotten since.
        QVERIFY(!open()->put({moved}));
        QCOMPARE(*open()->lastId(), 10);
    }

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
            failed.finishedAt = QDateTime::fromMSecsSinceEpoch(1000, Qt::UTC);
            compare(entries->at(1), failed);
            JournalEntry first = entries->at(1);
            first.turn = 1;
            QVERIFY(!journal->put({first}));
        }
        QCOMPARE(ids(), (QList<quint64>{7, 2}));  // And the second time it is one of this version.
        QCOMPARE(ids(QUrl(u"https://mirror.test"_s)), QList<quint64>{5});
        QVERIFY(movedAside().isEmpty());
    }

    void putsAllOrNothing()
    {
        const auto journal = open();
        QVERIFY(!journal->put({entry(1)}));
        {
            QSqlDatabase database = QSqlDatabase::database(QSqlDatabase::connectionNames().constFirst());
            QVERIFY(QSqlQuery(database).exec(u"CREATE TRIGGER no BEFORE INSERT ON transfers WHEN NEW.id = 3 "
                                             "BEGIN SELECT RAISE(ABORT, 'no'); END"_s));
        }
        QVERIFY(journal->put({entry(2), entry(3)}));
        QCOMPARE(journal->entries()->size(), 1);
        QVERIFY(!journal->put({entry(2)}));  // Nothing of that is left open.
        QCOMPARE(journal->entries()->size(), 2);
    }

    void hasThoseOfOneHubAlone()
    {
        const QUrl other(u"https://mirror.test:8443/hf"_s);
        QVERIFY(!open()->put({entry(1)}));
        QVERIFY(!open(other)->put({entry(2)}));
        QCOMPARE(ids(), QList<quint64>{1});
        QCOMPARE(ids(QUrl(u"https://mirror.test:8443/hf/"_s)), QList<quint64>{2});
        QCOMPARE(*open()->lastId(), 2);  // Numbers are never taken twice.
    }

    void keepsTheLastHundredOfWhatIsOver()
    {
        {
            const auto journal = open();
            QVERIFY(!journal->put({entry(1)}));  // As old as can be, and not over.
            for (int i = 2; i <= 121; ++i) {
                JournalEntry over = entry(quint64(i), i % 2 ? State::Succeeded : State::Cancelled);
                over.finishedAt = QDateTime::fromMSecsSinceEpoch(1'000'000 + i);
                QVERIFY(!journal->put({over}));
            }
        }
        for (int i = 0; i < 2; ++i) {
            const QList<quint64> left = ids();
            QCOMPARE(left.size(), 101);
            QCOMPARE(left.first(), 1);
            QCOMPARE(left.at(1), 22);
            QCOMPARE(left.last(), 121);
        }
    }

    void isForItsOwnersEyesAlone()
    {
        const mode_t mask = ::umask(0);
        const auto restore = qScopeGuard([&] { ::umask(mask); });
        const auto journal = open();
        QVERIFY(!journal->put({entry(1)}));
        QCOMPARE(disk::modeOf(QFileInfo(m_path).path()), 0700U);
        const QFileInfoList files = QFileInfo(m_path).dir().entryInfoList(QDir::Files);
        QVERIFY(files.size() >= 3);  // Its log and its lock, too.
        for (const QFileInfo &file : files)
            QVERIFY2(disk::modeOf(file.filePath()) == 0600U, qPrintable(file.fileName()));
    }

    void holdsNoSecrets()
    {
        const auto journal = open(QUrl(u"https://ada:pass-secret@hub.test/?sig=query-secret#x"_s));
        JournalEntry failed = entry(1, State::Failed);
        failed.error = Error{Error::Kind::Forbidden, u"The Hub refuses."_s,
                             u"https://cdn.test/x?sig=query-secret Bearer hf_token-secret"_s};
        failed.wish.tree = RemoteFiles{{u"tree-secret"_s, 1, kCommit}};
        QVERIFY(!journal->put({failed}));
        QByteArray bytes;
        for (const QFileInfo &file : QFileInfo(m_path).dir().entryInfoList(QDir::Files))
            bytes += disk::contentOf(file.filePath());
        QVERIFY(bytes.contains("The Hub refuses."));
        QVERIFY(bytes.contains("https://hub.test"));
        QVERIFY(!bytes.contains("secret"));
    }

    void keepsWhatAKilledProcessPut()
    {
        const auto journal = open();
        QVERIFY(!journal->put({entry(5)}));
        // As a killed process leaves it: nothing is closed.
        const QString copy = m_dir.filePath(u"copy-%1/transfers.sqlite"_s.arg(m_files));
        for (const QString &suffix : {QString(), u"-wal"_s})
            disk::put(copy + suffix, disk::contentOf(m_path + suffix));
        m_path = copy;
        QCOMPARE(ids(), QList<quint64>{5});
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
        QTest::newRow("a newer version") << QByteArray() << u"PRAGMA user_version=3"_s;
        QTest::newRow("an older version of somebody else's")
            << QByteArray()
            << u"ALTER TABLE transfers DROP COLUMN turn; ALTER TABLE transfers DROP COLUMN repo; PRAGMA user_version=1"_s;
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
            QCOMPARE(journal->notice().contains(u"newer"_s), sql == u"PRAGMA user_version=3"_s);
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

    void isOpenOnce()
    {
        {
            const auto journal = open();
            const auto second = TransferJournal::open(m_path, kHub);
            QVERIFY(!second);
            QCOMPARE(int(second.error().kind), int(Error::Kind::Conflict));
            QVERIFY(second.error().message.contains(u"open twice"_s));
            QVERIFY(!journal->put({entry(1)}));
        }
        QCOMPARE(ids(), QList<quint64>{1});
    }

    void saysWhereItCannotBeKept()
    {
        const QByteArray folder = QFile::encodeName(QFileInfo(m_path).path());
        QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
        if (::geteuid() == 0 && ::mount("tmpfs", folder.constData(), "tmpfs", MS_RDONLY, "size=64k") != 0)
            QSKIP("Root writes everywhere but on a read-only disk, and none can be mounted here.");
        const auto restore = qScopeGuard(
            [&] { return ::geteuid() == 0 ? ::umount(folder.constData()) : ::chmod(folder.constData(), 0700); });
        if (::geteuid() != 0)
            QCOMPARE(::chmod(folder.constData(), 0500), 0);
        const auto journal = TransferJournal::open(m_path, kHub);
        QVERIFY(!journal);
        QCOMPARE(int(journal.error().kind), int(Error::Kind::Disk));
        QVERIFY(journal.error().message.contains(u"cannot be kept"_s));
    }

    void saysThatTheDiskIsFull()
    {
        const QByteArray folder = QFile::encodeName(QFileInfo(m_path).path());
        QVERIFY(QDir().mkpath(QFileInfo(m_path).path()));
        if (::mount("tmpfs", folder.constData(), "tmpfs", 0, "size=200k") != 0)
            QSKIP("Only root may mount a small disk.");
        const auto unmount = qScopeGuard([&] { ::umount2(folder.constData(), MNT_DETACH); });
        const auto journal = open();
        QVERIFY(!journal->put({entry(1)}));
        disk::put(QFileInfo(m_path).path() + "/ballast"_L1, {});
        QFile ballast(QFileInfo(m_path).path() + "/ballast"_L1);
        QVERIFY(ballast.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
        while (ballast.write(QByteArray(4096, 'x')) == 4096) {}
        std::optional<Error> error;
        for (quint64 id = 2; id < 20 && !error; ++id)
            error = journal->put({entry(id)});
        QVERIFY(error);
        QVERIFY(!error->message.isEmpty());
        QVERIFY(ballast.remove());
        QVERIFY(!journal->put({entry(20)}));
        QCOMPARE(journal->entries()->first().id, 1);
        QCOMPARE(journal->entries()->last().id, 20);
    }
};

QTEST_GUILESS_MAIN(TestTransferJournal)
#include "tst_transferjournal.moc"
