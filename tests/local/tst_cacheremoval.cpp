// SPDX-License-Identifier: Apache-2.0
#include "local/cacheremover.h"
#include "local/filelock.h"
#include "support/cacherig.h"

#include <QTest>

#include <sys/time.h>

using namespace Qt::Literals::StringLiterals;

static const QString kFolder = u"models--o--n"_s;

class TestCacheRemoval : public QObject, protected CacheRig
{
    Q_OBJECT

    CacheRemoval plan(const CacheChoice &choice) const { return local::planRemoval(scan(), {choice}); }
    RemovalOutcome remove(const CacheChoice &choice) const { return CacheRemover(scan()).remove({choice}); }
    bool hasBlob(QChar letter, const RepoId &repo = kRepo) const
    {
        return disk::isThere(m_maker->layout().blob(repo, CacheMaker::etagOf(letter)));
    }
    QString lockOf(QChar letter) const { return m_maker->layout().lock(kRepo, CacheMaker::etagOf(letter)); }
    static void makeOld(const QString &path)
    {
        const timeval times[] = {{1, 0}, {1, 0}};
        QCOMPARE(::utimes(QFile::encodeName(path).constData(), times), 0);
    }

    void addTwoCommits() const
    {
        m_maker->add(kRepo, kOne, u"ab"_s, 100, {u"main"_s});
        m_maker->add(kRepo, kTwo, u"bc"_s, 100, {u"refs/pr/1"_s});
    }

private Q_SLOTS:
    void init() { emptyCache(); }

    void aContentGoesWhenNoCommitThatStaysNeedsIt()
    {
        addTwoCommits();
        const CacheChoice choice{kFolder, {kTwo}};
        const CacheRemoval removal = plan(choice);
        QCOMPARE(removal.freed, 100);
        QCOMPARE(removal.stays, 100);
        QCOMPARE(removal.neededBy, u"o/n"_s);
        QCOMPARE(removal.neededByCommit, u"main"_s);
        QVERIFY(!removal.repos[0].isWhole);

        const RemovalOutcome outcome = remove(choice);
        QVERIFY(!outcome.error);
        QVERIFY(outcome.held.isEmpty());
        QCOMPARE(outcome.freed, 100);
        QVERIFY(hasBlob(u'a') && hasBlob(u'b') && !hasBlob(u'c'));
        QVERIFY(!disk::isThere(m_maker->layout().snapshot(kRepo, kTwo)));
        QVERIFY(!disk::isThere(m_maker->layout().ref(kRepo, u"refs"_s)));  // The empty folders, too.
        const CachedRepo left = scan().repos.value(0);
        QCOMPARE(left.problem, CacheProblem::None);
        QCOMPARE(left.commits.size(), 1);
        QCOMPARE(QDir(m_maker->layout().repo(kRepo)).entryList({u".hubdeck*"_s}, QDir::AllEntries | QDir::Hidden),
                 QStringList());
    }

    void allCommitsAreTheWholeRepository()
    {
        addTwoCommits();
        disk::put(m_maker->layout().blob(kRepo, CacheMaker::etagOf(u'd')), "unneeded");
        disk::put(m_maker->layout().tree(kRepo, kOne), "{}");
        const CacheChoice choice{kFolder, {kOne, kTwo}};
        const CacheRemoval removal = plan(choice);
        QCOMPARE(removal.freed, 300);
        QCOMPARE(removal.extra, 8);
        QVERIFY(removal.repos[0].isWhole);
        QVERIFY(!remove(choice).error);
        QVERIFY(!disk::isThere(m_maker->layout().repo(kRepo)));
    }

    void anotherRepositoryWithACommitOfThatNameStays()
    {
        addTwoCommits();
        m_maker->add(kOther, kTwo, u"e"_s, 10);
        QVERIFY(!remove({kFolder, {kTwo}}).error);
        QVERIFY(disk::isThere(m_maker->layout().snapshot(kOther, kTwo)));
        QVERIFY(hasBlob(u'e', kOther));
    }

    void aSharedContentGoesWithItsLastUser()
    {
        m_maker->share(u'a', 500, {kRepo, kOther});
        m_maker->point(kRepo, kOne, u"a.bin"_s, u'a');
        m_maker->point(kOther, kTwo, u"b.bin"_s, u'a');
        const QString payload = root() + u"/blobs/aa/"_s + QString(64, u'a');

        const CacheRemoval first = plan({kFolder, {}, true});
        QCOMPARE(first.freed, 0);
        QCOMPARE(first.stays, 500);
        QCOMPARE(first.neededBy, u"o/other"_s);
        QVERIFY(!remove({kFolder, {}, true}).error);
        QVERIFY(disk::isThere(payload));
        QCOMPARE(disk::contentOf(payload + u".refs"_s), "datasets--o--other/blobs/" + QByteArray(40, 'a') + '\n');

        const CacheChoice last{u"datasets--o--other"_s, {}, true};
        QCOMPARE(plan(last).freed, 500);
        QCOMPARE(remove(last).freed, 500);
        QVERIFY(!disk::isThere(payload) && !disk::isThere(payload + u".refs"_s));
    }

    void aSharedContentWithoutAListStays()
    {
        m_maker->share(u'a', 500, {kRepo});
        m_maker->point(kRepo, kOne, u"a.bin"_s, u'a');
        const QString payload = root() + u"/blobs/aa/"_s + QString(64, u'a');
        QFile::remove(payload + u".refs"_s);
        QCOMPARE(plan({kFolder, {}, true}).freed, 0);
        QVERIFY(!remove({kFolder, {}, true}).error);
        QVERIFY(disk::isThere(payload));
    }

