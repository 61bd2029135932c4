// SPDX-License-Identifier: Apache-2.0
#include "local/cachelayout.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

Q_DECLARE_METATYPE(RepoId)

class TestCacheLayout : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesFolders_data()
    {
        QTest::addColumn<RepoId>("repo");
        QTest::addColumn<QString>("folder");
        QTest::newRow("a model, its case kept") << RepoId{RepoType::Model, u"Org/Name"_s} << u"models--Org--Name"_s;
        QTest::newRow("an old model without an owner") << RepoId{RepoType::Model, u"gpt2"_s} << u"models--gpt2"_s;
        QTest::newRow("a dataset") << RepoId{RepoType::Dataset, u"o/d.x"_s} << u"datasets--o--d.x"_s;
        QTest::newRow("a Space") << RepoId{RepoType::Space, u"o/s_1"_s} << u"spaces--o--s_1"_s;
    }

    void namesFolders()
    {
        QFETCH(RepoId, repo);
        QTEST(CacheLayout::folderName(repo), "folder");
    }

    void knowsWhereAllLies()
    {
        const CacheLayout layout(u"/c"_s);
        const RepoId repo{RepoType::Model, u"o/n"_s};
        const QString commit(40, u'c');
        const QString etag(64, u'e');
        const QString folder = u"/c/models--o--n"_s;
        QCOMPARE(layout.repo(repo), folder);
        QCOMPARE(layout.blob(repo, etag), folder + u"/blobs/"_s + etag);
        QCOMPARE(layout.part(repo, etag), folder + u"/blobs/"_s + etag + u".hubdeck.part"_s);
        QCOMPARE(layout.pointer(repo, commit, u"a/b %1.txt"_s), folder + u"/snapshots/"_s + commit + u"/a/b %1.txt"_s);
        QCOMPARE(layout.ref(repo, u"refs/pr/1"_s), folder + u"/refs/refs/pr/1"_s);
        QCOMPARE(layout.tree(repo, commit), folder + u"/trees/"_s + commit + u".json"_s);
        QCOMPARE(layout.noExist(repo, commit, u"a/b"_s), folder + u"/.no_exist/"_s + commit + u"/a/b"_s);
        QCOMPARE(layout.lock(repo, etag), u"/c/.locks/models--o--n/"_s + etag + u".lock"_s);
    }
};

QTEST_APPLESS_MAIN(TestCacheLayout)
#include "tst_cachelayout.moc"
