// SPDX-License-Identifier: Apache-2.0
#include "engine/commitlist.h"
#include "engine/engine.h"
#include "support/onetoken.h"
#include "support/scriptedhub.h"
#include "support/smallhub.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray idOf(int number)
{
    return QByteArray::number(number, 16).rightJustified(40, 'a');
}

QByteArray pageOf(const QList<int> &numbers)
{
    QByteArrayList rows;
    for (const int number : numbers)
        rows << R"({"id":")" + idOf(number) + R"(","title":"Change","authors":[]})";
    return '[' + rows.join(',') + ']';
}

ScriptedHub::Answer answerWith(const QList<int> &numbers, bool hasNext)
{
    ScriptedHub::Answer answer{.body = pageOf(numbers)};
    if (hasNext)
        answer.headers << qMakePair(QByteArray("Link"),
                                    QByteArray("</api/models/o/m/commits/x?cursor=2>; rel=\"next\""));
    return answer;
}

}  // namespace

/// What the list of commits tells, against a real Hub and against one that answers when and what the test says.
class TestCommitList : public QObject
{
    Q_OBJECT

    const localhub::RepoName m_name{localhub::RepoType::Model, "o", "m"};
    const RepoId m_repo{RepoType::Model, u"o/m"_s};
    SmallHub m_hub;
    ScriptedHub m_script;
    QTemporaryDir m_cache;
    std::unique_ptr<Engine> m_engine;
    std::unique_ptr<CommitList> m_list;
    QStringList m_ids;
    QList<Error> m_errors;
    int m_ends = 0;

    void listOn(const QUrl &endpoint)
    {
        m_list.reset();
        m_engine = std::make_unique<Engine>(EngineOptions{.endpoint = endpoint,
                                                          .cacheRoot = m_cache.path(),
                                                          .credentials = std::make_shared<OneToken>(QByteArray{})});
        m_list = std::make_unique<CommitList>();
        m_ids.clear();
        m_errors.clear();
        m_ends = 0;
        connect(m_list.get(), &CommitList::restarted, this, [this] { m_ids.clear(); });
        connect(m_list.get(), &CommitList::added, this, [this](const QList<Commit> &commits) {
            for (const Commit &commit : commits)
                m_ids << commit.id;
        });
        connect(m_list.get(), &CommitList::failed, this, [this](const Error &error) { m_errors << error; });
        connect(m_list.get(), &CommitList::finished, this, [this] { ++m_ends; });
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (int i = 0; i < 120; ++i)
            m_hub.commit(m_name, "main", {localhub::Change::put("a.txt", QByteArray::number(i))},
                         "Change " + QByteArray::number(i));
    }

    void cleanup()
    {
        m_list.reset();
        m_engine.reset();
        m_script.requests.clear();
    }

    void asksForAPageAtATime()
    {
        listOn(m_hub.url());
        m_list->open(m_engine->hub(), m_repo, u"main"_s);
        QVERIFY(m_list->isAsking() && !m_list->canFetchMore());
        QTRY_COMPARE(m_ends, 1);
        QCOMPARE(m_ids.size(), 50);
        QVERIFY(m_list->canFetchMore() && !m_list->isWhole());
        m_list->fetchMore();
        m_list->fetchMore();  // While one is on its way this is none more.
        QTRY_COMPARE(m_ends, 2);
        QCOMPARE(m_ids.size(), 100);
        m_list->fetchMore();
        QTRY_COMPARE(m_ends, 3);
        QCOMPARE(m_ids.size(), 120);
        QCOMPARE(QSet<QString>(m_ids.cbegin(), m_ids.cend()).size(), m_ids.size());
        QVERIFY(m_list->isWhole() && !m_list->canFetchMore());
        QCOMPARE(m_list->total(), m_ids.size());
        QVERIFY(m_errors.isEmpty());
    }

