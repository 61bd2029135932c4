// SPDX-License-Identifier: Apache-2.0
#include "localhub/gatefixture.h"

#include <algorithm>
#include <future>

/// Repositories whose files only those read who were let in: asking, and what files say.
class TestGates : public QObject, private GateFixture
{
    Q_OBJECT

private Q_SLOTS:
    void init() { begin(); }

    void theFormIsInTheCard()
    {
        const QJsonObject card = get("/api/models/acme/manual").json()["cardData"_L1].toObject();
        QCOMPARE(card["extra_gated_heading"_L1].toString(), u"Who are you?"_s);
        QCOMPARE(card["extra_gated_prompt"_L1].toString(), u"Please say who you are."_s);
        QCOMPARE(card["extra_gated_button_content"_L1].toString(), u"Ask"_s);
        const QJsonObject fields = card["extra_gated_fields"_L1].toObject();
        QCOMPARE(fields.keys(), QStringList({u"I agree"_s, u"Why"_s, u"Your name"_s}));
        QCOMPARE(fields["Why"_L1]["options"_L1].toArray(), QJsonArray({u"Study"_s, u"Work"_s}));
    }

    void anAutomaticGateLetsInAtOnce()
    {
        QCOMPARE(get("/acme/auto/resolve/main/a", "hf_bob").status, 403);
        const Reply reply = ask("/acme/auto", "hf_bob");
        QCOMPARE(reply.status, 303);
        QCOMPARE(reply.headers.value("location"), m_server->url().toLatin1() + "/acme/auto");
        QCOMPARE(get("/acme/auto/resolve/main/a", "hf_bob").status, 307);
        QCOMPARE(get("/api/models/acme/auto/auth-check", "hf_bob").status, 200);
        QCOMPARE(get("/acme/auto/resolve/main/a", "hf_dora").status, 403);
        QCOMPARE(users("models/acme/auto", "accepted"), QByteArrayList({"cleo", "bob"}));
    }

    void whatAFileSays_data()
    {
        QTest::addColumn<QByteArray>("id");
        QTest::addColumn<QByteArrayList>("statuses");
        QTest::addColumn<QByteArray>("message");
        const QByteArray model = "acme/manual";
        QTest::newRow("nobody asked") << model << QByteArrayList{}
                                      << "Access to model acme/manual is restricted and you are not in the authorized "
                                         "list. Visit %1/acme/manual to ask for access."_ba;
        QTest::newRow("asked") << model << QByteArrayList{"asked"}
                               << "Your request to access model acme/manual is awaiting a review from the repo "
                                  "authors."_ba;
        QTest::newRow("rejected") << model << QByteArrayList{"asked", "rejected"}
                                  << "Your request to access model acme/manual has been rejected by the repo's "
                                     "authors."_ba;
        QTest::newRow("rejected, and asked again")
            << model << QByteArrayList{"asked", "rejected", "asked"}
            << "Your request to access model acme/manual has been rejected by the repo's authors."_ba;
        QTest::newRow("accepted, and put back") << model << QByteArrayList{"asked", "accepted", "pending"}
                                                << "Your request to access model acme/manual is awaiting a review from "
                                                   "the repo authors."_ba;
        QTest::newRow("a dataset") << "datasets/acme/manual"_ba << QByteArrayList{"asked"}
                                   << "Your request to access dataset acme/manual is awaiting a review from the repo "
                                      "authors."_ba;
        QTest::newRow("a dataset, nobody asked")
            << "datasets/acme/manual"_ba << QByteArrayList{}
            << "Access to dataset acme/manual is restricted and you are not in the authorized list. Visit "
               "%1/datasets/acme/manual to ask for access."_ba;
        QTest::newRow("rejected, then accepted") << model << QByteArrayList{"asked", "rejected", "accepted"} << ""_ba;
    }

    void whatAFileSays()
    {
        QFETCH(QByteArray, id);
        QFETCH(QByteArrayList, statuses);
        QFETCH(QByteArray, message);
        const QByteArray api = id.startsWith("datasets/") ? id : "models/" + id;
        for (const QByteArray &status : statuses) {
            const Reply reply = status == "asked" ? ask('/' + id, "hf_bob") : handle(api, "bob", status);
            QCOMPARE(reply.status, status == "asked" ? 303 : 200);
        }
        for (const QByteArray &target : {'/' + id + "/resolve/main/a", "/api/" + api + "/auth-check"}) {
            const Reply reply = get(target, "hf_bob");
            if (message.isEmpty()) {
                QVERIFY(reply.status < 400);
                continue;
            }
            QCOMPARE(reply.status, 403);
            QCOMPARE(reply.headers.value("x-error-code"), "GatedRepo"_ba);
            QCOMPARE(reply.headers.value("x-error-message"),
                     QByteArray(message).replace("%1", m_server->url().toLatin1()));
        }
        QCOMPARE(get('/' + id + "/resolve/main/a").status, 401);
    }

