// SPDX-License-Identifier: Apache-2.0
#include "localhub/hubfixture.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QUrl>

class TestServer : public QObject, private HubFixture
{
    Q_OBJECT

private Q_SLOTS:
    void refusals_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("code");
        QTest::addColumn<QByteArray>("message");

        const QByteArray none;
        QTest::newRow("missing repository, anonymous")
            << "/api/models/no/no"_ba << none << 401 << none << "Invalid username or password."_ba;
        QTest::newRow("missing repository, signed in") << "/api/models/no/no"_ba
                                                       << "hf_bob"_ba << 404 << "RepoNotFound"_ba
                                                       << "Repository not found"_ba;
        QTest::newRow("missing repository, a file of it") << "/no/no/resolve/main/a"_ba
                                                          << "hf_bob"_ba << 404 << "RepoNotFound"_ba
                                                          << "Repository not found"_ba;
        QTest::newRow("the same name of another type") << "/api/spaces/ada/engine"_ba
                                                       << "hf_bob"_ba << 404 << "RepoNotFound"_ba
                                                       << "Repository not found"_ba;
        QTest::newRow("private, anonymous")
            << "/api/models/ada/secret"_ba << none << 401 << none << "Invalid username or password."_ba;
        QTest::newRow("private, of somebody else") << "/api/models/ada/secret/tree/main"_ba
                                                   << "hf_bob"_ba << 404 << "RepoNotFound"_ba
                                                   << "Repository not found"_ba;
        QTest::newRow("private, its owner") << "/api/models/ada/secret"_ba
                                            << "hf_ada"_ba << 200 << none << none;
        QTest::newRow("bad revision") << "/api/models/ada/engine/revision/no%2Fsuch"_ba << none << 404
                                      << "RevisionNotFound"_ba
                                      << "Invalid rev id: no/such"_ba;
        QTest::newRow("bad revision of a file")
            << "/ada/engine/resolve/nope/README.md"_ba << none << 404 << "RevisionNotFound"_ba
            << "Invalid rev id: nope"_ba;
        QTest::newRow("a revision that would be computed")
            << "/api/models/ada/engine/revision/main~1"_ba << none << 404 << "RevisionNotFound"_ba
            << "Invalid rev id: main~1"_ba;
        QTest::newRow("a revision that leads out")
            << "/api/models/ada/engine/revision/..%2F..%2FHEAD"_ba << none << 404 << "RevisionNotFound"_ba
            << "Invalid rev id: ../../HEAD"_ba;
        QTest::newRow("missing file") << "/ada/engine/resolve/main/none.txt"_ba << none << 404 << "EntryNotFound"_ba
                                      << "Entry not found: none.txt"_ba;
        QTest::newRow("a folder is no file") << "/ada/engine/resolve/main/sub"_ba << none << 404 << "EntryNotFound"_ba
                                             << "Entry not found: sub"_ba;
        QTest::newRow("a path that leads out")
            << "/ada/engine/resolve/main/..%2F..%2Fhub.json"_ba << none << 404 << "EntryNotFound"_ba
            << "Entry not found: ../../hub.json"_ba;
        QTest::newRow("the tree of a file")
            << "/api/models/ada/engine/tree/main/README.md"_ba << none << 404 << "EntryNotFound"_ba
            << "Entry not found: README.md"_ba;
        QTest::newRow("gated file, anonymous")
            << "/ada/gated/resolve/main/a"_ba << none << 401 << "GatedRepo"_ba << none;
        QTest::newRow("gated file, garbage for a token") << "/ada/gated/resolve/main/a"_ba
                                                         << "garbage"_ba << 401 << "GatedRepo"_ba << none;
        QTest::newRow("gated file, not admitted") << "/ada/gated/resolve/main/a"_ba
                                                  << "hf_bob"_ba << 403 << "GatedRepo"_ba << none;
        QTest::newRow("gated file, admitted") << "/ada/gated/resolve/main/a"_ba
                                              << "hf_cleo"_ba << 307 << none << none;
        QTest::newRow("gated file, its owner") << "/ada/gated/resolve/main/a"_ba
                                               << "hf_ada"_ba << 307 << none << none;
        QTest::newRow("gated, what is known of it") << "/api/models/ada/gated"_ba << none << 200 << none << none;
        QTest::newRow("gated, its tree") << "/api/models/ada/gated/tree/main"_ba << none << 200 << none << none;
        QTest::newRow("bad token") << "/api/models/ada/engine"_ba
                                   << "garbage"_ba << 401 << none << "Invalid credentials in Authorization header"_ba;
        QTest::newRow("whoami, anonymous")
            << "/api/whoami-v2"_ba << none << 401 << none << "Invalid username or password."_ba;
        QTest::newRow("whoami, bad token")
            << "/api/whoami-v2"_ba
            << "garbage"_ba << 401 << none << "Invalid credentials in Authorization header"_ba;
        QTest::newRow("an unknown field") << "/api/models/ada/engine?expand=nonsense"_ba << none << 400 << none << none;
        QTest::newRow("an unknown order") << "/api/models?sort=nonsense"_ba << none << 400 << none << none;
        QTest::newRow("no such address") << "/api/nothing"_ba << none << 404 << none << none;
        QTest::newRow("git's own files are not served") << "/ada/engine.git/config"_ba << none << 404 << none << none;
    }

    void refusals()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, token);
        QFETCH(QByteArray, message);
        QFETCH(int, status);
        const Reply reply = get(target, token);
        QCOMPARE(reply.status, status);
        QTEST(reply.headers.value("x-error-code"), "code");
        if (!message.isEmpty()) {
            QCOMPARE(reply.headers.value("x-error-message"), message);
            QCOMPARE(reply.json()["error"_L1].toString().toUtf8(), message);
        }
        QCOMPARE(reply.headers.contains("www-authenticate"), status == 401);
        QVERIFY(reply.headers.contains("x-request-id"));
        QVERIFY(reply.headers.contains("ratelimit"));
        QVERIFY(reply.headers.contains("ratelimit-policy"));
        if (reply.headers.value("x-error-code") == "EntryNotFound")
            QCOMPARE(reply.headers.value("x-repo-commit"), m_commit);
    }

    void smallFile()
    {
        RawClient http = client();
        const Reply first
            = http.send("HEAD", "/ada/engine/resolve/main/sub/deep/a%20b%23%25%2B%C3%BC.txt?download=true");
        QCOMPARE(first.status, 307);
        const QByteArray etag
            = '"' + QCryptographicHash::hash("blob 3\0abc"_ba, QCryptographicHash::Sha1).toHex() + '"';
        QCOMPARE(first.headers.value("x-linked-etag"), etag);
        QCOMPARE(first.headers.value("x-repo-commit"), m_commit);
        const QByteArray location = first.headers.value("location");
        QVERIFY2(location.startsWith("/api/resolve-cache/models/ada/engine/" + m_commit + '/'), location);

        const Reply second = http.send("HEAD", location);
        QCOMPARE(second.status, 200);
        QCOMPARE(second.headers.value("content-length"), "3"_ba);
        QCOMPARE(second.headers.value("etag"), etag);
        QCOMPARE(second.headers.value("x-repo-commit"), m_commit);
        QVERIFY(second.headers.value("content-disposition").startsWith("attachment;"));
        QCOMPARE(http.get(location).body, "abc"_ba);
        QCOMPARE(http.get(location, {"Range: bytes=1-"}).body, "bc"_ba);
        QCOMPARE(http.get("/ada/engine/raw/main/sub/deep/a%20b%23%25%2B%C3%BC.txt").body, "abc"_ba);
        const Reply empty = http.get(http.get("/ada/engine/resolve/main/empty").headers.value("location"));
        QCOMPARE(empty.status, 200);
        QCOMPARE(empty.headers.value("content-length"), "0"_ba);
    }

    void largeFile()
    {
        const QByteArray sha256 = QCryptographicHash::hash(kLarge, QCryptographicHash::Sha256).toHex();
        const Reply first = client().send("HEAD", "/ada/engine/resolve/main/sub/big.bin");
        QCOMPARE(first.status, 302);
        QCOMPARE(first.headers.value("x-linked-size").toLongLong(), kLarge.size());
        QCOMPARE(first.headers.value("x-linked-etag"), '"' + sha256 + '"');
        QCOMPARE(first.headers.value("x-repo-commit"), m_commit);
        const QUrl location = QUrl::fromEncoded(first.headers.value("location"));
        QCOMPARE(location.port(), int(m_server->cdnPort()));
        const QByteArray target = location.toEncoded(QUrl::RemoveScheme | QUrl::RemoveAuthority);

        RawClient cdn(m_server->cdnPort());
        const Reply whole = cdn.get(target);
        QCOMPARE(whole.status, 200);
        QCOMPARE(whole.body, kLarge);
        QVERIFY(!whole.headers.value("etag").contains(sha256));
        const Reply part = cdn.get(target, {"Range: bytes=500000-"});
        QCOMPARE(part.status, 206);
        QCOMPARE(part.headers.value("content-range"), "bytes 500000-999999/1000000"_ba);
        QCOMPARE(part.body, kLarge.sliced(500000));
        QCOMPARE(cdn.get(target, {"Range: bytes=1000000-"}).status, 416);
        QCOMPARE(cdn.get(target, {"Authorization: Bearer hf_ada"}).status, 400);
        QCOMPARE(cdn.get(target + '0').status, 403);
        QCOMPARE(cdn.get("/lfs/" + sha256).status, 403);
        QCOMPARE(cdn.get("/api/models/ada/engine").status, 404);
        QVERIFY(get("/ada/engine/raw/main/sub/big.bin").body.contains("oid sha256:" + sha256 + "\nsize 1000000\n"));
    }

    void onlyThisComputer()
    {
        const QByteArray port = QByteArray::number(m_server->port());
        QCOMPARE(client().get("/", {"Host: localhost:" + port}).status, 200);
        QCOMPARE(client().get("/", {"Host: [::1]:" + port}).status, 200);
        QCOMPARE(client().get("/", {"Host: evil.example.org:" + port}).status, 403);
        QCOMPARE(client().get("/", {"Host: localhost"}).status, 403);
        QCOMPARE(client().get("/", {"Origin: http://evil.example.org"}).status, 403);
        QCOMPARE(client().get("/", {"Origin: null"}).status, 403);
        QCOMPARE(client().get("/", {"Origin: http://127.0.0.1:" + port}).status, 200);
        QCOMPARE(RawClient(m_server->cdnPort()).get("/", {"Host: 127.0.0.1:" + port}).status, 403);
    }

    void largeFilesOfGit()
    {
        const QByteArray sha256 = QCryptographicHash::hash(kLarge, QCryptographicHash::Sha256).toHex();
        const QByteArray wish
            = "{\"operation\":\"download\",\"objects\":[{\"oid\":\"" + sha256 + "\",\"size\":1000000}]}";
        RawClient http = client();
        const Reply found = http.send("POST", "/ada/engine.git/info/lfs/objects/batch", {}, wish);
        QCOMPARE(found.headers.value("content-type"), "application/vnd.git-lfs+json"_ba);
        QVERIFY(!found.json()["objects"_L1][0]["actions"_L1]["download"_L1]["href"_L1].toString().isEmpty());
        // Whoever knows a hash gets no file of a repository that it is not in.
        const Reply other = http.send("POST", "/datasets/ada/d1.git/info/lfs/objects/batch", {}, wish);
        QCOMPARE(other.json()["objects"_L1][0]["error"_L1]["code"_L1].toInt(), 404);
        QCOMPARE(
            http.send("POST", "/ada/engine.git/info/lfs/objects/batch", {}, "{\"operation\":\"upload\",\"objects\":[]}")
                .status,
            403);
    }

    void gitClones()
    {
        QTemporaryDir target;
        QProcess git;
        git.setProcessEnvironment([] {
            auto environment = QProcessEnvironment::systemEnvironment();
            environment.insert(u"GIT_LFS_SKIP_SMUDGE"_s, u"1"_s);
            environment.insert(u"GIT_TERMINAL_PROMPT"_s, u"0"_s);
            return environment;
        }());
        git.start(u"git"_s, {u"clone"_s, u"-q"_s, m_server->url() + u"/ada/engine"_s, target.filePath(u"x"_s)});
        QVERIFY(git.waitForFinished());
        QVERIFY2(git.exitCode() == 0, git.readAllStandardError());
        QFile file(target.filePath(u"x/README.md"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QVERIFY(file.readAll().endsWith("# Hi\n"));
        git.start(u"git"_s, {u"clone"_s, u"-q"_s, m_server->url() + u"/ada/secret"_s, target.filePath(u"y"_s)});
        QVERIFY(git.waitForFinished());
        QVERIFY(git.exitCode() != 0);
    }

    void whatNobodyReadsIsNoNextRequest()
    {
        RawClient http = client();
        QCOMPARE(http.send("POST", "/api/nothing", {}, "GET /api/models/ada/engine HTTP/1.1\r\n\r\n").status, 404);
        QCOMPARE(http.get("/").body, "This is a hub of localhub.\n"_ba);
    }

    void isThereAgainAfterwards()
    {
        QElapsedTimer timer;
        RawClient idle = client();
        QCOMPARE(idle.get("/").status, 200);
        timer.start();
        m_server.reset();
        QVERIFY2(timer.elapsed() < 2000, "a connection that nobody uses must not hold up the end");
        const auto store = Store::open(m_dir.path());
        QVERIFY(store);
        QVERIFY(!Store::open(m_dir.path()));  // One at a time.
        m_server = *Server::start(*store, {});
        QCOMPARE(get("/api/models/ada/engine").json()["sha"_L1].toString().toLatin1(), m_commit);
        QCOMPARE(get("/api/models/ada/engine").json()["likes"_L1].toInt(), 3);
        QCOMPARE(get("/api/models/ada/secret").status, 401);
        QCOMPARE(client().send("HEAD", "/ada/engine/resolve/main/sub/big.bin").status, 302);
    }
};

QTEST_GUILESS_MAIN(TestServer)
#include "tst_server.moc"
