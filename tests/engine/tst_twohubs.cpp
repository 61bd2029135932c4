// SPDX-License-Identifier: Apache-2.0
#include "accounts/tokenstore.h"
#include "engine/engine.h"
#include "engine/hubwatch.h"
#include "engine/reposession.h"
#include "hub/hubclient.h"
#include "support/faults.h"
#include "support/rowwatch.h"
#include "support/smallhub.h"

#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;
using State = TransferRow::State;

namespace {

const RepoId kRepo{RepoType::Model, u"acme/m"_s};
const localhub::RepoName kName{localhub::RepoType::Model, "acme", "m"};

localhub::Server::Options hubOf(const QByteArray &first, const QByteArray &second)
{
    return {.users = {{"ada", first, true, {"acme"}}, {"bob", second, true, {"acme"}}, {"carla", "hf_made_up_carla"}},
            .faults = true};
}

}  // namespace

/// One engine that asks two Hubs, and one of them for several people.
class TestTwoHubs : public QObject
{
    Q_OBJECT

    std::unique_ptr<SmallHub> m_own;
    std::unique_ptr<SmallHub> m_other;
    std::unique_ptr<QTemporaryDir> m_dir;
    std::shared_ptr<TokenStore> m_tokens;
    std::unique_ptr<Engine> m_engine;
    RowWatch m_watch;
    QString m_ownCommit;
    QString m_otherCommit;

    HubId other(const QString &account = {}) const { return {m_other->url(), account}; }

    static QString fill(SmallHub &hub, const QByteArray &text)
    {
        if (hub.store().createRepo(kName, {.isPrivate = true}))
            qFatal("No repository");
        return hub.commit(kName, "main", {Change::put("a.txt", text), Change::put("b/c.txt", text + text)});
    }

    void makeEngine()
    {
        m_engine.reset();
        m_watch = {};
        m_engine = std::make_unique<Engine>(EngineOptions{.endpoint = m_own->url(),
                                                          .cacheRoot = m_dir->filePath(u"cache"_s),
                                                          .credentials = m_tokens,
                                                          .journal = m_dir->filePath(u"transfers.sqlite"_s)});
        connect(m_engine.get(), &Engine::rowsChanged, m_engine.get(),
                [this](const QList<TransferRow> &rows) { m_watch.take(rows); });
    }

