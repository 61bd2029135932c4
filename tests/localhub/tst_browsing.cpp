// SPDX-License-Identifier: Apache-2.0
#include "localhub/hubfixture.h"

class TestBrowsing : public QObject, private HubFixture
{
    Q_OBJECT

private Q_SLOTS:
    void revisions_data()
    {
        QTest::addColumn<QByteArray>("revision");
        QTest::addColumn<bool>("isFirst");
        QTest::newRow("a branch") << "main"_ba << false;
        QTest::newRow("the default") << "HEAD"_ba << false;
        QTest::newRow("a branch with a slash") << "feat%2Fx"_ba << true;
        QTest::newRow("a tag") << "v1"_ba << true;
        QTest::newRow("a pull request") << "refs%2Fpr%2F1"_ba << true;
        QTest::newRow("a whole name") << "refs%2Fheads%2Fmain"_ba << false;
        QTest::newRow("a commit") << m_first << true;
        QTest::newRow("the beginning of a commit") << m_first.first(7) << true;
    }

    void revisions()
    {
        QFETCH(QByteArray, revision);
        QFETCH(bool, isFirst);
        const QByteArray commit = isFirst ? m_first : m_commit;
        QCOMPARE(get("/api/models/ada/engine/revision/" + revision).json()["sha"_L1].toString().toLatin1(), commit);
        QCOMPARE(get("/ada/engine/resolve/" + revision + "/README.md").headers.value("x-repo-commit"), commit);
    }

    void listsPage()
    {
        RawClient http = client();
        QByteArrayList all;
        int pages = 0;
        for (QByteArray target = "/api/datasets?sort=downloads&limit=60"; !target.isEmpty(); ++pages) {
            const Reply page = http.get(target);
            QCOMPARE(page.status, 200);
            all += names(page, u"id"_s);
            target = next(page);
        }
        QCOMPARE(pages, 5);
        QCOMPARE(all.size(), 250);
        QCOMPARE(QSet<QByteArray>(all.begin(), all.end()).size(), 250);
        QCOMPARE(all.first(), "ada/d104"_ba);
    }

    void listsFilter_data()
    {
        QTest::addColumn<QByteArray>("query");
        QTest::addColumn<QByteArrayList>("ids");
        QTest::newRow("all public ones") << ""_ba << QByteArrayList{"ada/engine", "ada/gated"};
        QTest::newRow("search") << "search=ENG"_ba << QByteArrayList{"ada/engine"};
        QTest::newRow("author") << "author=bob"_ba << QByteArrayList{};
        QTest::newRow("two filters mean both") << "filter=fun&filter=license%3Amit"_ba << QByteArrayList{"ada/engine"};
        QTest::newRow("one of two is not enough") << "filter=fun&filter=license%3Agpl"_ba << QByteArrayList{};
        QTest::newRow("gated") << "gated=true"_ba << QByteArrayList{"ada/gated"};
        QTest::newRow("not gated") << "gated=false"_ba << QByteArrayList{"ada/engine"};
        QTest::newRow("newest first") << "sort=createdAt&direction=-1"_ba << QByteArrayList{"ada/gated", "ada/engine"};
        QTest::newRow("by id") << "sort=id"_ba << QByteArrayList{"ada/engine", "ada/gated"};
    }

    void listsFilter()
    {
        QFETCH(QByteArray, query);
        QTEST(names(get("/api/models?" + query), u"id"_s), "ids");
    }

    void treesAndPaths()
    {
        RawClient http = client();
        const Reply root = http.get("/api/models/ada/engine/tree/main");
        QCOMPARE(names(root, u"path"_s), QByteArrayList({".gitattributes", "README.md", "empty", "sub"}));
        for (const char *path : {"sub%2Fdeep", "sub/deep"}) {
            const Reply deep = http.get("/api/models/ada/engine/tree/main/" + QByteArray(path));
            QCOMPARE(names(deep, u"path"_s), QByteArrayList{"sub/deep/a b#%+\xc3\xbc.txt"});
        }
        const QJsonArray expanded
            = http.get("/api/models/ada/engine/tree/main?recursive=true&expand=true").json().array();
        QCOMPARE(expanded[1]["lastCommit"_L1]["title"_L1].toString(), u"First"_s);
        QCOMPARE(expanded[3]["lastCommit"_L1]["title"_L1].toString(), u"Second <b>"_s);
        QCOMPARE(expanded[4]["lfs"_L1]["size"_L1].toInt(), 1000000);

        const QByteArray where = "/api/models/ada/engine/paths-info/main";
        const Reply form = http.send("POST", where, {"Content-Type: application/x-www-form-urlencoded"},
                                     "paths=sub&paths=none&paths=README.md&expand=false");
        QCOMPARE(names(form, u"path"_s), QByteArrayList({"sub", "README.md"}));
        const Reply json
            = http.send("POST", where, {"Content-Type: application/json"}, "{\"paths\":[\"empty\"],\"expand\":true}");
        QCOMPARE(names(json, u"path"_s), QByteArrayList{"empty"});
        QCOMPARE(http.send("POST", where, {}, QByteArray("paths=x&").repeated(1001)).status, 413);
        QCOMPARE(http.send("POST", where, {"Content-Type: application/json"}, "[").status, 400);
    }

    void largeTreesPage()
    {
        const RepoName name{RepoType::Model, "ada", "many"};
        QVERIFY(!m_server->store().createRepo(name, {.isPrivate = true}));
        QList<Change> changes;
        for (int i = 0; i < 2500; ++i)
            changes += Change::put("f" + QByteArray::number(i), QByteArray::number(i));
        QVERIFY(m_server->store().commit(name, "main", commitOf("Many", changes)));
        for (const auto &[query, pages] : {std::pair("recursive=true"_ba, 3), std::pair("expand=true"_ba, 50)}) {
            QByteArrayList all;
            int count = 0;
            for (QByteArray target = "/api/models/ada/many/tree/main?" + query; !target.isEmpty(); ++count) {
                const Reply page = get(target, "hf_ada");
                all += names(page, u"path"_s);
                target = next(page);
            }
            QCOMPARE(count, pages);
            QCOMPARE(QSet<QByteArray>(all.begin(), all.end()).size(), 2500);
        }
    }

    void refsAndCommits()
    {
        QVERIFY(!get("/api/models/ada/engine/refs").json().object().contains("pullRequests"_L1));
        const QJsonObject refs = get("/api/models/ada/engine/refs?include_prs=1").json().object();
        QCOMPARE(refs["branches"_L1][0]["name"_L1].toString(), u"feat/x"_s);
        QCOMPARE(refs["tags"_L1][0]["ref"_L1].toString(), u"refs/tags/v1"_s);
        QCOMPARE(refs["pullRequests"_L1][0]["ref"_L1].toString(), u"refs/pr/1"_s);
        const Reply first = get("/api/models/ada/engine/commits/main?limit=1&expand%5B%5D=formatted");
        QCOMPARE(first.headers.value("x-total-count"), "2"_ba);
        QCOMPARE(first.json()[0]["title"_L1].toString(), u"Second <b>"_s);
        QCOMPARE(first.json()[0]["message"_L1].toString(), u"More."_s);
        QCOMPARE(first.json()[0]["formatted"_L1]["title"_L1].toString(), u"Second &lt;b&gt;"_s);
        const Reply second = get(next(first));
        QCOMPARE(second.json()[0]["id"_L1].toString().toLatin1(), m_first);
        QVERIFY(next(second).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestBrowsing)
#include "tst_browsing.moc"
