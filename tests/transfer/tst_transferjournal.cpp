// SPDX-License-Identifier: Apache-2.0
#include "journalrig.h"

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

class TestTransferJournal : public QObject, protected JournalRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { anotherFile(); }

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
        full.finishedAt = QDateTime(QDate(2026, 2, 3), QTime(4, 5, 6, 789), QTimeZone::utc());
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
