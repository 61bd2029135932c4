// SPDX-License-Identifier: Apache-2.0
#include "hub/filemetadata.h"
#include "hub/gate.h"
#include "hub/hubclient.h"
#include "hub/json.h"
#include "hub/network.h"
#include "support/onetoken.h"
#include "support/smallhub.h"

#include <QJsonDocument>
#include <QNetworkAccessManager>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Access = Error::Access;
using Kind = Error::Kind;

namespace {

const QByteArray kCard = "---\n"
                         "extra_gated_prompt: Please say who you are.\n"
                         "extra_gated_fields:\n"
                         "  Your name: text\n"
                         "  Größe & Zweck: text\n"
                         "  I agree: checkbox\n"
                         "---\n# Gated\n";
const hub::Query kAnswers{
    {u"Your name"_s, u"Jürgen + Söhne"_s}, {u"Größe & Zweck"_s, u"a=b&c"_s}, {u"I agree"_s, u"on"_s}};

RepoId repoOf(const QString &name, RepoType type = RepoType::Model)
{
    return {type, u"acme/"_s + name};
}

}  // namespace

/// Asking for access to a gated repository, of a real Hub: ada decides, bob and dora ask.
class TestGateCalls : public QObject
{
    Q_OBJECT

    std::unique_ptr<SmallHub> m_hub;
    std::unique_ptr<QNetworkAccessManager> m_network = hub::makeNetwork({});

