// SPDX-License-Identifier: Apache-2.0
#include "local/cachestate.h"
#include "support/disk.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>
#include <sys/stat.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <optional>

using namespace Qt::Literals::StringLiterals;

static const QString kCommit(40, u'c');
static const RepoId kRepo{RepoType::Model, u"o/n"_s};

static RemoteFile fileAt(const QString &path, QChar digit = u'a')
{
    return {path, 5, QString(40, digit)};
}

class TestCacheState : public QObject
{
    Q_OBJECT

private:
    std::optional<QTemporaryDir> m_dir;

    CacheLayout layout() const { return CacheLayout(m_dir->filePath(u"hub"_s)); }
    RepoCache cache() const { return RepoCache(layout(), kRepo, LinkMode::Symlinks); }
    LocalFile stateOf(const RemoteFile &file) const { return local::statesOf(cache(), kCommit, {file})[file.path]; }

    void putBlob(QChar digit, const QByteArray &bytes) const
    {
        disk::put(layout().blob(kRepo, QString(40, digit)), bytes);
    }

    void point(const QString &commit, const QString &path, QChar digit) const
    {
        const QString up = u"../"_s.repeated(2 + path.count(u'/'));
        disk::makeLink(up + u"blobs/"_s + QString(40, digit), layout().pointer(kRepo, commit, path));
    }

private Q_SLOTS:
    void init() { m_dir.emplace(); }
    void cleanup() { m_dir.reset(); }

    void knowsAnEmptyCache() { QCOMPARE(stateOf(fileAt(u"a"_s)).state, LocalState::Absent); }

    void knowsWhatIsCached_data()
    {
        QTest::addColumn<QByteArray>("blob");
        QTest::addColumn<bool>("isLinked");
        QTest::addColumn<int>("size");
        QTest::addColumn<LocalState>("state");
        QTest::newRow("whole and linked") << QByteArray("hello") << true << 5 << LocalState::Cached;
        QTest::newRow("whole, its link to be made") << QByteArray("hello") << false << 5 << LocalState::Cached;
        QTest::newRow("of a size the Hub does not say") << QByteArray("hello") << true << -1 << LocalState::Cached;
        QTest::newRow("cut short") << QByteArray("hel") << true << 5 << LocalState::Damaged;
        QTest::newRow("cut short, its link to be made") << QByteArray("hel") << false << 5 << LocalState::Damaged;
        QTest::newRow("an empty file") << QByteArray() << true << 0 << LocalState::Cached;
    }

    void knowsWhatIsCached()
    {
        QFETCH(QByteArray, blob);
        QFETCH(bool, isLinked);
        QFETCH(int, size);
        for (const QString &path : {u"a"_s, u"sub/deep/\u00fc.bin"_s}) {
            putBlob(u'a', blob);
            if (isLinked)
                point(kCommit, path, u'a');
            RemoteFile file = fileAt(path);
            file.size = size;
            QTEST(stateOf(file).state, "state");
            QCOMPARE(stateOf(file).bytes, blob.size());
        }
    }

    void knowsFilesWithoutLinks()
    {
        disk::put(layout().pointer(kRepo, kCommit, u"sub/a"_s), "hello");
        disk::put(layout().pointer(kRepo, kCommit, u"b"_s), "he");
        QCOMPARE(stateOf(fileAt(u"sub/a"_s)).state, LocalState::Cached);
        QCOMPARE(stateOf(fileAt(u"b"_s)).state, LocalState::Damaged);
    }

    void followsTheSharedStore()
    {
        disk::put(layout().root() + u"/blobs/99/"_s + QString(64, u'9'), "hello");
        disk::makeLink(u"../../blobs/99/"_s + QString(64, u'9'), layout().blob(kRepo, QString(40, u'a')));
        point(kCommit, u"a"_s, u'a');
        QCOMPARE(stateOf(fileAt(u"a"_s)).state, LocalState::Cached);
        QVERIFY(QFile::remove(layout().root() + u"/blobs/99/"_s + QString(64, u'9')));
        QCOMPARE(stateOf(fileAt(u"a"_s)).state, LocalState::Absent);
    }

