// SPDX-License-Identifier: Apache-2.0
#include "localhub/rawclient.h"
#include "localhub/server.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;
using namespace localhub;

/// Who signs in with what, what whoami says of it, and what it is good for.
class TestAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        const auto store = Store::open(m_dir.path());
        for (const auto &[owner, name, info] :
             {std::tuple("ada", "open", RepoInfo()), std::tuple("ada", "secret", RepoInfo{.isPrivate = true}),
              std::tuple("acme", "secret", RepoInfo{.isPrivate = true}),
              std::tuple("acme", "other", RepoInfo{.isPrivate = true}),
              std::tuple("ada", "gated", RepoInfo{.gate = Gate::Manual, .admitted = {u"bob"_s}})}) {
            const RepoName repo{RepoType::Model, owner, name};
            QVERIFY(!(*store)->createRepo(repo, info));
            QVERIFY((*store)->commit(
                repo, "main",
                {.authorName = "A", .authorEmail = "a@b.c", .message = "x", .changes = {Change::put("a", "b")}}));
        }
        const QDateTime now = QDateTime::currentDateTimeUtc();
        m_server = *Server::start(
            *store,
            {.users = {{"ada", "hf_adaWrite", true, {"acme"}}, {"ada", "hf_adaRead", false}, {"bob", "hf_bob"}},
             .tokens
             = {{.secret = "hf_fineNone", .user = "ada", .role = Token::Role::FineGrained},
                parsed("ada:hf_fineRead:fine-grained;name=laptop;acme=repo.content.read;global=discussion.write"),
                parsed("ada:hf_fineWrite:fine-grained;models/acme/secret=repo.content.read,repo.write"),
                parsed("bob:hf_bobFine:fine-grained"),
                parsed("bob:hf_bobGated:fine-grained;gated"),
                parsed("carla:hf_carla:read;expires=2199-12-31T10:00:00Z"),
                {.secret = "hf_expired", .user = "ada", .expiresAt = now.addSecs(-1)},
                {.secret = "hf_revoked", .user = "ada"}}});
    }

    void whatTheTokenAllows_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("message");

        const QByteArray none;
        const auto missing = [](const char *permission, const char *repo) {
            return QByteArray("You don't have the required permissions to complete this action on ") + repo
                + ", missing permissions: " + permission + '.';
        };
        const auto row
            = [](const char *name, const char *token, const char *target, int status, const QByteArray &message = {}) {
                  QTest::newRow(name) << QByteArray(token) << QByteArray(target) << status << message;
              };
        row("a second token of one user signs in", "hf_adaRead", "/api/models/ada/secret", 200);
        row("organizations are the user's, not the token's", "hf_adaRead", "/api/models/acme/secret", 200);
        row("a read token does not write", "hf_adaRead", "/api/models/ada/open/auth-check/write", 403,
            missing("repo.write", "ada/open"));
        row("a write token does", "hf_adaWrite", "/api/models/acme/secret/auth-check/write", 200);
        row("nobody writes what is somebody else's", "hf_bob", "/api/models/ada/open/auth-check/write", 403,
            "You don't have the rights to write to this repository.");
        row("an expired token is as a wrong one", "hf_expired", "/api/whoami-v2", 401,
            "Invalid credentials in Authorization header");
        row("it opens nothing public, either", "hf_expired", "/api/models/ada/open", 401,
            "Invalid credentials in Authorization header");
        row("one that expires later is good", "hf_carla", "/api/whoami-v2", 200);
        row("without scopes it reads what is public", "hf_fineNone", "/api/models/ada/open", 200);
        row("without scopes it reads nothing private", "hf_fineNone", "/api/models/ada/secret", 403,
            missing("repo.content.read", "ada/secret"));
        row("nor its tree", "hf_fineNone", "/api/models/ada/secret/tree/main", 403,
            missing("repo.content.read", "ada/secret"));
        row("nor its files", "hf_fineNone", "/ada/secret/resolve/main/a", 403,
            missing("repo.content.read", "ada/secret"));
        row("a scope of an organization opens what that has", "hf_fineRead", "/acme/secret/resolve/main/a", 307);
        row("and nothing of another owner", "hf_fineRead", "/api/models/ada/secret/auth-check", 403,
            missing("repo.content.read", "ada/secret"));
        row("reading is not writing", "hf_fineRead", "/api/models/acme/secret/auth-check/write", 403,
            missing("repo.write", "acme/secret"));
        row("a scope of a repository opens it", "hf_fineWrite", "/api/models/acme/secret/auth-check/write", 200);
        row("and no other of its owner", "hf_fineWrite", "/api/models/acme/other", 403,
            missing("repo.content.read", "acme/other"));
        row("what its user may not see is not there", "hf_bobFine", "/api/models/ada/secret", 404,
            "Repository not found");
        row("gated, its user is admitted, it is not said of the token", "hf_bobFine", "/ada/gated/resolve/main/a", 403,
            "Please enable access to public gated repositories in your fine-grained token settings to view this "
            "repository.");
        row("auth-check says the same", "hf_bobFine", "/api/models/ada/gated/auth-check", 403,
            "Please enable access to public gated repositories in your fine-grained token settings to view this "
            "repository.");
        row("gated, and it is said", "hf_bobGated", "/ada/gated/resolve/main/a", 307);
        row("gated, a plain token of one who is admitted", "hf_bob", "/ada/gated/resolve/main/a", 307);
    }

    void whatTheTokenAllows()
    {
        QFETCH(QByteArray, token);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, message);
        const Reply reply = get(target, token);
        QTEST(reply.status, "status");
        QCOMPARE(reply.headers.value("x-error-message"), message);
        if (reply.status == 403)  // What the token lacks is not what the gate asks for.
            QVERIFY(!reply.headers.contains("x-error-code"));
    }

    void listsHaveWhatTheTokenMayRead()
    {
        const auto ids = [this](const QByteArray &token) {
            QByteArrayList ids;
            for (const QJsonValue item : get("/api/models?sort=id", token).json().array())
                ids += item["id"_L1].toString().toLatin1();
            return ids;
        };
        QCOMPARE(ids("hf_fineNone"), QByteArrayList({"ada/gated", "ada/open"}));
        QCOMPARE(ids("hf_fineRead"), QByteArrayList({"acme/other", "acme/secret", "ada/gated", "ada/open"}));
    }

    void whoAmI()
    {
        const QJsonObject plain = auth("hf_adaRead");
        QCOMPARE(plain["type"_L1].toString(), u"access_token"_s);
        QCOMPARE(plain["accessToken"_L1]["role"_L1].toString(), u"read"_s);
        QCOMPARE(plain["accessToken"_L1]["createdAt"_L1].toString(), u"2024-01-01T00:00:00.000Z"_s);
        QVERIFY(!plain["accessToken"_L1].toObject().contains("fineGrained"_L1));
        QVERIFY(!plain["accessToken"_L1].toObject().contains("expiration"_L1));
        QCOMPARE(auth("hf_adaWrite")["accessToken"_L1]["role"_L1].toString(), u"write"_s);
        QCOMPARE(auth("hf_carla")["accessToken"_L1]["expiration"_L1].toString(), u"2199-12-31T10:00:00.000Z"_s);
        const QJsonArray organizations = get("/api/whoami-v2", "hf_fineNone").json()["orgs"_L1].toArray();
        QCOMPARE(organizations.size(), 1);
        QCOMPARE(organizations[0]["name"_L1].toString(), u"acme"_s);
    }

    void whoAmIWithAFineGrainedToken()
    {
        const QJsonObject token = auth("hf_fineRead")["accessToken"_L1].toObject();
        QCOMPARE(token["role"_L1].toString(), u"fineGrained"_s);
        QCOMPARE(token["displayName"_L1].toString(), u"laptop"_s);
        const QJsonValue fine = token["fineGrained"_L1];
        QCOMPARE(fine["canReadGatedRepos"_L1], QJsonValue(false));
        QCOMPARE(fine["global"_L1].toArray(), QJsonArray{u"discussion.write"_s});
        QCOMPARE(fine["scoped"_L1][0]["entity"_L1]["type"_L1].toString(), u"org"_s);
        QCOMPARE(fine["scoped"_L1][0]["entity"_L1]["name"_L1].toString(), u"acme"_s);
        QCOMPARE(fine["scoped"_L1][0]["permissions"_L1].toArray(), QJsonArray{u"repo.content.read"_s});
        const QJsonValue repo = auth("hf_fineWrite")["accessToken"_L1]["fineGrained"_L1]["scoped"_L1][0];
        QCOMPARE(repo["entity"_L1]["type"_L1].toString(), u"model"_s);
        QCOMPARE(repo["entity"_L1]["name"_L1].toString(), u"acme/secret"_s);
        QCOMPARE(auth("hf_bobGated")["accessToken"_L1]["fineGrained"_L1]["canReadGatedRepos"_L1], QJsonValue(true));
    }

    void aRevokedTokenIsAsAWrongOne()
    {
        QCOMPARE(get("/api/whoami-v2", "hf_revoked").status, 200);
        const Reply reply = RawClient(m_server->port())
                                .send("POST", "/api/credentials/revoke", {"Content-Type: application/json"},
                                      "{\"credentials\":[\"hf_revoked\",\"hf_nobodys\"]}");
        QCOMPARE(reply.status, 202);
        QCOMPARE(get("/api/whoami-v2", "hf_revoked").status, 401);
        QCOMPARE(get("/api/whoami-v2", "hf_adaWrite").status, 200);
    }

    void commandLine_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isUnderstood");
        QTest::newRow("a role") << "ada:hf_x:read"_ba << true;
        QTest::newRow("all that there is")
            << "ada:hf_x:fine-grained;name=a b;expires=+60;gated;acme=repo.write;spaces/a/b=x,y;global=z"_ba << true;
        QTest::newRow("no role") << "ada:hf_x"_ba << false;
        QTest::newRow("another role") << "ada:hf_x:admin"_ba << false;
        QTest::newRow("no token") << "ada::read"_ba << false;
        QTest::newRow("a name that nobody has") << "a/b:hf_x:read"_ba << false;
        QTest::newRow("scopes of a plain token") << "ada:hf_x:read;acme=repo.write"_ba << false;
        QTest::newRow("a plain token reads gated ones anyhow") << "ada:hf_x:read;gated"_ba << false;
        QTest::newRow("no permission") << "ada:hf_x:fine-grained;acme="_ba << false;
        QTest::newRow("no place") << "ada:hf_x:fine-grained;models/acme=repo.write"_ba << false;
        QTest::newRow("no date") << "ada:hf_x:read;expires=soon"_ba << false;
        QTest::newRow("an empty part") << "ada:hf_x:read;"_ba << false;
    }

    void commandLine()
    {
        QFETCH(QByteArray, text);
        QTEST(Token::parse(text).has_value(), "isUnderstood");
    }

private:
    static Token parsed(const QByteArray &text) { return Token::parse(text).value(); }

    Reply get(const QByteArray &target, const QByteArray &token) const
    {
        return RawClient(m_server->port()).get(target, {"Authorization: Bearer " + token});
    }
    QJsonObject auth(const QByteArray &token) const
    {
        return get("/api/whoami-v2", token).json()["auth"_L1].toObject();
    }

    QTemporaryDir m_dir;
    std::shared_ptr<Server> m_server;
};

QTEST_GUILESS_MAIN(TestAccounts)
#include "tst_accounts.moc"
