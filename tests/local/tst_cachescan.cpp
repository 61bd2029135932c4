// SPDX-License-Identifier: Apache-2.0
#include "support/cacherig.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestCacheScan : public QObject, protected CacheRig
{
    Q_OBJECT

private Q_SLOTS:
    void init() { emptyCache(); }

    void aCacheThatIsNotThereIsEmpty()
    {
        const CacheContents contents = scan();
        QVERIFY(contents.repos.isEmpty());
        QCOMPARE(contents.bytes(), 0);
        QVERIFY(contents.isWhole);
    }

    void countsEachContentOnce()
    {
        m_maker->add(kRepo, kOne, u"ab"_s, 100, {u"main"_s, u"refs/pr/1"_s});
        m_maker->add(kRepo, kTwo, u"bc"_s, 100);
        m_maker->point(kRepo, kTwo, u"deep/er/again.bin"_s, u'b');
        m_maker->add(kOther, kOne, u"a"_s, 7, {u"v1"_s});

        const CacheContents contents = scan();
        QCOMPARE(contents.repos.size(), 2);
        const CachedRepo *repo = contents.find(u"models--o--n"_s);
        QVERIFY(repo);
        QCOMPARE(repo->id(), std::optional(kRepo));
        QCOMPARE(repo->bytes, 300);
        QCOMPARE(repo->contents.size(), 3);
        QCOMPARE(repo->problem, CacheProblem::None);
        const auto commit
            = [repo](const QString &name) { return *std::ranges::find(repo->commits, name, &CachedCommit::commit); };
        QCOMPARE(commit(kOne).refs, (QStringList{u"main"_s, u"refs/pr/1"_s}));
        QCOMPARE(commit(kOne).bytes, 200);
        QCOMPARE(commit(kTwo).bytes, 200);
        QCOMPARE(commit(kTwo).files, 3);
        QVERIFY(commit(kTwo).refs.isEmpty());
        QCOMPARE(contents.bytes(), 307);
    }

    void filesWithoutLinksAreTheirOwnContents()
    {
        disk::put(m_maker->layout().pointer(kRepo, kOne, u"a.bin"_s), "12345");
        disk::put(m_maker->layout().pointer(kRepo, kTwo, u"a.bin"_s), "12345");
        const CachedRepo repo = scan().repos.value(0);
        QCOMPARE(repo.bytes, 10);
        QCOMPARE(repo.contents.size(), 2);
        QCOMPARE(repo.problem, CacheProblem::None);
    }

    void whatRepositoriesShareIsCountedOnce()
    {
        m_maker->share(u'a', 500, {kRepo, kOther});
        m_maker->point(kRepo, kOne, u"a.bin"_s, u'a');
        m_maker->point(kOther, kTwo, u"b.bin"_s, u'a');
        const CacheContents contents = scan();
        QCOMPARE(contents.repos.size(), 2);
        QCOMPARE(contents.repos[0].bytes, 500);
        QCOMPARE(contents.repos[1].bytes, 500);
        QCOMPARE(contents.bytes(), 500);
        QVERIFY(contents.oddities.isEmpty());
        QCOMPARE(contents.payloads.constBegin()->users->size(), 2);
    }

    void findsWhatIsLeftOfDownloads()
    {
        m_maker->add(kRepo, kOne, u"a"_s, 1);
        const QString blob = m_maker->layout().blob(kRepo, CacheMaker::etagOf(u'b'));
        disk::put(blob + u".hubdeck.part"_s, "1234");
        disk::put(blob + u".0123abcd.incomplete"_s, "12");
        disk::put(m_maker->layout().blob(kRepo, u"odd.incomplete"_s), "1");
        const CachedRepo repo = scan().repos.value(0);
        QCOMPARE(repo.bytes, 1);
        QCOMPARE(repo.unusedBytes, 0);
        QCOMPARE(repo.parts.size(), 3);
        QCOMPARE(repo.partBytes(), 7);
        for (const CachedPart &part : repo.parts) {
            QCOMPARE(part.isResumable, part.name.endsWith(".hubdeck.part"));
            QCOMPARE(part.etag, part.name.startsWith("odd") ? QString() : CacheMaker::etagOf(u'b'));
        }
    }

    void saysWhatIsBroken_data()
    {
        QTest::addColumn<QString>("file");
        QTest::addColumn<QString>("linkTo");
        QTest::addColumn<CacheProblem>("problem");
        const QString repo = u"models--o--n/"_s;
        QTest::newRow("a file that leads to nothing")
            << repo + u"snapshots/"_s + kOne + u"/gone.bin"_s << u"../../blobs/gone"_s << CacheProblem::ContentMissing;
        QTest::newRow("a ref to a commit that is not here")
            << repo + u"refs/v2"_s << QString() << CacheProblem::CommitMissing;
        QTest::newRow("a file among the revisions")
            << repo + u"snapshots/note.txt"_s << QString() << CacheProblem::FileAmongSnapshots;
        QTest::newRow("a link among the revisions")
            << repo + u"snapshots/x"_s << u"../blobs"_s << CacheProblem::Unreadable;
        QTest::newRow("what desktops put there is none of it")
            << repo + u"snapshots/.DS_Store"_s << QString() << CacheProblem::None;
        QTest::newRow("a ref that is being written is none of it")
            << repo + u"refs/v2.0a1b2c3d.tmp"_s << QString() << CacheProblem::None;
    }
    void saysWhatIsBroken()
    {
        QFETCH(QString, file);
        QFETCH(QString, linkTo);
        QFETCH(CacheProblem, problem);
        m_maker->add(kRepo, kOne, u"a"_s, 9, {u"main"_s});
        if (linkTo.isEmpty())
            disk::put(root() + u'/' + file, kTwo.toLatin1());
        else
            disk::makeLink(linkTo, root() + u'/' + file);
        const CachedRepo repo = scan().repos.value(0);
        QCOMPARE(repo.problem, problem);
        QCOMPARE(repo.bytes, 9);  // It eats the disk all the same.
    }

    void whatIsNoRepositoryIsNamed()
    {
        QDir().mkpath(root() + u"/models--o--n/blobs"_s);
        QDir().mkpath(root() + u"/things--o--n"_s);
        QDir().mkpath(root() + u"/blobs"_s);
        disk::put(root() + u"/note"_s, {});
        disk::put(root() + u"/CACHEDIR.TAG"_s, {});
        const CacheContents contents = scan();
        QCOMPARE(contents.repos.size(), 1);
        QCOMPARE(contents.repos[0].problem, CacheProblem::NoSnapshots);
        QStringList names;
        for (const CacheContents::Oddity &oddity : contents.oddities)
            names << oddity.name;
        names.sort();
        QCOMPARE(names, (QStringList{u"blobs"_s, u"note"_s, u"things--o--n"_s}));
    }

    void leadsOutOfTheCacheAreCountedAndMarked()
    {
        disk::put(m_dir->filePath(u"mine.bin"_s), "123456");
        disk::makeLink(m_dir->filePath(u"mine.bin"_s), m_maker->layout().pointer(kRepo, kOne, u"a.bin"_s));
        const CachedRepo repo = scan().repos.value(0);
        QCOMPARE(repo.bytes, 6);
        QVERIFY(repo.contents[0].isElsewhere());
    }

    void canBeStopped()
    {
        m_maker->add(kRepo, kOne, u"a"_s, 9);
        ScanWatch watch;
        watch.isStopped = true;
        QVERIFY(!local::scanCache(root(), &watch).isWhole);
        QCOMPARE(watch.done, 0);
        watch.isStopped = false;
        QVERIFY(local::scanCache(root(), &watch).isWhole);
        QCOMPARE(watch.done, 1);
        QCOMPARE(watch.total, 1);
    }
};

QTEST_GUILESS_MAIN(TestCacheScan)
#include "tst_cachescan.moc"
