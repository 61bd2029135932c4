// SPDX-License-Identifier: Apache-2.0
#include "local/filelock.h"
#include "local/repocache.h"
#include "support/disk.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <sys/mount.h>
#include <sys/stat.h>
#include <unistd.h>

#include <optional>

using namespace Qt::Literals::StringLiterals;

static const QString kCommit(40, u'c');
static const RepoId kRepo{RepoType::Model, u"o/n"_s};

static RemoteFile fileAt(const QString &path, QChar digit = u'a')
{
    return {path, 5, QString(40, digit)};
}

class TestRepoCache : public QObject
{
    Q_OBJECT

private:
    std::optional<QTemporaryDir> m_dir;

    CacheLayout layout() const { return CacheLayout(m_dir->filePath(u"hub"_s)); }
    RepoCache cache() const { return RepoCache(layout(), kRepo, LinkMode::Symlinks); }
    QString outside(const QString &name) const { return m_dir->filePath(u"outside/"_s + name); }

private Q_SLOTS:
    void init() { m_dir.emplace(); }
    void cleanup() { m_dir.reset(); }

    void takesAwayPartsOfContentsThatAreThere()
    {
        const QString whole(40, u'a');
        const QString begun(40, u'b');
        const QString locked(40, u'd');
        for (const QString &etag : {whole, begun, locked})
            disk::put(layout().part(kRepo, etag), "12");
        disk::put(layout().blobs(kRepo) + u'/' + whole + u".1a2b3c4d.hubdeck.part"_s, "1");
        disk::put(layout().blob(kRepo, whole), "12345");
        disk::put(layout().blob(kRepo, locked), "12345");
        FileLock lock(layout().lock(kRepo, locked));
        QVERIFY(*lock.tryLock() == FileLock::Outcome::Taken);
        cache().sweep();
        QCOMPARE(QDir(layout().blobs(kRepo)).entryList(QDir::Files, QDir::Name),
                 (QStringList{whole, begun + u".hubdeck.part"_s, locked, locked + u".hubdeck.part"_s}));
    }

    void keepsRefs_data()
    {
        QTest::addColumn<QString>("revision");
        QTest::addColumn<QString>("file");
        QTest::newRow("a branch") << u"main"_s << u"refs/main"_s;
        QTest::newRow("a branch with a slash") << u"feat/x"_s << u"refs/feat/x"_s;
        QTest::newRow("a pull request") << u"refs/pr/1"_s << u"refs/refs/pr/1"_s;
        QTest::newRow("an abbreviated commit") << u"ccccccc"_s << u"refs/ccccccc"_s;
    }

    void keepsRefs()
    {
        QFETCH(QString, revision);
        QFETCH(QString, file);
        QVERIFY(!cache().commitOf(revision));
        QVERIFY(!cache().writeRef(revision, kCommit));
        QCOMPARE(disk::contentOf(layout().repo(kRepo) + u'/' + file),
                 kCommit.toLatin1());  // No newline: Python does not trim.
        QCOMPARE(cache().commitOf(revision), kCommit);
        const QString next(40, u'd');
        QVERIFY(!cache().writeRef(revision, next));
        QCOMPARE(cache().commitOf(revision), next);
        QCOMPARE(QFileInfo(layout().ref(kRepo, revision)).dir().entryList(QDir::Files | QDir::Hidden).size(), 1);
    }

    void keepsNoRefOfACommit()
    {
        QCOMPARE(cache().commitOf(kCommit), kCommit);
        QVERIFY(!cache().writeRef(kCommit, kCommit));
        QVERIFY(!disk::isThere(layout().ref(kRepo, kCommit)));
    }

    void writesARefOnlyWhereItDiffers()
    {
        QVERIFY(!cache().writeRef(u"main"_s, kCommit));
        struct stat before = {};
        struct stat after = {};
        const QByteArray path = QFile::encodeName(layout().ref(kRepo, u"main"_s));
        QCOMPARE(::stat(path.constData(), &before), 0);
        QVERIFY(!cache().writeRef(u"main"_s, kCommit));
        QCOMPARE(::stat(path.constData(), &after), 0);
        QCOMPARE(after.st_ino, before.st_ino);
    }