    void whatIsOutsideOfTheCacheStays()
    {
        const QString mine = m_dir->filePath(u"mine"_s);
        disk::put(mine + u"/a.bin"_s, "123456");
        disk::makeLink(mine + u"/a.bin"_s, m_maker->layout().pointer(kRepo, kOne, u"a.bin"_s));
        disk::makeLink(mine, m_maker->layout().pointer(kRepo, kOne, u"folder"_s));
        disk::makeLink(mine, m_maker->layout().repo(kRepo) + u"/extra"_s);
        QCOMPARE(plan({kFolder, {}, true}).freed, 0);
        QVERIFY(!remove({kFolder, {}, true}).error);
        QVERIFY(!disk::isThere(m_maker->layout().repo(kRepo)));
        QCOMPARE(disk::contentOf(mine + u"/a.bin"_s), "123456");
    }

    void aRepositoryThatIsALinkIsLeftAlone()
    {
        CacheMaker(m_dir->filePath(u"far"_s)).add(kRepo, kOne, u"a"_s, 10);
        disk::makeLink(m_dir->filePath(u"far/models--o--n"_s), root() + u"/models--o--n"_s);
        QCOMPARE(scan().repos.value(0).bytes, 10);
        QVERIFY(remove({kFolder, {}, true}).error);
        QVERIFY(disk::isThere(m_dir->filePath(u"far/models--o--n/snapshots"_s)));
    }

    void aContentThatAnotherRepositoryLeadsToStays()
    {
        addTwoCommits();
        disk::makeLink(u"../../../models--o--n/blobs/"_s + CacheMaker::etagOf(u'a'),
                       m_maker->layout().pointer(kOther, kOne, u"a.bin"_s));
        const CacheRemoval removal = plan({kFolder, {}, true});
        QCOMPARE(removal.freed, 200);
        QVERIFY(!removal.repos[0].isWhole);
        QVERIFY(!remove({kFolder, {}, true}).error);
        QVERIFY(hasBlob(u'a') && !hasBlob(u'b'));
    }

    void whatADownloadHoldsStays_data()
    {
        QTest::addColumn<CacheChoice>("choice");
        QTest::newRow("a content of a revision") << CacheChoice{kFolder, {kTwo}};
        QTest::newRow("the whole repository") << CacheChoice{kFolder, {}, true};
    }
    void whatADownloadHoldsStays()
    {
        QFETCH(CacheChoice, choice);
        addTwoCommits();
        FileLock lock(lockOf(u'c'));
        QVERIFY(*lock.tryLock() == FileLock::Outcome::Taken);
        const RemovalOutcome outcome = remove(choice);
        QCOMPARE(outcome.held, QStringList{kFolder});
        QVERIFY(hasBlob(u'c'));
        lock.unlock();
        QVERIFY(remove({kFolder, {}, true}).held.isEmpty());
        QVERIFY(!disk::isThere(m_maker->layout().repo(kRepo)));
    }

    void partsGoUnlessSomebodyIsAtThem()
    {
        m_maker->add(kRepo, kOne, u"a"_s, 1, {u"main"_s});
        const QString held = m_maker->layout().part(kRepo, CacheMaker::etagOf(u'b'));
        const QString free = m_maker->layout().part(kRepo, CacheMaker::etagOf(u'c'));
        const QString fresh = m_maker->layout().blob(kRepo, u"odd.incomplete"_s);
        const QString old = m_maker->layout().blob(kRepo, u"older.incomplete"_s);
        for (const QString &part : {held, free, fresh, old})
            disk::put(part, "123");
        makeOld(old);
        FileLock lock(lockOf(u'b'));
        QVERIFY(*lock.tryLock() == FileLock::Outcome::Taken);

        const CacheChoice parts{kFolder, {}, false, true};
        QCOMPARE(plan(parts).bytes(), 12);
        const RemovalOutcome outcome = remove(parts);
        QCOMPARE(outcome.freed, 6);
        QCOMPARE(outcome.held, QStringList{kFolder});
        QVERIFY(disk::isThere(held) && !disk::isThere(free));
        QVERIFY(disk::isThere(fresh) && !disk::isThere(old));  // No lock is known for them: their age tells.
        QVERIFY(hasBlob(u'a'));
    }

    void aCommitThatCameMeanwhileKeepsItsContents()
    {
        addTwoCommits();
        const CacheContents before = scan();
        m_maker->point(kRepo, CacheMaker::commitOf(u'3'), u"c.bin"_s, u'c');
        QVERIFY(!CacheRemover(before).remove({{kFolder, {kTwo}}}).error);
        QVERIFY(hasBlob(u'c'));
    }

    void whatAKilledDeletionLeftGoesWithTheNext()
    {
        addTwoCommits();
        disk::put(m_maker->layout().repo(kRepo) + u"/.hubdeck-deleted.0a1b2c3d/deep/a.bin"_s, "123");
        QCOMPARE(scan().repos.value(0).problem, CacheProblem::None);
        QVERIFY(!remove({kFolder, {kTwo}}).error);
        QVERIFY(!disk::isThere(m_maker->layout().repo(kRepo) + u"/.hubdeck-deleted.0a1b2c3d"_s));
    }

    void whatIsNotThereIsNoPlan()
    {
        addTwoCommits();
        QVERIFY(plan({u"models--no--body"_s, {}, true}).isEmpty());
        QVERIFY(plan({kFolder, {CacheMaker::commitOf(u'9')}}).isEmpty());
        QVERIFY(plan({kFolder, {}, false, true}).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestCacheRemoval)
#include "tst_cacheremoval.moc"
