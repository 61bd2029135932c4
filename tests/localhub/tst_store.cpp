// SPDX-License-Identifier: Apache-2.0
#include "localhub/store/repository.h"
#include "localhub/store/store.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;
using namespace localhub;

static const RepoName kModel{RepoType::Model, "ada", "engine"};

static NewCommit commitOf(const QByteArray &title, const QList<Change> &changes)
{
    return {.authorName = "Ada",
            .authorEmail = "ada@example.org",
            .time = QDateTime::fromSecsSinceEpoch(1700000000, QTimeZone::utc()),
            .message = title,
            .changes = changes};
}

static QString outputOfGit(const QString &directory, const QStringList &arguments)
{
    QProcess process;
    process.start(u"git"_s, QStringList{u"-C"_s, directory} + arguments);
    process.waitForFinished();
    return QString::fromUtf8(process.readAllStandardOutput() + process.readAllStandardError());
}

class TestStore : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_dir;
    std::shared_ptr<Store> m_store;

    void reopen()
    {
        m_store.reset();
        auto opened = Store::open(m_dir.path());
        QVERIFY(opened);
        m_store = *opened;
    }
    QString gitDirectory(const RepoName &name = kModel) const { return m_store->repository(name)->path(); }
    Error::Kind kindOf(const Result<QByteArray> &result) const
    {
        return result ? Error::Kind::Cancelled : result.error().kind;
    }

private Q_SLOTS:
    void init()
    {
        m_store.reset();
        QDir(m_dir.path()).removeRecursively();
        QDir().mkpath(m_dir.path());
        reopen();
        QVERIFY(!m_store->createRepo(kModel, {}));
    }

    void idsAreThoseOfGit()
    {
        const auto id = m_store->commit(kModel, "main",
                                        commitOf("First\n\nWith more.", {Change::put("a/b ü#%+.txt", "hello\n")}));
        QVERIFY(id);
        const auto entry
            = m_store->repository(kModel)->with([&](const GitRepo &repo) { return repo.entry(*id, "a/b ü#%+.txt"); });
        QVERIFY(entry);
        QCOMPARE(entry->id, QByteArray("ce013625030ba8dba906f756967f9e9ca394464a"));
        QCOMPARE(outputOfGit(gitDirectory(), {u"rev-parse"_s, u"main"_s}).trimmed(), QString::fromLatin1(*id));
        QCOMPARE(outputOfGit(gitDirectory(), {u"fsck"_s, u"--strict"_s}), QString());
        const auto info = m_store->repository(kModel)->with([&](const GitRepo &repo) { return repo.commit(*id); });
        QCOMPARE(info->title, QByteArray("First"));
        QCOMPARE(info->message, QByteArray("With more."));
    }

    void manyChangesBecomeOnePack()
    {
        QList<Change> changes;
        for (int i = 0; i < 100000; ++i) {
            const QByteArray number = QByteArray::number(i).rightJustified(6, '0');
            changes += Change::put("data/" + number + ".txt", "The file number " + number + " of many.\n");
        }
        changes += Change::put("data", "x");
        QCOMPARE(kindOf(m_store->commit(kModel, "main", commitOf("Wrong", changes))), Error::Kind::Refused);
        changes.removeLast();

        QElapsedTimer timer;
        timer.start();
        const auto id = m_store->commit(kModel, "main", commitOf("Many", changes));
        QVERIFY(id);
        qInfo("100000 files: %lld ms", timer.restart());
        const auto list = m_store->repository(kModel)->list(*id, {}, true);
        QCOMPARE(list->size(), 100001);
        QCOMPARE(list->last().path, QByteArray("data/099999.txt"));
        qInfo("listed: %lld ms", timer.restart());
        QCOMPARE(outputOfGit(gitDirectory(), {u"fsck"_s, u"--strict"_s, u"--full"_s}), QString());
        QCOMPARE(QDir(gitDirectory() + u"/objects/pack"_s).entryList({u"*.pack"_s}).size(), 1);
    }

    void manyRepositoriesAreQuicklyMade()
    {
        QElapsedTimer timer;
        timer.start();
        for (int i = 0; i < 300; ++i) {
            const RepoName name{RepoType::Model, "demo", "m" + QByteArray::number(i)};
            QVERIFY(!m_store->createRepo(name, {}));
            QVERIFY(m_store->commit(
                name, "main",
                commitOf("First", {Change::put("README.md", "# Hi\n"), Change::put("config.json", "{}")})));
        }
        qInfo("300 repositories: %lld ms", timer.restart());
        reopen();
        qInfo("opened again: %lld ms", timer.elapsed());
        QCOMPARE(m_store->repositories(RepoType::Model).size(), 301);
    }
};

QTEST_GUILESS_MAIN(TestStore)
#include "tst_store.moc"