    void anOlderAnswerNeverReachesANewerRevision()
    {
        m_script.answer = [](const ScriptedHub::Request &request) {
            ScriptedHub::Answer answer = answerWith({request.target.contains("/old") ? 1 : 2}, false);
            answer.hold = request.target.contains("/old") ? 0 : -1;
            return answer;
        };
        listOn(m_script.url());
        m_list->open(m_engine->hub(), m_repo, u"old"_s);
        QTRY_COMPARE(m_script.held(), 1);
        m_list->open(m_engine->hub(), m_repo, u"new"_s);
        QTRY_COMPARE(m_ends, 1);
        m_script.release();
        QTest::qWait(150);
        QCOMPARE(m_ids, QStringList{QString::fromLatin1(idOf(2))});
        QCOMPARE(m_ends, 1);
    }

    void aListThatWasClosedTellsNothing()
    {
        m_script.answer = [](const ScriptedHub::Request &) {
            ScriptedHub::Answer answer = answerWith({1}, false);
            answer.hold = 0;
            return answer;
        };
        listOn(m_script.url());
        m_list->open(m_engine->hub(), m_repo, u"main"_s);
        QTRY_COMPARE(m_script.held(), 1);
        m_list->close();
        m_script.release();
        QTest::qWait(150);
        QVERIFY(m_ids.isEmpty() && m_ends == 0 && m_errors.isEmpty());
        QVERIFY(!m_list->isAsking() && !m_list->canFetchMore());
    }

    void aPageThatFailsCanBeAskedForAgain()
    {
        bool isBroken = true;
        m_script.answer = [&](const ScriptedHub::Request &request) {
            if (!request.target.contains("cursor"))
                return answerWith({1}, true);
            return isBroken ? ScriptedHub::Answer{.status = 403} : answerWith({2}, false);
        };
        listOn(m_script.url());
        m_list->open(m_engine->hub(), m_repo, u"main"_s);
        QTRY_COMPARE(m_ends, 1);
        m_list->fetchMore();
        QTRY_COMPARE(m_errors.size(), 1);
        QVERIFY(m_list->hasFailed() && !m_list->canFetchMore());  // A view would ask again and again.
        isBroken = false;
        m_list->retry();
        QTRY_COMPARE(m_ends, 2);
        QCOMPARE(m_ids.size(), 2);
        QVERIFY(m_list->isWhole() && !m_list->hasFailed());
    }

    void aHubThatTurnsInCirclesHasAnEnd()
    {
        m_script.answer = [](const ScriptedHub::Request &) { return answerWith({1, 2, 1}, true); };
        listOn(m_script.url());
        m_list->open(m_engine->hub(), m_repo, u"main"_s);
        QTRY_COMPARE(m_ends, 1);
        QCOMPARE(m_ids.size(), 2);
        m_list->fetchMore();
        QTRY_COMPARE(m_ends, 2);
        QCOMPARE(m_ids.size(), 2);
        QVERIFY(m_list->isWhole());
    }

    void aNextPageElsewhereIsRefused()
    {
        ScriptedHub other;
        m_script.answer = [&other](const ScriptedHub::Request &) {
            return ScriptedHub::Answer{.headers = {{"Link", '<' + other.url().toEncoded() + "/x>; rel=\"next\""}},
                                       .body = pageOf({1})};
        };
        listOn(m_script.url());
        m_list->open(m_engine->hub(), m_repo, u"main"_s);
        QTRY_COMPARE(m_ends, 1);
        m_list->fetchMore();
        QTRY_COMPARE(m_errors.size(), 1);
        QVERIFY(m_errors.first().kind == Error::Kind::Refused);
        QVERIFY(other.requests.isEmpty());
    }

    void whoHearsOfCommitsMayOpenOthers()
    {
        m_script.answer = [](const ScriptedHub::Request &request) {
            return answerWith({request.target.contains("/one") ? 1 : 2}, false);
        };
        listOn(m_script.url());
        const auto once = Qt::ConnectionType(Qt::SingleShotConnection);
        connect(
            m_list.get(), &CommitList::added, this, [this] { m_list->open(m_engine->hub(), m_repo, u"two"_s); }, once);
        m_list->open(m_engine->hub(), m_repo, u"one"_s);
        QTRY_COMPARE(m_ends, 1);
        QCOMPARE(m_ids, QStringList{QString::fromLatin1(idOf(2))});
    }
};

QTEST_GUILESS_MAIN(TestCommitList)
#include "tst_commitlist.moc"
