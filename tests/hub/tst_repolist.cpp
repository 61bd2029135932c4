// SPDX-License-Identifier: Apache-2.0
#include "hub/hubclient.h"
#include "hub/network.h"
#include "hub/repolist.h"
#include "support/onetoken.h"
#include "support/smallhub.h"

#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace {

hub::Reply answer(QByteArray body, const QList<QNetworkReply::RawHeaderPair> &headers = {})
{
    return {200, QNetworkReply::NoError, {}, headers, body.replace('\'', '"'), QUrl(u"https://hub.test/api/models"_s)};
}

QStringList namesOf(const Page<RepoSummary> &page)
{
    QStringList names;
    for (const RepoSummary &item : page.items)
        names << item.id.name;
    return names;
}

}  // namespace

/// Lists of repositories: how they are read, what is asked, and what a real Hub answers.
class TestRepoList : public QObject
{
    Q_OBJECT

    SmallHub m_hub;
    std::unique_ptr<QNetworkAccessManager> m_network;

    Page<RepoSummary> ask(const ApiCall<Page<RepoSummary>> &call) const
    {
        const OneToken nobody(QByteArray{});
        HubClient client(m_network.get(), m_hub.url(), {}, &nobody);
        std::optional<Result<Page<RepoSummary>>> got;
        client.send(call, &client, [&got](const Result<Page<RepoSummary>> &page) { got = page; });
        if (!QTest::qWaitFor([&got] { return got.has_value(); }, 20'000) || !*got) {
            qWarning("No page: %ls", qUtf16Printable(got ? got->error().message : u"too late"_s));
            return {};
        }
        return **got;
    }

    void add(localhub::RepoType type, const QByteArray &owner, const QByteArray &name, const localhub::RepoInfo &info)
    {
        QVERIFY(!m_hub.store().createRepo({type, owner, name}, info));
    }

private Q_SLOTS:
    void initTestCase()
    {
        using enum localhub::RepoType;
        m_network = hub::makeNetwork({});
        const QJsonObject tensors{{u"total"_s, 7.62e9}};
        add(Model, "ada", "engine",
            {.tags = {u"license:mit"_s},
             .pipelineTag = u"text-generation"_s,
             .libraryName = u"transformers"_s,
             .likes = 5,
             .downloads = 10,
             .trendingScore = 3,
             .fields = {{u"safetensors"_s, QJsonObject{{u"parameters"_s, tensors}, {u"total"_s, 7.62e9}}}}});
        add(Model, "ada", "loom",
            {.gate = localhub::Gate::Manual,
             .tags = {u"license:apache-2.0"_s},
             .pipelineTag = u"translation"_s,
             .libraryName = u"peft"_s,
             .likes = 9,
             .downloads = 1,
             .trendingScore = 2});
        add(Model, "bob", "engine-2", {.pipelineTag = u"text-generation"_s, .downloads = 99, .trendingScore = 1});
        add(Model, "bob", "diary", {.isPrivate = true, .trendingScore = 50});
        add(Dataset, "ada", "notes",
            {.tags = {u"task_categories:summarization"_s, u"license:cc0-1.0"_s, u"library:pandas"_s}, .downloads = 4});
        add(Dataset, "ada", "tables", {});
        add(Space, "ada", "board", {.sdk = u"gradio"_s, .likes = 2});
        add(Space, "ada", "page", {.sdk = u"static"_s, .likes = 3});
    }

    void readsARow()
    {
        const auto page = hub::parseRepoList(
            answer("[{'_id':'x','id':'acme/m','private':true,'gated':'auto','downloads':5000000000,'likes':7,"
                   "'tags':['x',5,'license:apache-2.0'],'pipeline_tag':'text-generation','library_name':'peft',"
                   "'lastModified':'2024-02-19T10:57:45.000Z','safetensors':{'total':7620000000}}]"),
            RepoType::Model);
        QVERIFY(bool(page));
        const RepoSummary wanted{.id = {RepoType::Model, u"acme/m"_s},
                                 .task = u"text-generation"_s,
                                 .library = u"peft"_s,
                                 .license = u"apache-2.0"_s,
                                 .sdk = {},
                                 .gate = RepoInfo::Gate::Automatic,
                                 .isPrivate = true,
                                 .parameters = 7'620'000'000,
                                 .downloads = 5'000'000'000,
                                 .likes = 7,
                                 .lastModified = QDateTime({2024, 2, 19}, {10, 57, 45}, QTimeZone::utc())};
        QVERIFY(page->items == QList<RepoSummary>{wanted});
        QVERIFY(!page->next.isValid());
        QCOMPARE(page->total, -1);
    }

    void bearsWhatHubsSend_data()
    {
        QTest::addColumn<QByteArray>("body");
        QTest::addColumn<QStringList>("names");
        const auto row = [](const char *title, const char *body, const QStringList &names) {
            QTest::newRow(title) << QByteArray(body) << names;
        };
        row("no repository", "[]", {});
        row("an old name without an owner", "[{'id':'gpt2'}]", {u"gpt2"_s});
        row("fields of surprising types",
            "[{'id':'a/b','downloads':'many','likes':-3,'tags':{'a':1},'gated':7,'private':'yes','safetensors':[],"
            "'lastModified':12,'pipeline_tag':[1],'sdk':{}}]",
            {u"a/b"_s});
        row("a name that climbs, between two that do not", "[{'id':'a/b'},{'id':'../etc'},{'id':'c/d'}]",
            {u"a/b"_s, u"c/d"_s});
        row("a name with a path", "[{'id':'a/b/c'}]", {});
        row("a name that turns the line around", "[{'id':'a/b\\u202e'}]", {});
        row("a name with a control character", "[{'id':'a/b\\u0000'}]", {});
        row("no name", "[{},{'id':null},{'id':5},7,null,'x',[]]", {});
    }

    void bearsWhatHubsSend()
    {
        QFETCH(QByteArray, body);
        const auto page = hub::parseRepoList(answer(body), RepoType::Model);
        QVERIFY(bool(page));
        QTEST(namesOf(*page), "names");
    }

    void keepsNoWordOfBoundlessLength()
    {
        const QByteArray endless(100'000, 'x');
        const auto page = hub::parseRepoList(
            answer("[{'id':'a/b','pipeline_tag':'" + endless + "','tags':['license:" + endless + "']}]"),
            RepoType::Model);
        QVERIFY(bool(page));
        QVERIFY(page->items.first().task.isEmpty() && page->items.first().license.isEmpty());
    }

    void refusesWhatIsNoList()
    {
        for (const char *body : {"{}", "[{'id':'a/b'}", "", "<html>"}) {
            const auto page = hub::parseRepoList(answer(body), RepoType::Model);
            QVERIFY2(!page && page.error().kind == Error::Kind::BadReply, body);
        }
    }

    void findsWhatIsAskedFor_data()
    {
        QTest::addColumn<RepoType>("type");
        QTest::addColumn<RepoQuery>("query");
        QTest::addColumn<QStringList>("names");
        using enum RepoType;
        const auto row = [](const char *title, RepoType type, const RepoQuery &query, const QStringList &names) {
            QTest::newRow(title) << type << query << names;
        };
        const QString engine = u"ada/engine"_s;
        const QString loom = u"ada/loom"_s;
        const QString second = u"bob/engine-2"_s;
        row("everything, the trending first; what is private is not seen", Model, {}, {engine, loom, second});
        row("a part of the name", Model, {.search = u"engine"_s}, {engine, second});
        row("a part of the owner", Model, {.search = u"ada/l"_s}, {loom});
        row("signs that mean something in addresses", Model, {.search = u"a&b=c#%2F+ ?"_s}, {});
        row("an author", Model, {.author = u"ada"_s}, {engine, loom});
        row("a task", Model, {.task = u"text-generation"_s}, {engine, second});
        row("a library", Model, {.library = u"peft"_s}, {loom});
        row("a licence", Model, {.license = u"mit"_s}, {engine});
        row("all of it", Model,
            {.search = u"eng"_s,
             .author = u"ada"_s,
             .task = u"text-generation"_s,
             .library = u"transformers"_s,
             .license = u"mit"_s},
            {engine});
        row("all of it, and one is another", Model, {.author = u"ada"_s, .license = u"cc0-1.0"_s}, {});
        row("by downloads", Model, {.sort = RepoQuery::Sort::Downloads}, {second, engine, loom});
        row("by likes", Model, {.sort = RepoQuery::Sort::Likes}, {loom, engine, second});
        row("a task of datasets", Dataset, {.task = u"summarization"_s}, {u"ada/notes"_s});
        row("a library of datasets", Dataset, {.library = u"pandas"_s}, {u"ada/notes"_s});
        row("a licence of datasets", Dataset, {.license = u"cc0-1.0"_s}, {u"ada/notes"_s});
        row("an SDK", Space, {.library = u"gradio"_s}, {u"ada/board"_s});
        row("Spaces by likes", Space, {.sort = RepoQuery::Sort::Likes}, {u"ada/page"_s, u"ada/board"_s});
        row("Spaces by downloads, which nobody counts", Space, {.sort = RepoQuery::Sort::Downloads},
            {u"ada/board"_s, u"ada/page"_s});
    }

    void findsWhatIsAskedFor()
    {
        QFETCH(RepoType, type);
        QFETCH(RepoQuery, query);
        QTEST(namesOf(ask(hub::repoList(type, query))), "names");
    }

    void sortsByTheLastChange()
    {
        const auto change = [this](const QByteArray &name) {
            m_hub.commit({localhub::RepoType::Dataset, "ada", name}, "main", {localhub::Change::put("a.txt", name)});
        };
        change("tables");
        QTest::qWait(1100);  // Git counts seconds.
        change("notes");
        const auto page = ask(hub::repoList(RepoType::Dataset, {.sort = RepoQuery::Sort::Updated}));
        QCOMPARE(namesOf(page), (QStringList{u"ada/notes"_s, u"ada/tables"_s}));
        QVERIFY(page.items.first().lastModified > page.items.last().lastModified);
    }

    void hasAllThatACardShows()
    {
        const Page<RepoSummary> models = ask(hub::repoList(RepoType::Model, {}));
        QCOMPARE(models.items.size(), 3);
        const RepoSummary &engine = models.items[0];
        QCOMPARE(engine.task, u"text-generation"_s);
        QCOMPARE(engine.library, u"transformers"_s);
        QCOMPARE(engine.license, u"mit"_s);
        QCOMPARE(engine.parameters, 7'620'000'000);
        QCOMPARE(engine.downloads, 10);
        QCOMPARE(engine.likes, 5);
        QVERIFY(engine.gate == RepoInfo::Gate::None && !engine.isPrivate && engine.lastModified.isValid());
        QVERIFY(models.items[1].gate == RepoInfo::Gate::Manual);
        const Page<RepoSummary> datasets = ask(hub::repoList(RepoType::Dataset, {.search = u"notes"_s}));
        QCOMPARE(datasets.items.value(0).task, u"summarization"_s);
        QCOMPARE(datasets.items.value(0).downloads, 4);
        const Page<RepoSummary> spaces = ask(hub::repoList(RepoType::Space, {.search = u"board"_s}));
        QCOMPARE(spaces.items.value(0).sdk, u"gradio"_s);
        QCOMPARE(spaces.items.value(0).downloads, -1);
    }
};

QTEST_GUILESS_MAIN(TestRepoList)
#include "tst_repolist.moc"