    template<typename T>
    Result<T> ask(const ApiCall<T> &call, const QByteArray &token)
    {
        const OneToken credentials(token);
        HubClient client(m_network.get(), m_hub->url(), {}, &credentials);
        std::optional<Result<T>> got;
        client.send(call, &client, [&got](const Result<T> &answer) { got = answer; });
        if (!QTest::qWaitFor([&got] { return got.has_value(); }, 20'000))
            return Error{Kind::Timeout, u"the test waited too long"_s};
        return *got;
    }

    /// What the authors do, on the Hub's own page.
    void decide(const RepoId &repo, const QString &user, const QString &status)
    {
        const QJsonObject decision{{u"user"_s, user}, {u"status"_s, status}};
        const ApiCall<bool> call{.verb = "POST",
                                 .segments = hub::apiSegments(repo) << u"user-access-request"_s << u"handle"_s,
                                 .query = {},
                                 .body = QJsonDocument(decision).toJson(),
                                 .parse = [](const hub::Reply &) -> Result<bool> { return true; }};
        QVERIFY(bool(ask(call, "hf_ada")));
    }

    QJsonArray waiting(const RepoId &repo)
    {
        const ApiCall<QJsonArray> call{.verb = "GET",
                                       .segments = hub::apiSegments(repo) << u"user-access-request"_s << u"pending"_s,
                                       .query = {},
                                       .body = {},
                                       .parse = &hub::json::arrayOf};
        const auto list = ask(call, "hf_ada");
        return list ? *list : QJsonArray{u"no list"_s};
    }

    /// Why \a token may not read; nothing where it may.
    std::optional<Error> refusal(const RepoId &repo, const QByteArray &token)
    {
        const auto check = ask(hub::readCheck(repo), token);
        const auto file = ask(hub::fileMetadata(repo, {}, u"a.txt"_s), token);
        if (bool(check) != bool(file))
            return Error{Kind::BadReply, u"the check and the file say different things"_s};
        return check ? std::nullopt : std::optional(check.error());
    }

private Q_SLOTS:
    void init()
    {
        using localhub::Change;
        using localhub::Token;
        m_hub = std::make_unique<SmallHub>(localhub::Server::Options{
            .users = {{"ada", "hf_ada", true, {"acme"}}, {"bob", "hf_bob"}, {"dora", "hf_dora"}},
            .tokens = {*Token::parse("bob:hf_bobFine:fine-grained")}});
        const std::tuple<localhub::RepoType, const char *, localhub::Gate> repos[]
            = {{localhub::RepoType::Model, "auto", localhub::Gate::Auto},
               {localhub::RepoType::Model, "manual", localhub::Gate::Manual},
               {localhub::RepoType::Dataset, "manual", localhub::Gate::Manual},
               {localhub::RepoType::Space, "manual", localhub::Gate::Manual},
               {localhub::RepoType::Model, "open", localhub::Gate::None}};
        for (const auto &[type, name, gate] : repos) {
            const localhub::RepoName repo{type, "acme", name};
            QVERIFY(!m_hub->store().createRepo(repo, {.gate = gate}));
            m_hub->commit(repo, "main", {Change::put("README.md", kCard), Change::put("a.txt", "a")});
        }
        QVERIFY(!m_hub->store().createRepo({localhub::RepoType::Model, "acme", "secret"}, {.isPrivate = true}));
    }

    void theFormIsWhatTheAuthorsWrote()
    {
        const auto gate = ask(hub::gate(repoOf(u"manual"_s)), "hf_bob");
        QVERIFY(bool(gate));
        QVERIFY(gate->kind == RepoInfo::Gate::Manual);
        QCOMPARE(gate->prompt, u"Please say who you are."_s);
        QStringList names;
        for (const Gate::Field &field : gate->fields)
            names << field.name;
        names.sort();
        QCOMPARE(names, (QStringList{u"Größe & Zweck"_s, u"I agree"_s, u"Your name"_s}));
        QVERIFY(gate->isKnown());
        QVERIFY(ask(hub::gate(repoOf(u"auto"_s)), "hf_bob")->kind == RepoInfo::Gate::Automatic);
    }

    void anAutomaticGateLetsInAtOnce()
    {
        const RepoId repo = repoOf(u"auto"_s);
        const auto before = refusal(repo, "hf_bob");
        QVERIFY(before && before->kind == Kind::Gated && before->access == Access::NotAsked);
        QVERIFY(bool(ask(hub::askAccess(repo, kAnswers), "hf_bob")));
        QVERIFY(!refusal(repo, "hf_bob"));
        QVERIFY2(refusal(repo, "hf_dora"), "who did not ask is not let in");
    }

    void aManualGateWaitsForItsAuthors_data()
    {
        QTest::addColumn<RepoId>("repo");
        QTest::newRow("a model") << repoOf(u"manual"_s);
        QTest::newRow("a dataset") << repoOf(u"manual"_s, RepoType::Dataset);
        QTest::newRow("a Space") << repoOf(u"manual"_s, RepoType::Space);
    }

    void aManualGateWaitsForItsAuthors()
    {
        QFETCH(const RepoId, repo);
        QVERIFY(bool(ask(hub::askAccess(repo, kAnswers), "hf_bob")));
        auto told = refusal(repo, "hf_bob");
        QVERIFY(told && told->kind == Kind::Gated && told->access == Access::Pending);
        decide(repo, u"bob"_s, u"rejected"_s);
        told = refusal(repo, "hf_bob");
        QVERIFY(told && told->kind == Kind::Gated && told->access == Access::Rejected);
        decide(repo, u"bob"_s, u"accepted"_s);
        QVERIFY(!refusal(repo, "hf_bob"));
    }

    void whatWasAnsweredArrivesAsItWasWritten()
    {
        const RepoId repo = repoOf(u"manual"_s);
        QVERIFY(bool(ask(hub::askAccess(repo, kAnswers), "hf_bob")));
        const QJsonArray list = waiting(repo);
        QCOMPARE(list.size(), 1);
        QCOMPARE(list[0]["user"_L1]["user"_L1].toString(), u"bob"_s);
        for (const auto &[field, answer] : kAnswers)
            QCOMPARE(list[0]["fields"_L1][field].toString(), answer);
    }

    void askingTwiceIsAskingOnce()
    {
        const RepoId repo = repoOf(u"manual"_s);
        QVERIFY(bool(ask(hub::askAccess(repo, kAnswers), "hf_bob")));
        QVERIFY(bool(ask(hub::askAccess(repo, {}), "hf_bob")));
        QCOMPARE(waiting(repo).size(), 1);
        QCOMPARE(waiting(repo)[0]["fields"_L1][u"Your name"_s].toString(), u"Jürgen + Söhne"_s);
    }

    void whatIsOpenIsRead()
    {
        QVERIFY(bool(ask(hub::askAccess(repoOf(u"open"_s), {}), "hf_bob")));
        QVERIFY(!refusal(repoOf(u"open"_s), {}));
    }

    void whoMayNotAskIsToldWhy_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<Kind>("kind");
        QTest::newRow("nobody") << u"manual"_s << ""_ba << Kind::Unauthorized;
        QTest::newRow("a token that is nobody's") << u"manual"_s << "hf_x"_ba << Kind::Unauthorized;
        QTest::newRow("for what is not there") << u"none"_s << "hf_bob"_ba << Kind::NotFound;
        QTest::newRow("for what is another's") << u"secret"_s << "hf_bob"_ba << Kind::NotFound;
    }

    void whoMayNotAskIsToldWhy()
    {
        QFETCH(const QString, name);
        QFETCH(const QByteArray, token);
        QFETCH(const Kind, kind);
        const auto taken = ask(hub::askAccess(repoOf(name), kAnswers), token);
        QVERIFY(!taken);
        QCOMPARE(int(taken.error().kind), int(kind));
        QVERIFY(waiting(repoOf(u"manual"_s)).isEmpty());
    }

    void whoIsNotSignedInIsToldToSignIn()
    {
        const auto told = refusal(repoOf(u"auto"_s), {});
        QVERIFY(told && told->kind == Kind::Gated && told->access == Access::SignedOut);
    }

    void aTokenThatMayPassNoGateIsNamed()
    {
        QVERIFY(bool(ask(hub::askAccess(repoOf(u"auto"_s), kAnswers), "hf_bob")));
        const auto told = refusal(repoOf(u"auto"_s), "hf_bobFine");
        QVERIFY(told && told->kind == Kind::MissingScope);
        QVERIFY(told->message.contains("gated"_L1));
    }
};

QTEST_GUILESS_MAIN(TestGateCalls)
#include "tst_gatecalls.moc"