    TransferRow downloaded(const DownloadWish &wish)
    {
        const quint64 id = m_engine->download(wish);
        [&] { QTRY_VERIFY_WITH_TIMEOUT(m_watch.isOver(id), 30'000); }();
        return m_watch.of(id);
    }

    /// The commit that opening the repository shows, or the kind of the error.
    QString opened(const HubId &hub)
    {
        RepoSession session(m_engine.get(), hub, kRepo, {});
        QString seen;
        connect(&session, &RepoSession::opened, this, [&] { seen = session.commit(); });
        connect(&session, &RepoSession::failed, this, [&](const Error &error) { seen = error.message; });
        session.openFolder({});
        session.open();
        [&] { QTRY_VERIFY_WITH_TIMEOUT(!seen.isEmpty(), 30'000); }();
        return seen;
    }

    /// How many of the requests that \a hub got had a token.
    static qsizetype tokensSeen(const SmallHub &hub)
    {
        const auto log = Faults(hub.url()).log();
        return std::ranges::count_if(log, [](const QJsonObject &line) { return line["token"_L1].toBool(); });
    }

private Q_SLOTS:
    void init()
    {
        m_own = std::make_unique<SmallHub>(hubOf("hf_made_up_own_ada", "hf_made_up_own_bob"));
        m_other = std::make_unique<SmallHub>(hubOf("hf_made_up_other_ada", "hf_made_up_other_bob"));
        m_ownCommit = fill(*m_own, "own");
        m_otherCommit = fill(*m_other, "other");
        m_dir = std::make_unique<QTemporaryDir>();
        m_tokens = std::make_shared<TokenStore>();
        m_tokens->put(m_own->url(), u"ada"_s, "hf_made_up_own_ada");
        m_tokens->put(m_own->url(), u"carla"_s, "hf_made_up_carla");
        m_tokens->put(m_other->url(), u"bob"_s, "hf_made_up_other_bob");
        m_tokens->choose(m_own->url(), u"ada"_s);
        makeEngine();
    }
    void cleanup()
    {
        m_engine.reset();
        m_own.reset();
        m_other.reset();
    }

    void eachIsAskedForItself()
    {
        QCOMPARE(opened({}), m_ownCommit);
        QCOMPARE(opened(other(u"bob"_s)), m_otherCommit);
        QCOMPARE(opened({}), m_ownCommit);  // What was seen there does not stand in for what is here.
    }

    void whoIsNamedAsksAndNobodyElse()
    {
        QCOMPARE(opened({{}, u"ada"_s}), m_ownCommit);
        QVERIFY(opened({{}, u"carla"_s}) != m_ownCommit);   // Not of that organisation.
        QVERIFY(opened(other()) != m_otherCommit);          // Nobody was chosen there.
        QVERIFY(opened(other(u"ada"_s)) != m_otherCommit);  // Ada signed in at the other one alone.
        m_tokens->choose(m_other->url(), u"bob"_s);
        QCOMPARE(opened(other()), m_otherCommit);
    }

    void noTokenOfOneIsShownToTheOther()
    {
        opened({});
        opened(other());
        opened(other(u"ada"_s));
        QCOMPARE(int(downloaded({.repo = kRepo, .hub = other(u"ada"_s)}).state), int(State::Failed));
        QVERIFY(!Faults(m_other->url()).log().isEmpty());
        QCOMPARE(tokensSeen(*m_other), 0);
        opened(other(u"bob"_s));
        QVERIFY(tokensSeen(*m_other) > 0);  // So it would have been noticed.
    }

    void aDownloadComesFromWhereItWasAskedFor()
    {
        const TransferRow row = downloaded({.repo = kRepo, .hub = other(u"bob"_s)});
        QVERIFY2(row.state == State::Succeeded, row.error ? qPrintable(row.error->message) : "");
        QFile file(m_engine->cache(kRepo).layout().pointer(kRepo, m_otherCommit, u"a.txt"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "other");
    }

    void aPlanIsOfTheHubThatIsMeant()
    {
        std::optional<Result<DownloadPlan>> plan;
        m_engine->plan({.repo = kRepo, .hub = other(u"bob"_s)}, this, [&](const auto &made) { plan = made; });
        QTRY_VERIFY(plan);
        QVERIFY(*plan);
        QCOMPARE((*plan)->commit, m_otherCommit);
    }

    void theNextRunAsksTheSameHub()
    {
        Faults(m_other->url()).set({QJsonObject{{u"path"_s, u"*/resolve/*"_s}, {u"stallAfter"_s, 0}}});
        const quint64 id = m_engine->download({.repo = kRepo, .hub = other(u"bob"_s)});
        QTRY_VERIFY(m_watch.of(id).total > 0);
        m_engine.reset();
        Faults(m_other->url()).clear();
        makeEngine();
        QTRY_VERIFY_WITH_TIMEOUT(m_watch.isOver(id), 60'000);
        QVERIFY2(m_watch.of(id).state == State::Succeeded, qPrintable(m_watch.of(id).error->message));
    }

    void oneThatCannotBeReachedHoldsNobodyUpAtTheOther()
    {
        const HubId there = other();
        m_tokens->choose(m_other->url(), u"bob"_s);
        m_other->stop();
        const quint64 waiting = m_engine->download({.repo = kRepo, .hub = there});
        QTRY_VERIFY_WITH_TIMEOUT(m_engine->watch(there).isOffline(), 30'000);
        QVERIFY(!m_engine->watch().isOffline());
        QCOMPARE(int(downloaded({.repo = kRepo}).state), int(State::Succeeded));
        m_other->start();
        m_engine->watch(there).look();
        QTRY_VERIFY_WITH_TIMEOUT(m_watch.isOver(waiting), 60'000);
        QCOMPARE(int(m_watch.of(waiting).state), int(State::Succeeded));
    }

    void theSetHubHasNoAddressOfItsOwn()
    {
        QVERIFY((m_engine->idOf(m_own->url(), u"ada"_s) == HubId{{}, u"ada"_s}));
        QVERIFY(m_engine->idOf(m_other->url()) == other());
        QCOMPARE(m_engine->endpoint(), m_own->url());
        QCOMPARE(m_engine->endpoint(other()), m_other->url());
        QCOMPARE(m_engine->hub(other()), m_engine->hub(other()));
        QVERIFY(m_engine->hub(other()) != m_engine->hub());
    }
};

QTEST_GUILESS_MAIN(TestTwoHubs)
#include "tst_twohubs.moc"
