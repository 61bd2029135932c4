// SPDX-License-Identifier: Apache-2.0
#include "engine/engine.h"
#include "engine/reposearch.h"
#include "support/crowd.h"
#include "support/onetoken.h"
#include "support/scriptedhub.h"

#include <QSignalSpy>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray listOf(const QByteArrayList &names)
{
    QByteArrayList rows;
    for (const QByteArray &name : names)
        rows << R"({"id":")" + name + R"("})";
    return '[' + rows.join(',') + ']';
}

std::unique_ptr<Engine> engineOn(const QUrl &endpoint, const QString &cache)
{
    return std::make_unique<Engine>(EngineOptions{
        .endpoint = endpoint, .cacheRoot = cache, .credentials = std::make_shared<OneToken>(QByteArray{})});
}

}  // namespace

/// What a search tells, against a real Hub and against one that answers when and what the test says.
class TestRepoSearch : public QObject
{
    Q_OBJECT

    SmallHub m_hub;
    ScriptedHub m_script;
    QTemporaryDir m_cache;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<RepoSearch> m_search;
    QStringList m_names;
    QList<Error> m_errors;
    int m_restarts = 0;
    int m_ends = 0;

    void searchOn(const QUrl &endpoint)
    {
        m_search.reset();
        m_engine = engineOn(endpoint, m_cache.path());
        m_search = std::make_unique<RepoSearch>(m_engine.get(), RepoType::Model);
        m_names.clear();
        m_errors.clear();
        m_restarts = m_ends = 0;
        connect(m_search.get(), &RepoSearch::restarted, this, [this] {
            ++m_restarts;
            m_names.clear();
        });
        connect(m_search.get(), &RepoSearch::added, this, [this](const QList<RepoSummary> &results) {
            for (const RepoSummary &result : results)
                m_names << result.id.name;
        });
        connect(m_search.get(), &RepoSearch::failed, this, [this](const Error &error) { m_errors << error; });
        connect(m_search.get(), &RepoSearch::finished, this, [this] { ++m_ends; });
    }

private Q_SLOTS:
    void initTestCase() { addCrowd(m_hub, 75); }

    void cleanup()
    {
        m_search.reset();
        m_engine.reset();
        m_script.requests.clear();
    }

    void asksForAPageAtATime()
    {
        searchOn(m_hub.url());
        m_search->setQuery({});
        QVERIFY(m_search->isAsking() && !m_search->canFetchMore());
        QTRY_COMPARE(m_ends, 1);
        QCOMPARE(m_names.size(), 30);
        QVERIFY(m_search->canFetchMore() && !m_search->isWhole());
        QTest::qWait(100);
        QCOMPARE(m_names.size(), 30);
        m_search->fetchMore();
        m_search->fetchMore();  // While one is on its way this is none more.
        QTRY_COMPARE(m_ends, 2);
        QCOMPARE(m_names.size(), 60);
        m_search->fetchMore();
        QTRY_COMPARE(m_ends, 3);
        QCOMPARE(m_names.size(), 75);
        QVERIFY(m_search->isWhole() && !m_search->canFetchMore());
        QCOMPARE(m_names.first(), u"crowd/model-000"_s);
        QCOMPARE(m_names.last(), u"crowd/model-074"_s);
        QCOMPARE(m_restarts, 1);
        QVERIFY(m_errors.isEmpty());
    }

    void theSameQueryIsNoNewOne()
    {
        searchOn(m_hub.url());
        m_search->setQuery({.search = u"model-01"_s});
        QTRY_COMPARE(m_ends, 1);
        QCOMPARE(m_names.size(), 10);
        m_search->setQuery({.search = u"model-01"_s});
        QVERIFY(!m_search->isAsking());
        m_search->restart();
        QTRY_COMPARE(m_ends, 2);
        QCOMPARE(m_names.size(), 10);
        QCOMPARE(m_restarts, 2);
    }

    void anOlderAnswerNeverReachesANewerQuery()
    {
        m_script.answer = [](const ScriptedHub::Request &request) {
            const bool isOld = request.target.contains("search=old");
            return ScriptedHub::Answer{.body = listOf({isOld ? "a/old" : "a/new"}), .hold = isOld ? 0 : -1};
        };
        searchOn(m_script.url());
        m_search->setQuery({.search = u"old"_s});
        QTRY_COMPARE(m_script.held(), 1);
        m_search->setQuery({.search = u"new"_s});
        QTRY_COMPARE(m_ends, 1);
        m_script.release();
        QTest::qWait(150);
        QCOMPARE(m_names, QStringList{u"a/new"_s});
        QCOMPARE(m_ends, 1);
        QVERIFY(m_errors.isEmpty());
    }

