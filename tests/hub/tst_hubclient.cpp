// SPDX-License-Identifier: Apache-2.0
#include "core/contenthash.h"
#include "hub/commits.h"
#include "hub/filemetadata.h"
#include "hub/hubclient.h"
#include "hub/network.h"
#include "hub/refs.h"
#include "hub/repoinfo.h"
#include "hub/tree.h"
#include "hub/whoami.h"
#include "localhub/server.h"
#include "support/onetoken.h"

#include <QCryptographicHash>
#include <QNetworkAccessManager>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;
using localhub::RepoName;

namespace {

const RepoId kModel{RepoType::Model, u"ada/engine"_s};
const RepoId kPrivate{RepoType::Model, u"ada/diary"_s};
const RepoId kGated{RepoType::Dataset, u"ada/gated"_s};
const RepoId kMissing{RepoType::Model, u"ada/nothing"_s};
const QString kOddName = u"a b/größe #1 100%+.txt"_s;
const QByteArray kLarge = QByteArray("weights").repeated(40'000);

localhub::NewCommit commitOf(const QByteArray &title, const QList<Change> &changes)
{
    return {.authorName = "ada",
            .authorEmail = "ada@example.org",
            .time = QDateTime::fromSecsSinceEpoch(1'700'000'000, QTimeZone::utc()),
            .message = title,
            .parent = {},
            .changes = changes};
}

QString blobIdOf(const QByteArray &bytes)
{
    ContentHash hash(ContentHash::Kind::GitBlob, bytes.size());
    hash.add(bytes);
    return QString::fromLatin1(hash.hex());
}

}  // namespace

/// The client against a real Hub.
class TestHubClient : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::shared_ptr<localhub::Store> m_store;
    std::shared_ptr<localhub::Server> m_server;
    std::unique_ptr<QNetworkAccessManager> m_network;
    QString m_head;

    /// What \a call answers to the owner of \a token, nobody where it is empty.
    template<typename T>
    Result<T> ask(const ApiCall<T> &call, const QByteArray &token = {})
    {
        const OneToken credentials(token);
        HubClient client(m_network.get(), QUrl(m_server->url()), {}, &credentials);
        std::optional<Result<T>> got;
        client.send(call, &client, [&got](const Result<T> &answer) { got = answer; });
        if (!QTest::qWaitFor([&got] { return got.has_value(); }, 20'000))
            return Error{Error::Kind::Timeout, u"the test waited too long"_s};
        return *got;
    }

    QByteArray commit(const RepoName &name, const QByteArray &ref, const QByteArray &title,
                      const QList<Change> &changes)
    {
        const auto id = m_store->commit(name, ref, commitOf(title, changes));
        return id ? *id : QByteArray();
    }

    void fill()
    {
        const RepoName model{localhub::RepoType::Model, "ada", "engine"};
        const RepoName diary{localhub::RepoType::Model, "ada", "diary"};
        const RepoName gated{localhub::RepoType::Dataset, "ada", "gated"};
        QVERIFY(!m_store->createRepo(model, {}));
        localhub::RepoInfo closed;
        closed.isPrivate = true;
        localhub::RepoInfo asksFirst;
        asksFirst.gate = localhub::Gate::Manual;
        QVERIFY(!m_store->createRepo(diary, closed));
        QVERIFY(!m_store->createRepo(gated, asksFirst));
        QList<Change> many;
        for (int i = 0; i < 2'100; ++i)
            many << Change::put("many/" + QByteArray::number(i) + ".txt", QByteArray::number(i));
        const auto large = m_store->putLarge(kLarge);
        QVERIFY(bool(large));
        const QByteArray first = commit(model, "main", "Begin", many);
        const QByteArray head = commit(model, "main", "Add files\n\nWith a word on why.",
                                       {Change::put("README.md", "---\nlicense: mit\n---\n# Engine\n"),
                                        Change::put(kOddName.toUtf8(), "odd"), Change::put("empty.txt", ""),
                                        Change::putLarge("onnx/model.bin", *large)});
        m_head = QString::fromLatin1(head);
        QVERIFY(!m_store->createBranch(model, "feat/x", first));
        QVERIFY(!m_store->createBranch(model, "größe", first));
        QVERIFY(!m_store->createTag(model, "v1.0", first));
        QVERIFY(!m_store->createPullRequest(model, 1, head));
        QVERIFY(!commit(diary, "main", "Begin", {Change::put("a.txt", "secret")}).isEmpty());
        QVERIFY(!commit(gated, "main", "Begin", {Change::put("a.txt", "gated")}).isEmpty());
    }

private Q_SLOTS:
    void initTestCase()
    {
        const auto store = localhub::Store::open(m_folder.path());
        QVERIFY(bool(store));
        m_store = *store;
        fill();
        const auto server = localhub::Server::start(
            m_store, {.users = {{"ada", "hf_ada", true, {"acme"}}, {"bob", "hf_bob", false}}});
        QVERIFY(bool(server));
        m_server = *server;
        m_network = hub::makeNetwork({});
    }

    void tellsOfARepository()
    {
        const auto info = ask(hub::repoInfo(kModel, {}));
        QVERIFY2(bool(info), info ? "" : qPrintable(info.error().detail));
        QVERIFY(info->id == kModel);
        QCOMPARE(info->sha, m_head);
        QCOMPARE(info->license, u"mit"_s);
        QVERIFY(!info->isPrivate);
        QVERIFY(info->lastModified.isValid());
    }

    void knowsRevisions_data()
    {
        QTest::addColumn<QString>("revision");
        QTest::addColumn<bool>("isHead");

        QTest::newRow("a branch") << u"main"_s << true;
        QTest::newRow("a branch with a slash") << u"feat/x"_s << false;
        QTest::newRow("a branch with an umlaut") << u"größe"_s << false;
        QTest::newRow("a tag") << u"v1.0"_s << false;
        QTest::newRow("a pull request") << u"refs/pr/1"_s << true;
    }

    void knowsRevisions()
    {
        QFETCH(QString, revision);
        QFETCH(bool, isHead);
        const auto info = ask(hub::repoInfo(kModel, revision));
        QVERIFY2(bool(info), info ? "" : qPrintable(info.error().detail));
        QCOMPARE(info->sha == m_head, isHead);
        QVERIFY(bool(ask(hub::repoInfo(kModel, info->sha))));
        QVERIFY(bool(ask(hub::tree(kModel, revision, u"many"_s, false))));
        QVERIFY(bool(ask(hub::commits(kModel, revision, 5))));
    }

    void listsAFolder()
    {
        const auto page = ask(hub::tree(kModel, m_head, {}, false));
        QVERIFY(bool(page));
        QStringList rows;
        for (const TreeEntry &entry : page->items)
            rows << entry.file.path + (entry.isFolder ? u"/"_s : u""_s);
        QVERIFY(rows.contains(u"onnx/"_s) && rows.contains(u"a b/"_s) && rows.contains(u"README.md"_s));
        QVERIFY(!rows.contains(u"onnx/model.bin"_s));
        const auto below = ask(hub::tree(kModel, m_head, u"a b"_s, false));
        QVERIFY(bool(below));
        QCOMPARE(below->items.value(0).file.path, kOddName);
    }

    void listsAllPagesOfATree()
    {
        const OneToken credentials(QByteArray{});
        HubClient client(m_network.get(), QUrl(m_server->url()), {}, &credentials);
        QHash<QString, RemoteFile> files;
        int pages = 0;
        bool isOver = false;
        client.stream(hub::tree(kModel, m_head, {}, true), this, [&](const Result<Page<TreeEntry>> &page) {
            ++pages;
            isOver = !page || !page->next.isValid();
            for (const TreeEntry &entry : page ? page->items : QList<TreeEntry>()) {
                if (!entry.isFolder)
                    files[entry.file.path] = entry.file;
            }
            return true;
        });
        QTRY_VERIFY_WITH_TIMEOUT(isOver, 20'000);
        QCOMPARE(pages, 3);
        const RemoteFile large = files.value(u"onnx/model.bin"_s);
        QCOMPARE(large.size, kLarge.size());
        QCOMPARE(large.sha256.toLatin1(), QCryptographicHash::hash(kLarge, QCryptographicHash::Sha256).toHex());
        QCOMPARE(files.value(kOddName).etag(), blobIdOf("odd"));
        QCOMPARE(files.value(u"empty.txt"_s).etag(), blobIdOf(""));
        QCOMPARE(files.value(u"empty.txt"_s).size, 0);
        QCOMPARE(files.value(u"many/2099.txt"_s).size, 4);
    }

    void tellsOfAFile_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QByteArray>("bytes");

        QTest::newRow("a small file") << u"README.md"_s << QByteArray("---\nlicense: mit\n---\n# Engine\n");
        QTest::newRow("a name with marks and umlauts") << kOddName << QByteArray("odd");
        QTest::newRow("an empty file") << u"empty.txt"_s << QByteArray();
        QTest::newRow("a large file, whose bytes lie elsewhere") << u"onnx/model.bin"_s << kLarge;
    }

    void tellsOfAFile()
    {
        QFETCH(QString, path);
        QFETCH(QByteArray, bytes);
        const auto metadata = ask(hub::fileMetadata(kModel, u"main"_s, path));
        QVERIFY2(bool(metadata), metadata ? "" : qPrintable(metadata.error().detail));
        QCOMPARE(metadata->commit, m_head);
        QCOMPARE(metadata->file.path, path);
        QCOMPARE(metadata->file.size, bytes.size());
        ContentHash hash(ContentHash::kindOf(metadata->file.etag()), bytes.size());
        hash.add(bytes);
        QCOMPARE(metadata->file.etag().toLatin1(), hash.hex());
    }

    void listsRefs()
    {
        const auto refs = ask(hub::refs(kModel));
        QVERIFY(bool(refs));
        QStringList names;
        for (const Ref &ref : refs->branches)
            names << ref.name;
        names.sort();
        QCOMPARE(names, (QStringList{u"feat/x"_s, u"größe"_s, u"main"_s}));
        QCOMPARE(refs->tags.value(0).name, u"v1.0"_s);
        QCOMPARE(refs->pullRequests.value(0).revision, u"refs/pr/1"_s);
        QCOMPARE(refs->pullRequests.value(0).commit, m_head);
    }

    void listsCommits()
    {
        const auto page = ask(hub::commits(kModel, u"main"_s, 1));
        QVERIFY(bool(page));
        QCOMPARE(page->items.size(), 1);
        QCOMPARE(page->items[0].id, m_head);
        QCOMPARE(page->items[0].title, u"Add files"_s);
        QCOMPARE(page->items[0].authors, QStringList{u"ada"_s});
        QCOMPARE(page->items[0].date, QDateTime::fromSecsSinceEpoch(1'700'000'000, QTimeZone::utc()));
        QVERIFY(page->next.isValid());
        ApiCall<Page<Commit>> next = hub::commits(kModel, u"main"_s, 1);
        next.address = page->next;
        QCOMPARE(ask(next)->items.value(0).title, u"Begin"_s);
    }

    void knowsWhoseTokenItIs()
    {
        const auto identity = ask(hub::whoami(), "hf_ada");
        QVERIFY(bool(identity));
        QCOMPARE(identity->name, u"ada"_s);
        QCOMPARE(identity->organisations, QStringList{u"acme"_s});
        QVERIFY(ask(hub::whoami()).error().kind == Error::Kind::Unauthorized);
        QVERIFY(ask(hub::whoami(), "hf_nobody").error().kind == Error::Kind::Unauthorized);
    }

    void saysWhatIsMissing_data()
    {
        QTest::addColumn<RepoId>("repo");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QString>("revision");
        QTest::addColumn<QString>("path");
        QTest::addColumn<Error::Kind>("kind");

        const QString main = u"main"_s;
        const QString file = u"a.txt"_s;
        using Kind = Error::Kind;
        QTest::newRow("no repository, nobody") << kMissing << QByteArray() << main << file << Kind::Unauthorized;
        QTest::newRow("no repository, signed in") << kMissing << QByteArray("hf_bob") << main << file << Kind::NotFound;
        QTest::newRow("private, nobody") << kPrivate << QByteArray() << main << file << Kind::Unauthorized;
        QTest::newRow("private, somebody else") << kPrivate << QByteArray("hf_bob") << main << file << Kind::NotFound;
        QTest::newRow("gated, nobody") << kGated << QByteArray() << main << file << Kind::Gated;
        QTest::newRow("gated, somebody else") << kGated << QByteArray("hf_bob") << main << file << Kind::Gated;
        QTest::newRow("no such revision") << kModel << QByteArray() << u"nothing"_s << file << Kind::NoRevision;
        QTest::newRow("no such revision with a slash")
            << kModel << QByteArray() << u"no/thing"_s << file << Kind::NoRevision;
        QTest::newRow("no such file") << kModel << QByteArray() << main << u"größe/b.txt"_s << Kind::NoEntry;
    }

    void saysWhatIsMissing()
    {
        QFETCH(RepoId, repo);
        QFETCH(QByteArray, token);
        QFETCH(QString, revision);
        QFETCH(QString, path);
        QFETCH(Error::Kind, kind);
        const auto metadata = ask(hub::fileMetadata(repo, revision, path), token);
        QVERIFY(!metadata);
        QVERIFY2(metadata.error().kind == kind, qPrintable(metadata.error().detail));
        QCOMPARE(metadata.error().commit, kind == Error::Kind::NoEntry ? m_head : QString());
        QVERIFY(!metadata.error().detail.contains("hf_"_L1));
    }

    void tellsAnOldTokenFromNone()
    {
        const auto old = ask(hub::repoInfo(kModel, {}), "hf_nobody");
        const auto none = ask(hub::repoInfo(kPrivate, {}));
        QVERIFY(!old && old.error().kind == Error::Kind::Unauthorized);
        QVERIFY(!none && none.error().kind == Error::Kind::Unauthorized);
        QVERIFY(old.error().message.contains("token"_L1));
        QVERIFY(none.error().message.contains("private"_L1));
    }

    void showsGatedNamesToAll()
    {
        const auto info = ask(hub::repoInfo(kGated, {}));
        QVERIFY(bool(info));
        QVERIFY(info->gate == RepoInfo::Gate::Manual);
        QVERIFY(bool(ask(hub::tree(kGated, info->sha, {}, true))));
        QVERIFY(bool(ask(hub::fileMetadata(kGated, info->sha, u"a.txt"_s), "hf_ada")));
    }

    void opensThePrivateOneToItsOwner()
    {
        const auto info = ask(hub::repoInfo(kPrivate, {}), "hf_ada");
        QVERIFY(bool(info));
        QVERIFY(info->isPrivate);
        QVERIFY(bool(ask(hub::fileMetadata(kPrivate, {}, u"a.txt"_s), "hf_ada")));
    }

    void saysThatAFileIsNoFolder()
    {
        const auto page = ask(hub::tree(kModel, m_head, u"README.md"_s, false));
        QVERIFY(!page);
        QVERIFY(page.error().kind == Error::Kind::NoEntry || page.error().kind == Error::Kind::NotFound);
    }

    void saysThatNobodyIsThere()
    {
        const OneToken credentials(QByteArray{});
        HubClient client(m_network.get(), QUrl(u"http://127.0.0.1:1"_s), {}, &credentials);
        std::optional<Error> error;
        client.send(hub::whoami(), this, [&error](const Result<Identity> &answer) { error = answer.error(); });
        QTRY_VERIFY(error);
        QVERIFY(error->kind == Error::Kind::Offline);
    }

    void cleanupTestCase()
    {
        m_network.reset();
        m_server.reset();
    }
};

QTEST_GUILESS_MAIN(TestHubClient)
#include "tst_hubclient.moc"
