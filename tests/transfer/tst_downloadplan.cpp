// SPDX-License-Identifier: Apache-2.0
#include "support/contents.h"
#include "support/disk.h"
#include "transfer/cachedestination.h"
#include "transfer/downloadplan.h"
#include "transfer/folderdestination.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {
const RepoId kRepo{RepoType::Model, u"o/m"_s};
const QString kCommit(40, u'1');
}  // namespace

class TestDownloadPlan : public QObject
{
    Q_OBJECT

    QTemporaryDir m_dir;
    int m_caches = 0;

    RepoCache freshCache()
    {
        return {CacheLayout(m_dir.filePath(u"cache%1"_s.arg(++m_caches))), kRepo, LinkMode::Symlinks};
    }

    static QStringList pathsOf(const DownloadPlan &plan)
    {
        QStringList paths;
        for (const DownloadPlan::File &file : plan.files)
            paths << file.file.path;
        return paths;
    }

private Q_SLOTS:
    void takesWhatWasWished_data()
    {
        QTest::addColumn<QStringList>("paths");
        QTest::addColumn<QStringList>("include");
        QTest::addColumn<QStringList>("exclude");
        QTest::addColumn<QStringList>("taken");

        QTest::newRow("everything") << QStringList{} << QStringList{} << QStringList{}
                                    << QStringList{u"a.json"_s, u"x/a.bin"_s, u"x/y/b.bin"_s, u"xy"_s};
        QTest::newRow("a file") << QStringList{u"xy"_s} << QStringList{} << QStringList{} << QStringList{u"xy"_s};
        QTest::newRow("a folder and a file") << QStringList{u"x/"_s, u"a.json"_s} << QStringList{} << QStringList{}
                                             << QStringList{u"a.json"_s, u"x/a.bin"_s, u"x/y/b.bin"_s};
        QTest::newRow("a pattern, across folders")
            << QStringList{} << QStringList{u"*.bin"_s} << QStringList{} << QStringList{u"x/a.bin"_s, u"x/y/b.bin"_s};
        QTest::newRow("without a pattern")
            << QStringList{} << QStringList{} << QStringList{u"x/*"_s} << QStringList{u"a.json"_s, u"xy"_s};
        QTest::newRow("patterns on top of a folder")
            << QStringList{u"x/"_s} << QStringList{u"*.bin"_s} << QStringList{u"*b.bin"_s} << QStringList{u"x/a.bin"_s};
    }

    void takesWhatWasWished()
    {
        QFETCH(QStringList, paths);
        QFETCH(QStringList, include);
        QFETCH(QStringList, exclude);
        QFETCH(QStringList, taken);
        DownloadWish wish{kRepo};
        wish.paths = paths;
        wish.include = include;
        wish.exclude = exclude;
        const RemoteFiles tree{contents::smallFile(u"a.json"_s, "1"), contents::smallFile(u"x/a.bin"_s, "2"),
                               contents::smallFile(u"x/y/b.bin"_s, "3"), contents::smallFile(u"xy"_s, "4")};
        const CacheDestination destination(freshCache(), kCommit);
        QCOMPARE(pathsOf(transfer::planOf(wish, kCommit, tree, destination)), taken);
    }

    void skipsAndNamesWhatIsHostile_data()
    {
        QTest::addColumn<RemoteFile>("file");

        QTest::newRow("up and out") << contents::smallFile(u"../evil"_s, "x");
        QTest::newRow("an absolute path") << contents::smallFile(u"/etc/passwd"_s, "x");
        QTest::newRow("into .git") << contents::smallFile(u"a/.git/config"_s, "x");
        QTest::newRow("a drive") << contents::smallFile(u"C:evil"_s, "x");
        QTest::newRow("a backslash") << contents::smallFile(u"a\\..\\b"_s, "x");
        QTest::newRow("a control character") << contents::smallFile(u"a\nb"_s, "x");
        QTest::newRow("a NUL") << contents::smallFile(u"a"_s + QChar(0) + u"b"_s, "x");
        QTest::newRow("an etag that is a path") << RemoteFile{u"a"_s, 1, u"../../../x"_s};
        QTest::newRow("an etag that is no hash") << RemoteFile{u"a"_s, 1, u"abc"_s};
        QTest::newRow("no etag") << RemoteFile{u"a"_s, 1, {}};
    }

    void skipsAndNamesWhatIsHostile()
    {
        QFETCH(RemoteFile, file);
        const RemoteFiles tree{file, contents::smallFile(u"good"_s, "x")};
        const CacheDestination destination(freshCache(), kCommit);
        const DownloadPlan plan = transfer::planOf({kRepo}, kCommit, tree, destination);
        QCOMPARE(pathsOf(plan), QStringList{u"good"_s});
        QCOMPARE(plan.refused.size(), 1);
        QCOMPARE(plan.refused.first().path, file.path);
        QVERIFY(!plan.refused.first().why.isEmpty());
    }

    void refusesItsOwnBookkeepingInAFolder()
    {
        const RemoteFiles tree{contents::smallFile(u".cache/huggingface/download/x.metadata"_s, "x")};
        const FolderDestination destination(LocalFolder(m_dir.filePath(u"plain"_s)), kCommit, freshCache());
        QCOMPARE(transfer::planOf({kRepo}, kCommit, tree, destination).refused.size(), 1);
    }

    void takesANameOnce()
    {
        const RemoteFiles tree{contents::smallFile(u"a"_s, "1"), contents::smallFile(u"a"_s, "2")};
        const CacheDestination destination(freshCache(), kCommit);
        const DownloadPlan plan = transfer::planOf({kRepo}, kCommit, tree, destination);
        QCOMPARE(plan.files.size(), 1);
        QCOMPARE(plan.refused.size(), 1);
    }

    void seesWhatIsThere()
    {
        const RepoCache cache = freshCache();
        const RemoteFile whole = contents::smallFile(u"whole"_s, "1234");
        const RemoteFile content = contents::smallFile(u"content"_s, "12345");
        const RemoteFile part = contents::largeFile(u"part"_s, contents::bytes(1000));
        const RemoteFile twin{u"twin"_s, part.size, part.blobId, part.sha256};
        const RemoteFile damaged = contents::smallFile(u"damaged"_s, "123456");
        const CacheLayout &layout = cache.layout();
        disk::put(layout.blob(kRepo, whole.etag()), "1234");
        disk::put(layout.blob(kRepo, content.etag()), "12345");
        disk::put(layout.blob(kRepo, damaged.etag()), "123");
        disk::put(layout.part(kRepo, part.etag()), QByteArray(400, 'x'));
        QVERIFY(!cache.link(kCommit, whole));
        QVERIFY(!cache.link(kCommit, damaged));

        const CacheDestination destination(cache, kCommit);
        const DownloadPlan plan
            = transfer::planOf({kRepo}, kCommit, {whole, content, part, twin, damaged}, destination);
        QCOMPARE(int(plan.files[0].presence), int(Presence::Whole));
        QCOMPARE(int(plan.files[1].presence), int(Presence::Content));
        QCOMPARE(int(plan.files[2].presence), int(Presence::Part));
        QCOMPARE(plan.files[2].here, 400);
        QCOMPARE(int(plan.files[4].presence), int(Presence::Absent));
        QCOMPARE(plan.bytes(), 4 + 5 + 1000 + 1000 + 6);
        QCOMPARE(plan.filesToFetch(), 3);
        QCOMPARE(plan.bytesToFetch(), 600 + 6);  // The twins' content counts once.
    }
};

QTEST_APPLESS_MAIN(TestDownloadPlan)
#include "tst_downloadplan.moc"