    void whatIsUnderWayIsCancelled()
    {
        m_script.answer
            = [](const ScriptedHub::Request &) { return ScriptedHub::Answer{.body = listOf({"a/b"}), .hold = 0}; };
        searchOn(m_script.url());
        m_search->setQuery({.search = u"one"_s});
        QTRY_COMPARE(m_script.requests.size(), 1);
        auto *connection = m_script.findChild<QTcpSocket *>();
        QVERIFY(connection);
        const QSignalSpy closed(connection, &QTcpSocket::disconnected);
        m_search->setQuery({.search = u"two"_s});
        QTRY_COMPARE(closed.size(), 1);
        m_search.reset();
        m_script.release();
    }

    void aPageThatFailsCanBeAskedForAgain()
    {
        bool isBroken = true;
        m_script.answer = [&](const ScriptedHub::Request &request) {
            if (!request.target.contains("cursor"))
                return ScriptedHub::Answer{.headers = {{"Link", "</api/models?cursor=2>; rel=\"next\""}},
                                           .body = listOf({"a/1"})};
            return isBroken ? ScriptedHub::Answer{.status = 403} : ScriptedHub::Answer{.body = listOf({"a/2"})};
        };
        searchOn(m_script.url());
        m_search->setQuery({});
        QTRY_COMPARE(m_ends, 1);
        m_search->fetchMore();
        QTRY_COMPARE(m_errors.size(), 1);
        QVERIFY(m_search->hasFailed() && !m_search->canFetchMore());  // A view would ask again and again.
        isBroken = false;
        m_search->retry();
        QTRY_COMPARE(m_ends, 2);
        QCOMPARE(m_names, (QStringList{u"a/1"_s, u"a/2"_s}));
        QVERIFY(m_search->isWhole() && !m_search->hasFailed());
    }

    void aQueryThatFailedIsAskedAgain()
    {
        m_script.answer = [](const ScriptedHub::Request &) { return ScriptedHub::Answer{.status = 403}; };
        searchOn(m_script.url());
        m_search->setQuery({});
        QTRY_COMPARE(m_errors.size(), 1);
        m_search->setQuery({});
        QTRY_COMPARE(m_errors.size(), 2);
    }

    void eachRepositoryIsToldOnce()
    {
        m_script.answer = [](const ScriptedHub::Request &request) {
            const bool isFirst = !request.target.contains("cursor");
            return ScriptedHub::Answer{
                .headers = {{"Link", "</api/models?cursor=" + QByteArray(isFirst ? "2" : "3") + ">; rel=\"next\""}},
                .body = isFirst ? listOf({"a/1", "a/2", "a/1"}) : listOf({"a/2", "a/3"})};
        };
        searchOn(m_script.url());
        m_search->setQuery({});
        QTRY_COMPARE(m_ends, 1);
        m_search->fetchMore();
        QTRY_COMPARE(m_ends, 2);
        QCOMPARE(m_names, (QStringList{u"a/1"_s, u"a/2"_s, u"a/3"_s}));
        m_search->fetchMore();  // Brings nothing new: a Hub that turns in circles has an end.
        QTRY_COMPARE(m_ends, 3);
        QVERIFY(m_search->isWhole());
    }

    void aNextPageElsewhereIsRefused()
    {
        ScriptedHub other;
        m_script.answer = [&other](const ScriptedHub::Request &) {
            return ScriptedHub::Answer{.headers = {{"Link", '<' + other.url().toEncoded() + "/x>; rel=\"next\""}},
                                       .body = listOf({"a/1"})};
        };
        searchOn(m_script.url());
        m_search->setQuery({});
        QTRY_COMPARE(m_ends, 1);
        m_search->fetchMore();
        QTRY_COMPARE(m_errors.size(), 1);
        QVERIFY(m_errors.first().kind == Error::Kind::Refused);
        QVERIFY(other.requests.isEmpty());
    }

    void whoHearsOfResultsMaySearchForOthers()
    {
        searchOn(m_hub.url());
        connect(m_search.get(), &RepoSearch::added, this, [this] { m_search->setQuery({.search = u"model-07"_s}); });
        m_search->setQuery({});
        QTRY_COMPARE(m_ends, 1);
        QCOMPARE(m_names.size(), 5);
        QCOMPARE(m_search->query().search, u"model-07"_s);
    }
};

QTEST_GUILESS_MAIN(TestRepoSearch)
#include "tst_reposearch.moc"
