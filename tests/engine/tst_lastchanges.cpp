// SPDX-License-Identifier: Apache-2.0
#include "sessionrig.h"

#include "engine/lastchanges.h"
#include "support/faults.h"

using namespace Qt::Literals::StringLiterals;
using localhub::Change;

/// Who changed what is in sight last: asked for as little as can be, and remembered.
class TestLastChanges : public QObject, protected SessionRig
{
    Q_OBJECT

    QString m_many;

    QStringList files(int first, int count) const
    {
        QStringList paths;
        for (int number = first; number < first + count; ++number)
            paths << u"files/%1.txt"_s.arg(number, 4, 10, QChar(u'0'));
        return paths;
    }

    /// That the Hub was asked for, since the last time.
    int questions() const
    {
        int count = 0;
        for (const QJsonObject &request : Faults(m_hub->url()).log())
            count += request[u"path"_s].toString().contains("/paths-info/"_L1);
        Faults(m_hub->url()).clearLog();
        return count;
    }

    std::unique_ptr<RepoSession> open()
    {
        auto session = listed(m_repo);
        m_questions->take();
        questions();
        return session;
    }

private Q_SLOTS:
    void initTestCase()
    {
        qRegisterMetaType<Error>();
        m_hub = std::make_unique<SmallHub>(true);
        m_hub->commit(m_name, "main", {Change::put("README.md", "# Tiny"), Change::put("onnx/a.json", "1")}, "First");
        QList<Change> many{Change::put("onnx/a.json", "2")};
        for (const QString &path : files(0, 700))
            many << Change::put(path.toUtf8(), "x");
        m_head = m_hub->commit(m_name, "main", many, "Add many");
    }
    void init() { emptyCache(); }
    void cleanup()
    {
        Faults(m_hub->url()).clear();
        m_engine.reset();
    }

    void oneQuestionSaysItOfAllInSight()
    {
        const auto session = open();
        const QSignalSpy found(session.get(), &RepoSession::changesFound);
        session->lookAt({u"README.md"_s, u"files"_s, u"onnx"_s}, true);
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(session->changes().value(u"README.md"_s).title, u"First"_s);
        QCOMPARE(session->changes().value(u"onnx"_s).title, u"Add many"_s);
        QCOMPARE(session->changes().value(u"files"_s).commit, m_head);
        QVERIFY(session->changes().value(u"files"_s).date.isValid());
        QCOMPARE(m_questions->take(), 1);
    }

    void aSmallRepositoryCostsFourQuestions()
    {
        const auto session = listed(m_repo);
        const QSignalSpy found(session.get(), &RepoSession::changesFound);
        session->lookAt({u"README.md"_s}, false);
        QTRY_COMPARE(found.size(), 1);
        QTRY_COMPARE(session->refs().branches.size(), 1);
        QCOMPARE(m_questions->take(), 4);
    }

    void onlyTheSightThatCameToRestIsAskedFor()
    {
        const auto session = open();
        const QSignalSpy found(session.get(), &RepoSession::changesFound);
        for (int first = 0; first < 600; first += 20)
            session->lookAt(files(first, 20), true);
        QTRY_COMPARE(found.size(), 1);
        QCOMPARE(questions(), 1);
        QVERIFY(!session->changes().contains(files(0, 1).constFirst()));
        QVERIFY(session->changes().contains(files(580, 1).constFirst()));
    }

    void whatIsKnownIsNeverAskedForAgain()
    {
        {
            const auto session = open();
            const QSignalSpy found(session.get(), &RepoSession::changesFound);
            session->lookAt(files(0, 20), true);
            QTRY_COMPARE(found.size(), 1);
            session->lookAt(files(0, 20), true);
            session->lookAt(files(10, 20), true);
            QTRY_COMPARE(found.size(), 2);
            QCOMPARE(found.last().first().toStringList(), files(20, 10));
            QCOMPARE(questions(), 2);
        }
        const auto again = open();
        QCOMPARE(again->changes().size(), 30);
        again->lookAt(files(0, 30), true);
        QTest::qWait(300);  // Longer than a sight takes to come to rest.
        QCOMPARE(questions(), 0);
    }

    void aListThatNobodyMovesAsksForFiveHundred()
    {
        const auto session = open();
        session->lookAt(files(0, 700), false);
        QTRY_COMPARE(session->changes().size(), LastChanges::kMaxUnmoved);
        QTest::qWait(300);
        QCOMPARE(questions(), 5);
        session->lookAt(files(0, 700), true);
        QTRY_COMPARE(session->changes().size(), 700);
        QCOMPARE(questions(), 2);
    }

    void whatTheHubLeavesOutIsNotAskedForAgain()
    {
        const auto session = open();
        const QSignalSpy found(session.get(), &RepoSession::changesFound);
        session->lookAt({u"README.md"_s, u"no-such-file"_s}, true);
        QTRY_COMPARE(found.size(), 1);
        QVERIFY(session->changes().value(u"no-such-file"_s).commit.isEmpty());
        session->lookAt({u"no-such-file"_s}, true);
        QTest::qWait(300);
        QCOMPARE(questions(), 1);
    }

    void aMirrorThatDoesNotKnowItIsAskedOnce_data()
    {
        QTest::addColumn<QJsonObject>("fault");
        const QString path = u"/api/*/paths-info/*"_s;
        QTest::newRow("it has no such page")
            << QJsonObject{{u"path"_s, path}, {u"status"_s, 404}, {u"body"_s, u"Not Found"_s}};
        QTest::newRow("it takes no such request")
            << QJsonObject{{u"path"_s, path}, {u"status"_s, 405}, {u"body"_s, u"no"_s}};
        QTest::newRow("it leaves the commits out")
            << QJsonObject{{u"path"_s, path}, {u"status"_s, 200}, {u"body"_s, u"[{\"path\":\"README.md\"}]"_s}};
    }
    void aMirrorThatDoesNotKnowItIsAskedOnce()
    {
        QFETCH(const QJsonObject, fault);
        Faults(m_hub->url()).set({fault});
        const auto session = open();
        const QSignalSpy failed(session.get(), &RepoSession::failed);
        session->lookAt({u"README.md"_s}, true);
        int asked = 0;
        QTRY_VERIFY((asked += m_questions->take()) > 0);
        QTest::qWait(300);  // It is answered.
        session->lookAt({u"README.md"_s, u"onnx"_s}, true);
        QTest::qWait(300);
        QCOMPARE(asked + m_questions->take(), 1);
        QVERIFY(failed.isEmpty());
        QVERIFY(session->changes().isEmpty());
    }

    void offlineNothingIsAsked()
    {
        {
            const auto session = open();
            keep(*session, u"README.md"_s, "# Tiny");
        }
        makeEngine(true);
        const auto session = listed(m_repo);
        QVERIFY(session->isOffline());
        session->lookAt({u"README.md"_s}, true);
        QTest::qWait(300);
        QCOMPARE(m_questions->take(), 0);
    }
};

QTEST_GUILESS_MAIN(TestLastChanges)
#include "tst_lastchanges.moc"
