// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/seeddemo.h"
#include "localhub/store/repository.h"
#include "localhub/store/store.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace localhub;

static const RepoName kLlama{RepoType::Model, "demo", "tiny-llama"};
static const RepoName kManyFiles{RepoType::Model, "demo", "many-files"};
static const RepoName kTables{RepoType::Dataset, "demo", "tables"};
static const RepoName kHello{RepoType::Space, "demo", "hello"};

/// The demo as it lies in a store, made once for all tests.
class TestSeedDemo : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(m_directory.isValid());
        QVERIFY(open(m_directory.path(), m_store));
        QElapsedTimer timer;
        timer.start();
        const std::optional<Error> error = seedDemo(*m_store);
        QVERIFY2(!error, error ? qPrintable(error->message) : "");
        qInfo("seeding took %lld ms", timer.elapsed());
    }

    void repositoriesAreThere_data()
    {
        QTest::addColumn<int>("type");
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<bool>("isPrivate");
        QTest::addColumn<int>("gate");
        const auto row = [](const char *tag, RepoType type, const QByteArray &name, bool isPrivate, Gate gate) {
            QTest::newRow(tag) << int(type) << name << isPrivate << int(gate);
        };
        row("a model with everything", RepoType::Model, "tiny-llama", false, Gate::None);
        row("a large folder", RepoType::Model, "many-files", false, Gate::None);
        row("a private model", RepoType::Model, "private", true, Gate::None);
        row("a gated model", RepoType::Model, "gated", false, Gate::Auto);
        row("a gated model whose owner decides", RepoType::Model, "gated-manual", false, Gate::Manual);
        row("a dataset", RepoType::Dataset, "tables", false, Gate::None);
        row("a space", RepoType::Space, "hello", false, Gate::None);
    }

    void repositoriesAreThere()
    {
        QFETCH(int, type);
        QFETCH(QByteArray, name);
        const auto repository = m_store->repository({RepoType(type), "demo", name});
        QVERIFY(repository);
        const RepoState state = repository->state();
        QVERIFY(!state.head.isEmpty());
        QTEST(state.info.isPrivate, "isPrivate");
        QTEST(int(state.info.gate), "gate");
        QVERIFY(paths(repository->state().name, state.head).contains("README.md"));
    }

    void modelHasTwoYearsOfHistory()
    {
        const auto repository = m_store->repository(kLlama);
        const QByteArray head = repository->state().head;
        repository->with([&](const GitRepo &repo) {
            const QList<QByteArray> history = repo.history(head);
            QVERIFY(history.size() >= 60);
            QDateTime newer = QDateTime::fromString(u"2026-12-31T00:00:00Z"_s, Qt::ISODate);
            for (const QByteArray &id : history) {
                const auto commit = repo.commit(id);
                QVERIFY(commit);
                QVERIFY2(commit->time < newer, commit->title.constData());
                QVERIFY2(!repo.changedPaths(id).isEmpty(), commit->title.constData());
                newer = commit->time;
            }
            const auto first = repo.commit(history.last());
            QVERIFY(first->time.daysTo(repo.commit(history.first())->time) > 700);
        });
    }

    void modelHasBranchesTagsAndAPullRequest()
    {
        QByteArrayList names;
        m_store->repository(kLlama)->with([&](const GitRepo &repo) {
            for (const Ref &ref : repo.refs())
                names << ref.name;
        });
        std::ranges::sort(names);
        QCOMPARE(names,
                 (QByteArrayList{"refs/heads/feat/long-context", "refs/heads/fp16", "refs/heads/main", "refs/pr/1",
                                 "refs/tags/v1.0", "refs/tags/v1.1"}));
    }

    void modelHasNamesThatAreHardOnPrograms_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("umlauts, blanks, an ampersand and a number sign") << QByteArray("notes/größe & maß #1.txt");
        QTest::newRow("a percent sign and a plus") << QByteArray("notes/100% sure+more.md");
        QTest::newRow("a blank") << QByteArray("notes/reading list.md");
        QTest::newRow("Japanese") << QByteArray("notes/日本語.txt");
        QTest::newRow("three folders down") << QByteArray("runs/2026-01/eval/results.json");
    }

    void modelHasNamesThatAreHardOnPrograms()
    {
        QFETCH(QByteArray, path);
        QVERIFY(!content(kLlama, "main", path).isEmpty());
    }

    void modelHasAnEmptyFile()
    {
        const auto repository = m_store->repository(kLlama);
        const auto size = repository->with([&](const GitRepo &repo) -> qint64 {
            const auto entry = repo.entry(*repo.resolve("main"), "notes/empty.txt");
            const auto file = entry ? repo.content(entry->id) : std::nullopt;
            return file ? file->size : -1;
        });
        QCOMPARE(size, 0);
    }

    void weightsAreLargeFilesOfTheStore_data()
    {
        QTest::addColumn<QByteArray>("revision");
        QTest::addColumn<QByteArray>("path");
        QTest::newRow("shard") << QByteArray("main") << QByteArray("model-00002-of-00003.safetensors");
        QTest::newRow("shard of the first release")
            << QByteArray("v1.0") << QByteArray("model-00003-of-00003.safetensors");
        QTest::newRow("GGUF") << QByteArray("main") << QByteArray("tiny-llama.Q4_0.gguf");
        QTest::newRow("ONNX") << QByteArray("main") << QByteArray("onnx/embeddings.onnx");
        QTest::newRow("halves") << QByteArray("fp16") << QByteArray("model.safetensors");
    }

    void weightsAreLargeFilesOfTheStore()
    {
        QFETCH(QByteArray, revision);
        QFETCH(QByteArray, path);
        const std::optional<LargeFile> large = largeFile(kLlama, revision, path);
        QVERIFY(large);
        QFile file(m_store->largePath(large->sha256));
        QVERIFY(file.exists());
        QCOMPARE(file.size(), large->size);
        QVERIFY(large->size > 1'000'000);
    }

    void releasesShareTheWeightsThatDidNotChange()
    {
        const QByteArray path = "model-00001-of-00003.safetensors";
        QCOMPARE(largeFile(kLlama, "v1.0", path)->sha256, largeFile(kLlama, "main", path)->sha256);
        const QByteArray last = "model-00003-of-00003.safetensors";
        QVERIFY(largeFile(kLlama, "v1.0", last)->sha256 != largeFile(kLlama, "main", last)->sha256);
    }

    void branchOfHalvesHasNoShards()
    {
        const QByteArrayList files = paths(kLlama, "fp16");
        QVERIFY(files.contains("model.safetensors"));
        QVERIFY(!files.contains("model.safetensors.index.json"));
    }

    void cardNamesAPictureBesideIt()
    {
        QVERIFY(content(kLlama, "main", "README.md").contains("](assets/loss-curve.png)"));
        QVERIFY(largeFile(kLlama, "main", "assets/loss-curve.png"));
    }

    void datasetHasTablesPicturesAndAnArchive()
    {
        const QByteArrayList files = paths(kTables, "main");
        for (const char *path : {"orders/train.csv", "questions/train.jsonl", "images/047.png", "extra/städte.csv"})
            QVERIFY2(files.contains(path), path);
        QVERIFY(largeFile(kTables, "main", "archives/everything.zip"));
        QVERIFY(largeFile(kTables, "main", "images/000.png"));
    }

    void folderHas100000Entries()
    {
        const auto repository = m_store->repository(kManyFiles);
        const auto list
            = repository->with([&](const GitRepo &repo) { return repo.list(*repo.resolve("main"), "data", false); });
        QVERIFY(list);
        QCOMPARE(list->size(), 100'000);
        QSet<QByteArray> distinct;
        for (const TreeEntry &entry : *list)
            distinct << entry.id;
        QCOMPARE(distinct.size(), 256);
    }

    void thereAreEnoughToPage()
    {
        QVERIFY(m_store->repositories(RepoType::Model).size() >= 300);
        QVERIFY(m_store->repositories(RepoType::Dataset).size() >= 40);
        QVERIFY(m_store->repositories(RepoType::Space).size() >= 20);
        QVERIFY(m_store->contains({RepoType::Model, "demo-labs", "tiny-llama-base"}));
        for (const auto &repository : m_store->repositories(RepoType::Model))
            QVERIFY2(!repository->state().head.isEmpty(), repository->state().name.id().constData());
    }

    void secondTimeDoesNothing()
    {
        const QByteArray before = m_store->repository(kLlama)->state().head;
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!seedDemo(*m_store));
        qInfo("the second time took %lld ms", timer.elapsed());
        QCOMPARE(m_store->repository(kLlama)->state().head, before);
    }

    void aRunThatWasKilledIsGoneOnWith()
    {
        QTemporaryDir directory;
        std::shared_ptr<Store> store;
        QVERIFY(open(directory.path(), store));
        // As it lies there when the first run ended between two commits: the same commits, but not all of them.
        QVERIFY(!store->createRepo(kLlama, m_store->repository(kLlama)->state().info));
        QVERIFY(copyFirstCommit(*store));
        QVERIFY(!seedDemo(*store));
        for (const RepoName &name : {kLlama, kManyFiles, kTables, kHello})
            QCOMPARE(heads(*store, name), heads(*m_store, name));
    }