    void readsRefs_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isRead");
        QTest::newRow("with a newline of another program") << QByteArray(40, 'c') + "\n" << true;
        QTest::newRow("empty, as Python 1.x leaves it for a moment") << QByteArray() << false;
        QTest::newRow("not hex") << QByteArray(40, 'g') << false;
        QTest::newRow("upper case") << QByteArray(40, 'C') << false;
        QTest::newRow("too short") << QByteArray(39, 'c') << false;
        QTest::newRow("a path") << QByteArray("../../../../etc/passwd") << false;
        QTest::newRow("very long") << QByteArray(1 << 20, 'c') << false;
    }

    void readsRefs()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isRead);
        disk::put(layout().ref(kRepo, u"main"_s), text);
        QCOMPARE(cache().commitOf(u"main"_s), isRead ? std::optional(kCommit) : std::nullopt);
    }

    void toleratesRefsThatClash()
    {
        QVERIFY(!cache().writeRef(u"a"_s, kCommit));
        QVERIFY(!cache().writeRef(u"a/b"_s, kCommit));
        QVERIFY(!cache().commitOf(u"a/b"_s));
        QVERIFY(!cache().writeRef(u"x/y"_s, kCommit));
        QVERIFY(!cache().writeRef(u"x"_s, kCommit));
        QVERIFY(!cache().commitOf(u"x"_s));
        QCOMPARE(
            QDir(layout().repo(kRepo) + u"/refs"_s).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot),
            QStringList({u"a"_s, u"x"_s}));
    }

    void refusesRefsThatLeadOut_data()
    {
        QTest::addColumn<QString>("revision");
        QTest::newRow("up") << u"../../x"_s;
        QTest::newRow("up in the middle") << u"a/../../x"_s;
        QTest::newRow("absolute") << u"/etc/x"_s;
        QTest::newRow("empty") << u""_s;
        QTest::newRow("a NUL") << u"a\0b"_s;
    }

    void refusesRefsThatLeadOut()
    {
        QFETCH(QString, revision);
        const auto error = cache().writeRef(revision, kCommit);
        QVERIFY(error);
        QCOMPARE(error->kind, Error::Kind::Refused);
        QVERIFY(!cache().commitOf(revision));
    }

    void writesNoBookkeepingThroughALinkedFolder_data()
    {
        QTest::addColumn<QString>("folder");
        QTest::newRow("refs") << u"refs"_s;
        QTest::newRow("a folder of refs") << u"refs/sub"_s;
        QTest::newRow("trees") << u"trees"_s;
        QTest::newRow(".no_exist") << u".no_exist/"_s + kCommit + u"/sub"_s;
    }

    void writesNoBookkeepingThroughALinkedFolder()
    {
        QFETCH(QString, folder);
        QVERIFY(QDir().mkpath(outside({})));
        disk::makeLink(outside({}), layout().repo(kRepo) + u'/' + folder);
        cache().writeRef(u"sub/x"_s, kCommit);
        cache().writeTree(kCommit, {fileAt(u"a"_s)});
        cache().writeNoExist(kCommit, u"sub/x"_s);
        QVERIFY(QDir(outside({})).isEmpty());
        QVERIFY(!cache().hasFile(kCommit, u"sub/a"_s));
    }

    void remembersWhatIsMissing()
    {
        QVERIFY(!cache().isKnownMissing(kCommit, u"sub/x.json"_s));
        QVERIFY(!cache().writeNoExist(kCommit, u"sub/x.json"_s));
        QVERIFY(!cache().writeNoExist(kCommit, u"sub/x.json"_s));
        QVERIFY(cache().isKnownMissing(kCommit, u"sub/x.json"_s));
        QVERIFY(!cache().isKnownMissing(kCommit, u"sub"_s));
        QCOMPARE(disk::contentOf(layout().noExist(kRepo, kCommit, u"sub/x.json"_s)), "");
        QCOMPARE(cache().writeNoExist(kCommit, u"../x"_s)->kind, Error::Kind::Refused);
    }

    void keepsTheListOfACommit()
    {
        const RemoteFile large{u"sub/\u00fc.bin"_s, 7, QString(40, u'b'), QString(64, u'c'), QString(64, u'd')};
        QVERIFY(!cache().readTree(kCommit));
        const mode_t before = ::umask(022);
        QVERIFY(!cache().writeTree(kCommit, {fileAt(u"a"_s), large}));
        ::umask(before);
        QCOMPARE(cache().readTree(kCommit), (RemoteFiles{fileAt(u"a"_s), large}));
        QCOMPARE(QDir(layout().repo(kRepo) + u"/trees"_s).entryList(QDir::Files), QStringList(kCommit + u".json"_s));
        QCOMPARE(disk::modeOf(layout().tree(kRepo, kCommit)), 0644u);
        QCOMPARE(cache().writeTree(kCommit, {{u"a"_s, -1, QString(40, u'a')}})->kind, Error::Kind::Refused);
    }

    void takesAListThatCannotBeReadForAbsent()
    {
        if (::geteuid() == 0)
            QVERIFY(QDir().mkpath(layout().tree(kRepo, kCommit)));  // Root reads all; a folder it cannot read either.
        else
            disk::put(layout().tree(kRepo, kCommit), "{}");
        QFile(layout().tree(kRepo, kCommit)).setPermissions({});
        QVERIFY(!cache().readTree(kCommit));
    }

    void saysThatAFolderIsReadOnly()
    {
        const QByteArray root = QFile::encodeName(layout().root());
        QVERIFY(QDir().mkpath(layout().root()));
        if (::geteuid() == 0 && ::mount("tmpfs", root.constData(), "tmpfs", MS_RDONLY, "size=64k") != 0)
            QSKIP("Root writes everywhere but on a read-only disk, and none can be mounted here.");
        const auto restore = qScopeGuard(
            [&] { return ::geteuid() == 0 ? ::umount(root.constData()) : ::chmod(root.constData(), 0700); });
        if (::geteuid() != 0)
            QCOMPARE(::chmod(root.constData(), 0500), 0);
        QCOMPARE(cache().prepare()->kind, Error::Kind::Disk);
        QCOMPARE(cache().writeRef(u"main"_s, kCommit)->kind, Error::Kind::Disk);
        QVERIFY(!cache().commitOf(u"main"_s));
    }
};

QTEST_APPLESS_MAIN(TestRepoCache)
#include "tst_repocache.moc"
