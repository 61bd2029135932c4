// SPDX-License-Identifier: Apache-2.0
#include "local/handout.h"
#include "support/cachemaker.h"

#include <QDateTime>
#include <QTest>

#include <sys/stat.h>
#include <utime.h>

using namespace Qt::Literals::StringLiterals;

class TestHandOut : public QObject
{
    Q_OBJECT

    const RepoId m_repo{RepoType::Model, u"o/model"_s};
    const QString m_commit = CacheMaker::commitOf(u'1');
    std::unique_ptr<QTemporaryDir> m_dir;
    std::unique_ptr<CacheMaker> m_maker;

    RepoCache cache() const { return {m_maker->layout(), m_repo, LinkMode::Symlinks}; }
    QString repo() const { return m_maker->layout().repo(m_repo); }
    HandOut give(const QStringList &paths, const QString &folder = {}) const
    {
        return HandOut(cache(), m_commit, folder, paths);
    }
    QStringList foldersOfDrags() const
    {
        return QDir(repo()).entryList({u".hubdeck.drag-*"_s}, QDir::Dirs | QDir::Hidden);
    }

private Q_SLOTS:
    void init()
    {
        m_dir = std::make_unique<QTemporaryDir>();
        m_maker = std::make_unique<CacheMaker>(m_dir->filePath(u"cache"_s));
        m_maker->add(m_repo, m_commit, u"ab"_s, 1000);
        m_maker->point(m_repo, m_commit, u"onnx/deep/x.bin"_s, u'a');
    }

    void filesHaveTheirNamesAndCostNothing()
    {
        const HandOut out = give({u"a.bin"_s, u"b.bin"_s});
        QCOMPARE(out.places().size(), 2);
        QCOMPARE(QFileInfo(out.places().constFirst()).fileName(), u"a.bin"_s);
        QCOMPARE(disk::contentOf(out.places().constFirst()), QByteArray(1000, 'a'));
        QCOMPARE(disk::linkAt(out.places().constFirst()), "<no link>");
        struct stat given = {};
        struct stat kept = {};
        QCOMPARE(::stat(QFile::encodeName(out.places().constFirst()), &given), 0);
        QCOMPARE(::stat(QFile::encodeName(m_maker->layout().blob(m_repo, CacheMaker::etagOf(u'a'))), &kept), 0);
        QCOMPARE(given.st_ino, kept.st_ino);
    }

    void filesOfAFolderAreGivenAsThatFolder()
    {
        const HandOut out = give({u"onnx/deep/x.bin"_s});
        QCOMPARE(out.places().size(), 1);
        QCOMPARE(QFileInfo(out.places().constFirst()).fileName(), u"onnx"_s);
        QCOMPARE(disk::contentOf(out.places().constFirst() + u"/deep/x.bin"_s), QByteArray(1000, 'a'));
        const HandOut inner = give({u"onnx/deep/x.bin"_s}, u"onnx/deep"_s);
        QCOMPARE(QFileInfo(inner.places().constFirst()).fileName(), u"x.bin"_s);
    }

    void goWithTheirOwner()
    {
        {
            const HandOut out = give({u"a.bin"_s});
            QCOMPARE(foldersOfDrags().size(), 1);
        }
        QCOMPARE(foldersOfDrags(), QStringList());
        QCOMPARE(disk::contentOf(m_maker->layout().pointer(m_repo, m_commit, u"a.bin"_s)), QByteArray(1000, 'a'));
    }

    void whatAKilledProgramLeftGoesAfterADay()
    {
        const QString old = repo() + u"/.hubdeck.drag-oldOld"_s;
        const QString fresh = repo() + u"/.hubdeck.drag-newNew"_s;
        disk::put(old + u"/a.bin"_s, "x");
        disk::put(fresh + u"/a.bin"_s, "x");
        const utimbuf longAgo{0, QDateTime::currentSecsSinceEpoch() - 3 * 86'400};
        QCOMPARE(::utime(QFile::encodeName(old), &longAgo), 0);
        const HandOut out = give({u"a.bin"_s});
        QVERIFY(!disk::isThere(old));
        QVERIFY(disk::isThere(fresh));
    }

    void leavesOut_data()
    {
        QTest::addColumn<QString>("path");
        QTest::newRow("what is not here") << u"c.bin"_s;
        QTest::newRow("a name that leads outside") << u"../../../outside"_s;
        QTest::newRow("a link that leads out of the cache") << u"astray.bin"_s;
        QTest::newRow("a link that leads nowhere") << u"nowhere.bin"_s;
        QTest::newRow("a folder") << u"onnx"_s;
    }
    void leavesOut()
    {
        QFETCH(const QString, path);
        disk::put(m_dir->filePath(u"outside"_s), "secret");
        disk::makeLink(m_dir->filePath(u"outside"_s), m_maker->layout().pointer(m_repo, m_commit, u"astray.bin"_s));
        m_maker->point(m_repo, m_commit, u"nowhere.bin"_s, u'z');
        QCOMPARE(give({path}).places(), QStringList());
    }

    void manyAreGivenUpToALimit()
    {
        QStringList paths;
        for (int number = 0; number < HandOut::kMaxFiles + 5; ++number) {
            paths << u"many-%1.bin"_s.arg(number);
            m_maker->point(m_repo, m_commit, paths.constLast(), u'a');
        }
        QCOMPARE(give(paths).places().size(), HandOut::kMaxFiles);
    }
};

QTEST_GUILESS_MAIN(TestHandOut)
#include "tst_handout.moc"
