// SPDX-License-Identifier: Apache-2.0
#include "hub/commits.h"
#include "hub/filemetadata.h"
#include "hub/page.h"
#include "hub/refs.h"
#include "hub/repoinfo.h"
#include "hub/tree.h"
#include "hub/whoami.h"

#include <QTest>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray kSha1(40, 'a');
const QByteArray kSha256(64, 'b');
const QByteArray kXet(64, 'c');

/// \a text with its single quotes made double: JSON without a backslash before each.
QByteArray quoted(QByteArray text)
{
    return text.replace('\'', '"');
}

hub::Reply answer(const QByteArray &body, const QList<QNetworkReply::RawHeaderPair> &headers = {}, int status = 200)
{
    return {status, QNetworkReply::NoError, {}, headers, quoted(body), QUrl(u"https://hub.test/api/x?limit=2"_s)};
}

template<typename T>
bool isBadReply(const Result<T> &result)
{
    return !result && result.error().kind == Error::Kind::BadReply && !result.error().message.isEmpty();
}

}  // namespace

class TestParsers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsTheNextPage_data()
    {
        QTest::addColumn<QByteArray>("link");
        QTest::addColumn<QByteArray>("next");

        const auto row = [](const char *title, const char *link, const char *next) {
            QTest::newRow(title) << QByteArray(link) << QByteArray(next);
        };
        row("as the Hub writes it", "<https://hub.test/api/models?limit=2&cursor=a%3D>; rel='next'",
            "https://hub.test/api/models?limit=2&cursor=a%3D");
        row("relative", "</api/y?cursor=b>; rel='next'", "https://hub.test/api/y?cursor=b");
        row("only a query", "<?cursor=b>; rel=next", "https://hub.test/api/x?cursor=b");
        row("several links", "</a>; rel='prev', </b>; rel='next', </c>; rel='last'", "https://hub.test/b");
        row("parameters before", "</b>; title='a, b; c'; type=x ; REL = 'next'", "https://hub.test/b");
        row("several relations", "</b>; rel='last  Next'", "https://hub.test/b");
        row("a comma and a bracket in the address", "</b,c;d>; rel='next'", "https://hub.test/b,c;d");
        row("a quote in a title", "</a>; title='x\\'; rel=\\'next'; rel=prev, </b>; rel=next", "https://hub.test/b");
        row("only the first relation counts", "</a>; rel=prev; rel=next", "");
        row("of another page", "</a>; rel=next; anchor='/other'", "");
        row("empty elements", ", ,</b>;rel=next,", "https://hub.test/b");
        row("no next", "</a>; rel='xet-auth'", "");
        row("a relation that begins like next", "</a>; rel='nextish'", "");
        row("none", "", "");
        row("not closed", "<https://hub.test/b; rel=next", "");
        row("no brackets", "https://hub.test/b; rel=next", "");
        row("a quote not closed", "</b>; rel='next", "https://hub.test/b");
        row("another origin is told, and the client refuses it", "<https://evil.test/x>; rel='next'",
            "https://evil.test/x");
    }

    void findsTheNextPage()
    {
        QFETCH(QByteArray, link);
        QFETCH(QByteArray, next);
        QCOMPARE(hub::nextPageOf(answer({}, {{"link", quoted(link)}})).toEncoded(), next);
    }

    void readsARepository()
    {
        const auto info = hub::parseRepoInfo(
            answer("{'_id':'x','id':'acme/m','sha':'" + kSha1
                   + "','private':true,'gated':'manual',"
                     "'downloads':5000000000,'likes':7,'tags':['x',5,'license:apache-2.0','license:mit'],"
                     "'pipeline_tag':'text-generation','library_name':'transformers','lastModified':'2024-02-19T10:57:"
                     "45.123Z'}"),
            RepoType::Dataset);
        QVERIFY(bool(info));
        QVERIFY((info->id == RepoId{RepoType::Dataset, u"acme/m"_s}));
        QCOMPARE(info->sha.toLatin1(), kSha1);
        QVERIFY(info->isPrivate && !info->isDisabled);
        QVERIFY(info->gate == RepoInfo::Gate::Manual);
        QCOMPARE(info->downloads, 5'000'000'000);
        QCOMPARE(info->likes, 7);
        QCOMPARE(info->license, u"apache-2.0"_s);
        QCOMPARE(info->task, u"text-generation"_s);
        QCOMPARE(info->library, u"transformers"_s);
        QCOMPARE(info->tags.size(), 3);
        QCOMPARE(info->lastModified, QDateTime({2024, 2, 19}, {10, 57, 45, 123}, QTimeZone::utc()));
    }

    void bearsARepositoryWithHardlyAnything()
    {
        const auto info = hub::parseRepoInfo(answer("{'id':'gpt2','sha':null,'downloads':'many','likes':-3,"
                                                    "'tags':{'a':1},'private':'yes','lastModified':12}"),
                                             RepoType::Model);
        QVERIFY(bool(info));
        QCOMPARE(info->sha, QString());
        QCOMPARE(info->downloads, -1);
        QCOMPARE(info->likes, -1);
        QVERIFY(!info->isPrivate && info->tags.isEmpty() && !info->lastModified.isValid());
    }

    void knowsGates_data()
    {
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<RepoInfo::Gate>("gate");

        QTest::newRow("false") << QByteArray("false") << RepoInfo::Gate::None;
        QTest::newRow("null") << QByteArray("null") << RepoInfo::Gate::None;
        QTest::newRow("auto") << QByteArray("\"auto\"") << RepoInfo::Gate::Automatic;
        QTest::newRow("manual") << QByteArray("\"manual\"") << RepoInfo::Gate::Manual;
        QTest::newRow("true") << QByteArray("true") << RepoInfo::Gate::Automatic;
        QTest::newRow("a word to come") << QByteArray("\"lottery\"") << RepoInfo::Gate::Manual;
    }

    void knowsGates()
    {
        QFETCH(QByteArray, value);
        QFETCH(RepoInfo::Gate, gate);
        const auto info = hub::parseRepoInfo(answer("{'id':'a/b','gated':" + value + "}"), RepoType::Model);
        QVERIFY(info->gate == gate);
    }

    void refusesARepository_data()
    {
        QTest::addColumn<QByteArray>("body");

        QTest::newRow("no JSON") << QByteArray("<html>");
        QTest::newRow("a list") << QByteArray("[]");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no name") << QByteArray("{}");
        QTest::newRow("a name that climbs") << QByteArray("{'id':'../x'}");
        QTest::newRow("a number as name") << QByteArray("{'id':5}");
        QTest::newRow("a commit that is a path") << QByteArray("{'id':'a/b','sha':'../../x'}");
        QTest::newRow("a short commit") << QByteArray("{'id':'a/b','sha':'607a30d'}");
    }

    void refusesARepository()
    {
        QFETCH(QByteArray, body);
        QVERIFY(isBadReply(hub::parseRepoInfo(answer(body), RepoType::Model)));
    }

    void readsATree()
    {
        const QByteArray body = "[{'type':'directory','oid':'" + kSha1
            + "','size':0,'path':'onnx'},"
              "{'type':'file','oid':'"
            + kSha1
            + "','size':665,'path':'größe #1.json'},"
              "{'type':'file','oid':'"
            + kSha1 + "','size':548105171,'path':'../x','lfs':{'oid':'" + kSha256
            + "','size':5481051710,'pointerSize':134},'xetHash':'" + kXet
            + "'},"
              "{'type':'unknown','path':'module'}]";
        const auto page = hub::parseTree(answer(body, {{"Link", "</p2>; rel=next"}, {"X-Total-Count", "99"}}));
        QVERIFY(bool(page));
        QCOMPARE(page->items.size(), 3);
        QVERIFY(page->items[0].isFolder);
        QCOMPARE(page->items[0].file.path, u"onnx"_s);
        const RemoteFile small{u"größe #1.json"_s, 665, QString::fromLatin1(kSha1)};
        QVERIFY(page->items[1].file == small);
        const RemoteFile large{u"../x"_s, 5'481'051'710, QString::fromLatin1(kSha1), QString::fromLatin1(kSha256),
                               QString::fromLatin1(kXet)};
        QVERIFY(page->items[2].file == large);  // An unsafe name stays to be seen, and is refused when it is written.
        QCOMPARE(page->next, QUrl(u"https://hub.test/p2"_s));
        QCOMPARE(page->total, 99);
    }

    void bearsOddEntries_data()
    {
        QTest::addColumn<QByteArray>("fields");
        QTest::addColumn<qint64>("size");
        QTest::addColumn<QByteArray>("etag");
        QTest::addColumn<QByteArray>("xetHash");

        const QByteArray oid = "'oid':'" + kSha1 + "',";
        const QByteArray lfs = "'lfs':{'oid':'" + kSha256 + "','size':5},";
        QTest::newRow("no size") << oid << qint64(-1) << kSha1 << QByteArray();
        QTest::newRow("a text as size") << oid + "'size':'12'," << qint64(-1) << kSha1 << QByteArray();
        QTest::newRow("no hash") << QByteArray("'size':1,") << qint64(1) << QByteArray() << QByteArray();
        QTest::newRow("a hash that is a path")
            << QByteArray("'size':1,'oid':'../../../x',") << qint64(1) << QByteArray() << QByteArray();
        QTest::newRow("lfs is null") << oid + "'size':1,'lfs':null," << qint64(1) << kSha1 << QByteArray();
        QTest::newRow("lfs") << oid + lfs << qint64(5) << kSha256 << QByteArray();
        QTest::newRow("an lfs hash that is none is not replaced by the pointer's")
            << oid + "'size':9,'lfs':{'oid':'x'}," << qint64(9) << QByteArray() << QByteArray();
        QTest::newRow("a xet hash that is none")
            << oid + lfs + "'xetHash':'../x'," << qint64(5) << kSha256 << QByteArray();
        QTest::newRow("a xet hash of 40 digits")
            << oid + lfs + "'xetHash':'" + kSha1 + "'," << qint64(5) << kSha256 << QByteArray();
    }

    void bearsOddEntries()
    {
        QFETCH(QByteArray, fields);
        QFETCH(qint64, size);
        QFETCH(QByteArray, etag);
        QFETCH(QByteArray, xetHash);
        const auto page = hub::parseTree(answer("[{" + fields + "'type':'file','path':'a'}]"));
        QVERIFY(bool(page));
        const RemoteFile file = page->items.value(0).file;
        QCOMPARE(file.size, size);
        QCOMPARE(file.etag().toLatin1(), etag);
        QCOMPARE(file.xetHash.toLatin1(), xetHash);
    }

    void refusesATree_data()
    {
        QTest::addColumn<QByteArray>("body");

        QTest::newRow("an object") << QByteArray("{}");
        QTest::newRow("cut") << QByteArray("[{'type':'file'");
        QTest::newRow("no path") << QByteArray("[{'type':'file','size':1}]");
        QTest::newRow("an empty path") << QByteArray("[{'type':'directory','path':''}]");
        QTest::newRow("a size below 0") << QByteArray("[{'type':'file','path':'a','size':-1}]");
        QTest::newRow("an lfs size below 0") << QByteArray("[{'type':'file','path':'a','lfs':{'size':-1}}]");
        QTest::newRow("a number as entry") << QByteArray("[1]");
    }

    void refusesATree()
    {
        QFETCH(QByteArray, body);
        QVERIFY(isBadReply(hub::parseTree(answer(body))));
    }

    void readsRefs()
    {
        const auto refs = hub::parseRefs(
            answer("{'branches':[{'name':'main','targetCommit':'C'},"
                   "{'name':'feat/x','targetCommit':'C'},{'name':'../"
                   "x','targetCommit':'C'},{'name':'bad','targetCommit':'x'}],"
                   "'tags':[{'name':'v1.0','ref':'refs/tags/v1.0','targetCommit':'C'}],"
                   "'converts':[{'name':'parquet','ref':'refs/convert/parquet','targetCommit':'C'}],"
                   "'pullRequests':[{'name':'187','ref':'refs/pr/187','targetCommit':'C'},7]}"_ba.replace(
                       "'C'", '\'' + kSha1 + '\'')));
        QVERIFY(bool(refs));
        QCOMPARE(refs->branches.size(), 2);
        QCOMPARE(refs->branches[1].name, u"feat/x"_s);
        QCOMPARE(refs->branches[1].commit.toLatin1(), kSha1);
        QCOMPARE(refs->tags.value(0).revision, u"v1.0"_s);
        QCOMPARE(refs->converts.value(0).revision, u"refs/convert/parquet"_s);
        QCOMPARE(refs->pullRequests.size(), 1);
        QCOMPARE(refs->pullRequests[0].name, u"refs/pr/187"_s);
    }

    void bearsRefsWithoutKinds()
    {
        QVERIFY(hub::parseRefs(answer("{}"))->branches.isEmpty());
        QVERIFY(isBadReply(hub::parseRefs(answer("[]"))));
    }

    void readsCommits()
    {
        const auto page = hub::parseCommits(
            answer("[{'id':'" + kSha1
                       + "','title':'t','message':'m',"
                         "'authors':[{'user':'alice'},{'user':5},{}],'date':'2024-02-19T10:57:45.000Z'}]",
                   {{"x-total-count", "61"}}));
        QVERIFY(bool(page));
        QCOMPARE(page->total, 61);
        QCOMPARE(page->items.value(0).title, u"t"_s);
        QCOMPARE(page->items.value(0).authors, QStringList{u"alice"_s});
        QVERIFY(page->items.value(0).date.isValid());
        QVERIFY(isBadReply(hub::parseCommits(answer("[{'id':'../x'}]"))));
    }

    void readsTheMetadataOfAFile_data()
    {
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("headers");
        QTest::addColumn<QByteArray>("etag");
        QTest::addColumn<qint64>("size");

        const QByteArray commit = "X-Repo-Commit:" + kSha1;
        const QByteArray large = "|X-Linked-Etag:\"" + kSha256 + "\"|X-Linked-Size:548|Content-Length:1008";
        const QByteArray small = "|ETag:\"" + kSha1 + "\"|Content-Length:12";
        QTest::newRow("a small file") << 200 << commit + small << kSha1 << qint64(12);
        QTest::newRow("a weak etag") << 200 << commit + "|ETag:W/\"" + kSha1 + "\"" << kSha1 << qint64(-1);
        QTest::newRow("an etag without quotes") << 200 << commit + "|ETag:" + kSha1 << kSha1 << qint64(-1);
        QTest::newRow("a large file: the redirect's own length does not count")
            << 302 << commit + large + "|ETag:\"x\"" << kSha256 << qint64(548);
        QTest::newRow("a redirect without a size") << 302 << commit + small << kSha1 << qint64(-1);
        QTest::newRow("a size that is none") << 200 << commit + small + "|X-Linked-Size:-5" << kSha1 << qint64(-1);
        QTest::newRow("a commit that is none") << 200 << "X-Repo-Commit:notahash" + small << QByteArray() << qint64(0);
        QTest::newRow("no etag") << 200 << commit << QByteArray() << qint64(0);
        QTest::newRow("an etag that is a path") << 200 << commit + "|ETag:\"../../../x\"" << QByteArray() << qint64(0);
    }

    void readsTheMetadataOfAFile()
    {
        QFETCH(int, status);
        QFETCH(QByteArray, headers);
        QFETCH(QByteArray, etag);
        QFETCH(qint64, size);
        QList<QNetworkReply::RawHeaderPair> pairs;
        for (const QByteArray &line : headers.split('|'))
            pairs << QNetworkReply::RawHeaderPair{line.left(line.indexOf(':')), line.mid(line.indexOf(':') + 1)};
        const auto metadata = hub::parseFileMetadata(answer({}, pairs, status), u"a/b"_s);
        if (etag.isEmpty()) {
            QVERIFY(isBadReply(metadata));
            return;
        }
        QVERIFY(bool(metadata));
        QCOMPARE(metadata->commit.toLatin1(), kSha1);
        QCOMPARE(metadata->file.path, u"a/b"_s);
        QCOMPARE(metadata->file.etag().toLatin1(), etag);
        QCOMPARE(metadata->file.size, size);
    }

    void theCommitMayBeMissing()
    {
        const auto metadata = hub::parseFileMetadata(answer({}, {{"ETag", kSha1}}), u"a"_s);
        QVERIFY(metadata);
        QVERIFY(metadata->commit.isEmpty());
    }

    void readsTheNamesOfFilesFromTheInfo()
    {
        const auto names
            = hub::parseFileNames(answer("{\"siblings\":[{\"rfilename\":\"a/b\"},{\"x\":1},{\"rfilename\":\"c\"}]}"));
        QVERIFY(names);
        QCOMPARE(*names, (QStringList{u"a/b"_s, u"c"_s}));
        QVERIFY(isBadReply(hub::parseFileNames(answer("{\"siblings\":1}"))));
    }

    void takesAXetHashThatIsOne()
    {
        const auto hashOf = [](const QByteArray &xet) {
            return hub::parseFileMetadata(
                       answer({}, {{"x-repo-commit", kSha1}, {"etag", kSha256}, {"x-xet-hash", xet}}), u"a"_s)
                ->file.xetHash.toLatin1();
        };
        QCOMPARE(hashOf(kXet), kXet);
        QCOMPARE(hashOf("../x"), QByteArray());
        QCOMPARE(hashOf(kSha1), QByteArray());
    }

    void readsAnAccount()
    {
        const auto identity
            = hub::parseIdentity(answer("{'type':'user','name':'alice','fullname':'Alice A.',"
                                        "'orgs':[{'name':'acme'},{'name':7}],'auth':{'type':'access_token',"
                                        "'accessToken':{'displayName':'laptop','role':'fineGrained'}}}"));
        QVERIFY(bool(identity));
        QCOMPARE(identity->name, u"alice"_s);
        QCOMPARE(identity->fullName, u"Alice A."_s);
        QCOMPARE(identity->organisations, QStringList{u"acme"_s});
        QCOMPARE(identity->tokenName, u"laptop"_s);
        QCOMPARE(identity->tokenRole, u"fineGrained"_s);
    }

    void bearsAnAccountWithoutToken()
    {
        QCOMPARE(hub::parseIdentity(answer("{'name':'alice','auth':null,'orgs':3}"))->tokenRole, QString());
        QVERIFY(isBadReply(hub::parseIdentity(answer("{}"))));
    }
};

QTEST_APPLESS_MAIN(TestParsers)
#include "tst_parsers.moc"