    void knowsParts_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<LocalState>("state");
        const QString etag(40, u'a');
        QTest::newRow("the part") << etag + u".hubdeck.part"_s << LocalState::Partly;
        QTest::newRow("a part with a name of its own") << etag + u".01234567.hubdeck.part"_s << LocalState::Partly;
        QTest::newRow("another program's") << etag + u".01234567.incomplete"_s << LocalState::Absent;
        QTest::newRow("another file's") << QString(40, u'b') + u".hubdeck.part"_s << LocalState::Absent;
    }

    void knowsParts()
    {
        QFETCH(QString, name);
        QFETCH(LocalState, state);
        disk::put(layout().blobs(kRepo) + u'/' + name, "hel");
        QCOMPARE(stateOf(fileAt(u"a"_s)).state, state);
        QCOMPARE(stateOf(fileAt(u"a"_s)).bytes, state == LocalState::Partly ? 3 : 0);
    }

    void knowsOtherRevisions()
    {
        const QString older(40, u'1');
        const QString newer(40, u'2');
        putBlob(u'b', "other");
        point(older, u"sub/a"_s, u'b');
        point(newer, u"sub/a"_s, u'b');
        point(kCommit, u"x"_s, u'b');
        const timeval early[2] = {{1'000'000, 0}, {1'000'000, 0}};
        QCOMPARE(::utimes(QFile::encodeName(layout().snapshot(kRepo, older)).constData(), early), 0);
        const LocalFile found = stateOf(fileAt(u"sub/a"_s));
        QCOMPARE(found.state, LocalState::OtherRevision);
        QCOMPARE(found.otherCommit, newer);
        QCOMPARE(found.bytes, 5);
    }

    void doesNotFollowFoldersThatAreLinks()
    {
        disk::put(m_dir->filePath(u"outside/a"_s), "hello");
        disk::makeLink(m_dir->filePath(u"outside"_s), layout().snapshot(kRepo, kCommit) + u"/sub"_s);
        QCOMPARE(stateOf(fileAt(u"sub/a"_s)).state, LocalState::Absent);
    }

    void isQuickForManyFiles()
    {
        constexpr int count = 10'000;
        if (QFileInfo(u"/dev/shm"_s).isWritable())
            m_dir.emplace(u"/dev/shm/hubdeck-XXXXXX"_s);  // To make so many files takes a disk far longer than to read.
        RemoteFiles files;
        QVERIFY(QDir().mkpath(layout().blobs(kRepo)));
        for (int folder = 0; folder < 100; ++folder)
            QVERIFY(QDir().mkpath(layout().pointer(kRepo, kCommit, QString::number(folder))));
        for (int i = 0; i < count; ++i) {
            const QString etag = u"%1"_s.arg(i, 40, 16, QChar(u'0'));
            const QString path = QString::number(i % 100) + u'/' + QString::number(i);
            const QByteArray blob = QFile::encodeName(layout().blob(kRepo, etag));
            QCOMPARE(::mknod(blob.constData(), S_IFREG | 0644, 0), 0);
            QCOMPARE(::symlink(QFile::encodeName(u"../../../blobs/"_s + etag).constData(),
                               QFile::encodeName(layout().pointer(kRepo, kCommit, path)).constData()),
                     0);
            files << RemoteFile{path, 0, etag};
        }
        QElapsedTimer timer;
        timer.start();
        const auto states = local::statesOf(cache(), kCommit, files);
        QVERIFY2(timer.elapsed() < 20'000, qPrintable(QString::number(timer.elapsed())));  // 100 times what it takes.
        QCOMPARE(states.size(), count);
        const auto isCached = [](const LocalFile &file) { return file.state == LocalState::Cached; };
        QVERIFY(std::all_of(states.begin(), states.end(), isCached));
    }

    void probesLinks()
    {
        const QString folder = m_dir->filePath(u"new/hub"_s);
        QCOMPARE(local::probeLinks(folder, false), LinkMode::Symlinks);
        QCOMPARE(local::probeLinks(folder, true), LinkMode::Copies);
        QVERIFY(
            QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot).isEmpty());
    }

    void probesAReadOnlyDisk()
    {
        const QByteArray folder = QFile::encodeName(m_dir->filePath(u"disk"_s));
        QCOMPARE(::mkdir(folder.constData(), 0700), 0);
        if (::mount("tmpfs", folder.constData(), "tmpfs", MS_RDONLY, "size=64k") != 0)
            QSKIP("Only root can make a read-only disk.");
        const auto unmount = qScopeGuard([&] { ::umount(folder.constData()); });
        QCOMPARE(local::probeLinks(QFile::decodeName(folder), false), LinkMode::Symlinks);
    }
};

QTEST_APPLESS_MAIN(TestCacheState)
#include "tst_cachestate.moc"