private:
    static bool open(const QString &path, std::shared_ptr<Store> &store)
    {
        const auto opened = Store::open(path);
        if (opened)
            store = *opened;
        return bool(opened);
    }

    bool copyFirstCommit(Store &store) const
    {
        const auto repository = m_store->repository(kLlama);
        return repository->with([&](const GitRepo &repo) {
            const QByteArray id = repo.history(repository->state().head).last();
            const auto commit = repo.commit(id);
            const auto entry = repo.entry(id, ".gitattributes");
            const Result<QByteArray> copy
                = store.commit(kLlama, "main",
                               {.authorName = commit->authorName,
                                .authorEmail = commit->authorName + "@example.org",
                                .time = commit->time,
                                .message = commit->title,
                                .parent = {},
                                .changes = {Change::put(entry->path, *repo.bytes(entry->id))}});
            return copy && *copy == id;
        });
    }

    /// "refs/heads/main 607a…" and so on.
    static QByteArrayList heads(const Store &store, const RepoName &name)
    {
        QByteArrayList list;
        store.repository(name)->with([&](const GitRepo &repo) {
            for (const Ref &ref : repo.refs())
                list << ref.name + ' ' + ref.commit;
        });
        std::ranges::sort(list);
        return list;
    }

    QByteArrayList paths(const RepoName &name, const QByteArray &revision) const
    {
        QByteArrayList list;
        m_store->repository(name)->with([&](const GitRepo &repo) {
            for (const TreeEntry &entry : *repo.list(*repo.resolve(revision), {}, true))
                list << entry.path;
        });
        return list;
    }

    QByteArray content(const RepoName &name, const QByteArray &revision, const QByteArray &path) const
    {
        return m_store->repository(name)->with([&](const GitRepo &repo) {
            const auto entry = repo.entry(*repo.resolve(revision), path);
            return entry ? repo.bytes(entry->id).value_or(QByteArray()) : QByteArray();
        });
    }

    std::optional<LargeFile> largeFile(const RepoName &name, const QByteArray &revision, const QByteArray &path) const
    {
        return m_store->repository(name)->with([&](const GitRepo &repo) -> std::optional<LargeFile> {
            const auto entry = repo.entry(*repo.resolve(revision), path);
            const auto file = entry ? repo.content(entry->id) : std::nullopt;
            return file ? file->large : std::nullopt;
        });
    }

    QTemporaryDir m_directory;
    std::shared_ptr<Store> m_store;
};

QTEST_GUILESS_MAIN(TestSeedDemo)
#include "tst_seeddemo.moc"
