// SPDX-License-Identifier: Apache-2.0
#include "localhub/gatefixture.h"

/// Who wants to read the files of a gated repository, as its owner sees it and decides.
class TestGateReviews : public QObject, private GateFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void ownersDecide_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("message");
        const QByteArray denied = "You have read access but not the required permissions for this operation";
        const auto row = [](const char *name, const char *token, const char *target, const char *body, int status,
                            const QByteArray &message = {}) {
            QTest::newRow(name) << QByteArray(token) << QByteArray(target) << QByteArray(body) << status << message;
        };
        row("accepting", "hf_ada", "manual/user-access-request/handle", "{\"user\":\"bob\",\"status\":\"accepted\"}",
            200);
        row("nobody is signed in", "", "manual/user-access-request/handle",
            "{\"user\":\"bob\",\"status\":\"accepted\"}", 401, "Invalid username or password.");
        row("who asked does not decide", "hf_bob", "manual/user-access-request/handle",
            "{\"user\":\"bob\",\"status\":\"accepted\"}", 403, denied);
        row("nor does a read token of the owner", "hf_adaRead", "manual/user-access-request/grant",
            "{\"user\":\"dora\"}", 403, denied);
        row("nor a fine-grained one that may not write", "hf_adaFine", "manual/user-access-request/grant",
            "{\"user\":\"dora\"}", 403,
            "You don't have the required permissions to complete this action on acme/manual, missing permissions: "
            "repo.write.");
        row("what it is already", "hf_ada", "manual/user-access-request/handle",
            "{\"user\":\"bob\",\"status\":\"pending\"}", 404, "No access request found matching your criteria");
        row("somebody who did not ask", "hf_ada", "manual/user-access-request/handle",
            "{\"user\":\"dora\",\"status\":\"accepted\"}", 404, "No access request found matching your criteria");
        row("somebody who does not exist", "hf_ada", "manual/user-access-request/handle",
            "{\"user\":\"zoe\",\"status\":\"accepted\"}", 404, "User not found");
        row("a request that does not exist", "hf_ada", "manual/user-access-request/handle",
            "{\"requestId\":\"000000000000000000000000\",\"status\":\"accepted\"}", 404,
            "No access request found matching your criteria");
        row("nobody named", "hf_ada", "manual/user-access-request/handle", "{\"status\":\"accepted\"}", 400,
            "Either requestId or user must be provided, but not both");
        row("no status", "hf_ada", "manual/user-access-request/handle", "{\"user\":\"bob\",\"status\":\"x\"}", 400,
            "Invalid option: expected one of \"accepted\"|\"rejected\"|\"pending\" at status");
        row("no gate", "hf_ada", "open/user-access-request/grant", "{\"user\":\"bob\"}", 400,
            "model acme/open is not gated");
        row("letting in who never asked", "hf_ada", "manual/user-access-request/grant", "{\"user\":\"dora\"}", 200);
        row("letting in who waits", "hf_ada", "manual/user-access-request/grant", "{\"user\":\"bob\"}", 200);
        row("letting in who is in", "hf_ada", "manual/user-access-request/grant", "{\"user\":\"cleo\"}", 400,
            "That user already has access to the repo");
        row("letting in who does not exist", "hf_ada", "manual/user-access-request/grant", "{\"user\":\"zoe\"}", 404,
            "User not found");
        row("taking back what one asked", "hf_bob", "manual/user-access-request/cancel", "", 200);
        row("taking back nothing", "hf_dora", "manual/user-access-request/cancel", "", 404,
            "No pending access request found for this repo and this user");
        row("taking back what was accepted", "hf_cleo", "manual/user-access-request/cancel", "", 404,
            "No pending access request found for this repo and this user");
    }

    void ownersDecide()
    {
        QFETCH(QByteArray, token);
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, body);
        QFETCH(int, status);
        ask("/acme/manual", "hf_bob");
        const QJsonArray before = list("models/acme/manual", "accepted");
        const Reply reply = post("/api/models/acme/" + target, token, "application/json", body);
        QCOMPARE(reply.status, status);
        QTEST(reply.headers.value("x-error-message"), "message");
        if (status >= 400)
            QCOMPARE(list("models/acme/manual", "accepted"), before);
    }

    void byTheIdOfTheRequest()
    {
        ask("/acme/manual", "hf_bob");
        const QByteArray id = list("models/acme/manual", "pending")[0]["requestId"_L1].toString().toLatin1();
        QCOMPARE(post("/api/models/acme/manual/user-access-request/handle", "hf_ada", "application/json",
                      "{\"requestId\":\"" + id + "\",\"status\":\"accepted\"}")
                     .status,
                 200);
        const QJsonObject item = list("models/acme/manual", "accepted")[1].toObject();
        QCOMPARE(item["user"_L1]["user"_L1].toString(), u"bob"_s);
        QCOMPARE(item["grantedBy"_L1]["user"_L1].toString(), u"ada"_s);
        QVERIFY(item.contains("reviewedAt"_L1));
    }

    void theListsAreTheOwners_data()
    {
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QByteArray>("status");
        QTest::addColumn<int>("answer");
        QTest::newRow("its owner") << "hf_ada"_ba
                                   << "accepted"_ba << 200;
        QTest::newRow("nobody") << ""_ba
                                << "accepted"_ba << 401;
        QTest::newRow("who is in the list") << "hf_cleo"_ba
                                            << "accepted"_ba << 403;
        QTest::newRow("another list") << "hf_ada"_ba
                                      << "others"_ba << 400;
    }

    void theListsAreTheOwners()
    {
        QFETCH(QByteArray, token);
        QFETCH(QByteArray, status);
        QTEST(get("/api/models/acme/manual/user-access-request/" + status, token).status, "answer");
    }

    void listsPage()
    {
        for (int i = 0; i < 25; ++i) {
            QVERIFY(!m_store->repository({RepoType::Model, "acme", "manual"})->changeRequests([i](auto &requests) {
                requests.put({.user = u"user%1"_s.arg(i), .askedAt = QDateTime::currentDateTimeUtc()});
                return true;
            }));
        }
        QByteArrayList found;
        QByteArray target = "/api/models/acme/manual/user-access-request/pending?limit=10";
        for (int page = 0; page < 3; ++page) {
            const Reply reply = get(target, "hf_ada");
            for (const QJsonValue item : reply.json().array())
                found += item["user"_L1]["user"_L1].toString().toLatin1();
            const QByteArray link = reply.headers.value("link");
            QCOMPARE(link.isEmpty(), page == 2);
            target
                = link.isEmpty() ? target : link.sliced(link.indexOf("/api"), link.indexOf('>') - link.indexOf("/api"));
        }
        QCOMPARE(found.size(), 25);
        QCOMPARE(found.first(), "user0"_ba);
        QCOMPARE(found.last(), "user24"_ba);
    }
};

QTEST_GUILESS_MAIN(TestGateReviews)
#include "tst_gatereviews.moc"
