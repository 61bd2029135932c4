// SPDX-License-Identifier: Apache-2.0
#include "local/filelock.h"

#include "core/handover.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <sys/stat.h>
#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

/// Takes the lock in Python, says so, and keeps it until its input ends.
static const char kHolder[] = "import fcntl, os, sys\n"
                              "fd = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT, 0o664)\n"
                              "fcntl.flock(fd, fcntl.LOCK_EX | fcntl.LOCK_NB)\n"
                              "print('taken', flush=True)\n"
                              "sys.stdin.read()\n";

class TestFileLock : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;

    QString fresh() const { return m_dir.filePath(QString::fromLatin1(QTest::currentTestFunction()) + u"/x.lock"_s); }

    static bool has(const Result<FileLock::Outcome> &result, FileLock::Outcome outcome)
    {
        return result && *result == outcome;
    }

private Q_SLOTS:
    void guardsBetweenTwoHolders()
    {
        const QString path = fresh();
        FileLock first(path);
        FileLock second(path);
        QVERIFY(has(first.tryLock(), FileLock::Outcome::Taken));
        QVERIFY(has(first.tryLock(), FileLock::Outcome::Taken));
        QVERIFY(has(second.tryLock(), FileLock::Outcome::Busy));
        first.unlock();
        QVERIFY(has(second.tryLock(), FileLock::Outcome::Taken));
        QVERIFY(QFile::exists(path));
    }

    void isReleasedByTheDestructor()
    {
        const QString path = fresh();
        {
            FileLock lock(path);
            QVERIFY(has(lock.tryLock(), FileLock::Outcome::Taken));
        }
        FileLock next(path);
        QVERIFY(has(next.tryLock(), FileLock::Outcome::Taken));
    }

    void isReleasedByAnotherThread()
    {
        FileLock lock(fresh());
        QVERIFY(has(lock.tryLock(), FileLock::Outcome::Taken));
        const std::unique_ptr<QThread> thread(QThread::create([&] { lock.unlock(); }));
        thread->start();
        QVERIFY(thread->wait());
        FileLock next(fresh());
        QVERIFY(has(next.tryLock(), FileLock::Outcome::Taken));
    }

    void meetsTheLockOfPython()
    {
#ifdef HUBDECK_TSAN
        QSKIP("ThreadSanitizer fails in any program where Qt starts another.");
#endif
        const QString python = QStandardPaths::findExecutable(u"python3"_s);
        if (python.isEmpty())
            QSKIP("There is no python3 to hold the lock.");
        const QString path = m_dir.filePath(u"python.lock"_s);
        QProcess holder;
        holder.start(python, {u"-c"_s, QString::fromLatin1(kHolder), path});
        QVERIFY(holder.waitForReadyRead(10'000));
        QCOMPARE(holder.readAllStandardOutput().trimmed(), "taken");

        FileLock lock(path);
        QVERIFY(has(lock.tryLock(), FileLock::Outcome::Busy));
        holder.closeWriteChannel();
        QVERIFY(holder.waitForFinished(10'000));
        QVERIFY(has(lock.tryLock(), FileLock::Outcome::Taken));

        holder.start(python, {u"-c"_s, QString::fromLatin1(kHolder), path});
        QVERIFY(holder.waitForFinished(10'000));
        QVERIFY(holder.readAllStandardError().contains("BlockingIOError"));
    }

    void givesTheFileItsModeWhateverTheUmask()
    {
        const QString path = fresh();
        const mode_t before = ::umask(077);
        FileLock lock(path);
        const auto result = lock.tryLock();
        ::umask(before);
        QVERIFY(has(result, FileLock::Outcome::Taken));
        struct stat found = {};
        QCOMPARE(::stat(QFile::encodeName(path).constData(), &found), 0);
        QCOMPARE(found.st_mode & 07777, mode_t(0664));
    }

    void leavesAFileThatWasThereAsItIs()
    {
        const QString path = m_dir.filePath(u"kept.lock"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("pid 1");
        file.close();
        QVERIFY(file.setPermissions(QFile::ReadOwner | QFile::WriteOwner));
        FileLock lock(path);
        QVERIFY(has(lock.tryLock(), FileLock::Outcome::Taken));
        QCOMPARE(file.permissions() & ~(QFile::ReadUser | QFile::WriteUser), QFile::ReadOwner | QFile::WriteOwner);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "pid 1");
    }

    void locksTheFileOfThatName()
    {
        const QString path = fresh();
        FileLock first(path);
        QVERIFY(has(first.tryLock(), FileLock::Outcome::Taken));
        QVERIFY(QFile::remove(path));  // As a cleaner would: its holder guards nothing any more.
        FileLock second(path);
        QVERIFY(has(second.tryLock(), FileLock::Outcome::Taken));
    }

    void refusesWhatIsNoFile_data()
    {
        QTest::addColumn<QString>("kind");
        QTest::newRow("a link to a file elsewhere") << u"link"_s;
        QTest::newRow("a link that dangles") << u"dangling"_s;
        QTest::newRow("a named pipe") << u"pipe"_s;
        QTest::newRow("a folder") << u"folder"_s;
    }

    void refusesWhatIsNoFile()
    {
        QFETCH(QString, kind);
        const QString path = m_dir.filePath(kind + u".lock"_s);
        const QString other = m_dir.filePath(kind + u".other"_s);
        const QByteArray name = QFile::encodeName(path);
        if (kind == "pipe"_L1)
            QCOMPARE(::mkfifo(name.constData(), 0600), 0);
        else if (kind == "folder"_L1)
            QVERIFY(QDir().mkdir(path));
        else
            QCOMPARE(::symlink(QFile::encodeName(other).constData(), name.constData()), 0);
        if (kind == "link"_L1)
            QVERIFY(QFile(other).open(QIODevice::WriteOnly));
        FileLock lock(path);
        const auto result = lock.tryLock();
        QVERIFY(!result);
        QVERIFY(result.error().kind == Error::Kind::Refused || kind == "folder"_L1);
        QCOMPARE(QFile::exists(other), kind == "link"_L1);
    }

    void saysThatAFolderCannotBeMade()
    {
        QFile file(m_dir.filePath(u"plain"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        FileLock lock(file.fileName() + u"/x.lock"_s);
        const auto result = lock.tryLock();
        QVERIFY(!result);
        QCOMPARE(result.error().kind, Error::Kind::Disk);
    }
};

QTEST_GUILESS_MAIN(TestFileLock)
#include "tst_filelock.moc"