    void whatWasAnswered_data()
    {
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QByteArray>("fields");
        QTest::newRow("a form") << "application/x-www-form-urlencoded"_ba
                                << "Your+name=J%C3%BCrgen&I+agree=on"_ba
                                << "{\"I agree\":\"on\",\"Your name\":\"J\xc3\xbcrgen\"}"_ba;
        QTest::newRow("JSON") << "application/json"_ba
                              << "{\"Your name\":\"Bob\",\"I agree\":true}"_ba
                              << "{\"I agree\":true,\"Your name\":\"Bob\"}"_ba;
        QTest::newRow("what nobody asked for") << "application/json"_ba
                                               << "{\"Your name\":\"Bob\",\"x\":\"y\"}"_ba
                                               << "{\"Your name\":\"Bob\"}"_ba;
        QTest::newRow("what is no answer") << "application/json"_ba
                                           << "{\"Your name\":{\"a\":[]}}"_ba
                                           << ""_ba;
        QTest::newRow("nothing") << "application/json"_ba
                                 << "{}"_ba
                                 << ""_ba;
        QTest::newRow("nonsense") << "application/json"_ba
                                  << "]"_ba
                                  << ""_ba;
    }

    void whatWasAnswered()
    {
        QFETCH(QByteArray, type);
        QFETCH(QByteArray, body);
        QCOMPARE(ask("/acme/manual", "hf_bob", type, body).status, 303);
        const QJsonObject item = list("models/acme/manual", "pending")[0].toObject();
        QCOMPARE(item["user"_L1]["user"_L1].toString(), u"bob"_s);
        QCOMPARE(item["user"_L1]["email"_L1].toString(), u"bob@localhost"_s);
        QCOMPARE(item["status"_L1].toString(), u"pending"_s);
        QVERIFY(!item.contains("reviewedAt"_L1));
        const QByteArray fields = item.contains("fields"_L1)
            ? QJsonDocument(item["fields"_L1].toObject()).toJson(QJsonDocument::Compact)
            : QByteArray();
        QTEST(fields, "fields");
    }

    void whoAsksAgainKeepsTheFirstAnswer()
    {
        ask("/acme/manual", "hf_bob", "application/json", "{\"Your name\":\"Bob\"}");
        const QJsonArray before = list("models/acme/manual", "pending");
        QCOMPARE(ask("/acme/manual", "hf_bob", "application/json", "{\"Your name\":\"Robert\"}").status, 303);
        QCOMPARE(list("models/acme/manual", "pending"), before);
    }

    void whoMayNotAsk_data()
    {
        QTest::addColumn<QByteArray>("target");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<int>("status");
        QTest::newRow("nobody") << "/acme/manual"_ba
                                << ""_ba
                                << ""_ba << 401;
        QTest::newRow("a token of nobody") << "/acme/manual"_ba
                                           << "hf_x"_ba
                                           << ""_ba << 401;
        QTest::newRow("for what is not there") << "/acme/none"_ba
                                               << "hf_bob"_ba
                                               << ""_ba << 404;
        QTest::newRow("for what is another's") << "/acme/secret"_ba
                                               << "hf_bob"_ba
                                               << ""_ba << 404;
        QTest::newRow("with a book") << "/acme/manual"_ba
                                     << "hf_bob"_ba << QByteArray(100'000, 'x') << 413;
        QTest::newRow("for what is open there is no need") << "/acme/open"_ba
                                                           << "hf_bob"_ba
                                                           << ""_ba << 303;
    }

    void whoMayNotAsk()
    {
        QFETCH(QByteArray, target);
        QFETCH(QByteArray, token);
        QFETCH(QByteArray, body);
        QTEST(ask(target, token, "application/json", body).status, "status");
        QVERIFY(list("models/acme/manual", "pending").isEmpty());
    }

    void allIsThereAfterARestart()
    {
        for (const char *token : {"hf_bob", "hf_dora"})
            ask("/acme/manual", token, "application/json", "{\"Your name\":\"N\"}");
        post("/api/models/acme/manual/user-access-request/handle", "hf_ada", "application/json",
             "{\"user\":\"dora\",\"status\":\"rejected\",\"rejectionReason\":\"Not now.\"}");
        ask("/acme/auto", "hf_bob");
        const auto all = [this] {
            QList<QJsonArray> lists;
            for (const char *repo : {"models/acme/manual", "models/acme/auto"}) {
                for (const char *status : {"pending", "accepted", "rejected"})
                    lists += list(repo, status);
            }
            return lists;
        };
        const QList<QJsonArray> before = all();
        QCOMPARE(before[0].size(), 1);
        QCOMPARE(before[2].size(), 1);
        QCOMPARE(before[4].size(), 2);
        m_server.reset();
        m_store.reset();
        open();
        QCOMPARE(all(), before);
        QCOMPARE(get("/acme/auto/resolve/main/a", "hf_bob").status, 307);
        const auto kept = m_store->repository({RepoType::Model, "acme", "manual"})->state().info.requests.of(u"dora"_s);
        QCOMPARE(kept->rejectionReason, u"Not now."_s);
    }

    void manyAskAtOnce()
    {
        std::vector<std::future<int>> threads;
        for (int i = 0; i < 24; ++i) {
            const QByteArray token = i % 2 ? "hf_bob" : "hf_dora";
            threads.push_back(
                std::async(std::launch::async, [this, token] { return ask("/acme/manual", token).status; }));
        }
        for (auto &thread : threads)
            QCOMPARE(thread.get(), 303);
        QByteArrayList names = users("models/acme/manual", "pending");
        std::ranges::sort(names);
        QCOMPARE(names, QByteArrayList({"bob", "dora"}));
    }
};

QTEST_GUILESS_MAIN(TestGates)
#include "tst_gates.moc"
