// SPDX-License-Identifier: Apache-2.0
#include "local/source.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

static const QString kCommit(40, u'a');

/// What \a change makes of a source that is fine.
static QJsonObject changed(const QString &key, const QJsonValue &value)
{
    QJsonObject json{{u"name"_s, u"My dataset"_s},   {u"endpoint"_s, u"https://hub.example.org"_s},
                     {u"repo_type"_s, u"dataset"_s}, {u"repo_id"_s, u"acme/words"_s},
                     {u"revision"_s, u"v1.0"_s},     {u"commit"_s, kCommit},
                     {u"account"_s, u"alice"_s}};
    json[key] = value;
    return json;
}

class TestSource : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isReadAsItWasWritten()
    {
        const auto source = Source::of(changed({}, {}));
        QVERIFY(source);
        QCOMPARE(source->name, u"My dataset"_s);
        QCOMPARE(source->endpoint, QUrl(u"https://hub.example.org"_s));
        QCOMPARE(source->repo, (RepoId{RepoType::Dataset, u"acme/words"_s}));
        QCOMPARE(source->revision, u"v1.0"_s);
        QCOMPARE(source->account, u"alice"_s);
        QCOMPARE(Source::of(source->toJson()), source);
    }

    void aPinnedOneOpensItsCommit()
    {
        Source source{.repo = {RepoType::Model, u"acme/m"_s}, .revision = u"v1.0"_s};
        QCOMPARE(source.location().revision, u"v1.0"_s);
        source.commit = kCommit;
        QCOMPARE(source.location().revision, kCommit);
        QCOMPARE(source.revision, u"v1.0"_s);
    }

    void whatAGalaxyInstanceLeavesOutIsWhatItMeansThere()
    {
        const auto source = Source::of({{u"repo_id"_s, u"google/flan-t5-small"_s}});
        QVERIFY(source);
        QCOMPARE(source->name, u"flan-t5-small"_s);
        QCOMPARE(source->endpoint, QUrl(u"https://huggingface.co"_s));
        QCOMPARE(source->repo.type, RepoType::Model);
        QCOMPARE(source->revision, QString());
        QCOMPARE(source->toJson()["revision"_L1].toString(), u"main"_s);
    }

    void mainIsWhatNoRevisionMeans() { QCOMPARE(Source::of(changed(u"revision"_s, u"main"_s))->revision, QString()); }

    void aTokenIsNeitherReadNorWritten()
    {
        const auto source = Source::of(changed(u"token"_s, u"hf_made_up"_s));
        QVERIFY(source);
        QVERIFY(!source->toJson().contains("token"_L1));
        const auto inAddress
            = Source::of(changed(u"endpoint"_s, u"https://alice:hf_made_up@hub.example.org/?t=hf_x#f"_s));
        QCOMPARE(inAddress->endpoint, QUrl(u"https://hub.example.org/"_s));
    }

    void whatIsNoneIsLeftOut_data()
    {
        QTest::addColumn<QString>("key");
        QTest::addColumn<QJsonValue>("value");
        const auto row = [](const char *title, const QString &key, const QJsonValue &value) {
            QTest::newRow(title) << key << value;
        };
        row("a name of nothing", u"name"_s, u""_s);
        row("a name of spaces", u"name"_s, u"  "_s);
        row("a name that is a number", u"name"_s, 7);
        row("a name with an end of line", u"name"_s, u"a\nb"_s);
        row("a name that turns what follows round", u"name"_s, u"a\u202egpj.exe"_s);
        row("a name of nothing to see", u"name"_s, u"\u200b\u200b"_s);
        row("a name with a null", u"name"_s, QString(u"a\0b"_s));
        row("a name longer than any line", u"name"_s, QString(101, u'x'));
        row("an endpoint of no scheme", u"endpoint"_s, u"hub.example.org"_s);
        row("an endpoint on this disk", u"endpoint"_s, u"file:///etc/passwd"_s);
        row("an endpoint that runs", u"endpoint"_s, u"javascript:alert(1)"_s);
        row("an endpoint without a host", u"endpoint"_s, u"https:///x"_s);
        row("an endpoint that says nothing", u"endpoint"_s, u""_s);
        row("an endpoint without an end", u"endpoint"_s, u"https://hub.example.org/"_s + QString(5000, u'x'));
        row("a kind that no Hub has", u"repo_type"_s, u"bucket"_s);
        row("a kind in a list", u"repo_type"_s, QJsonArray{u"model"_s});
        row("no repository", u"repo_id"_s, u""_s);
        row("a repository that climbs", u"repo_id"_s, u"../../etc"_s);
        row("a repository of three parts", u"repo_id"_s, u"a/b/c"_s);
        row("a repository that is an object", u"repo_id"_s, QJsonObject{});
        row("a revision that climbs", u"revision"_s, u"../x"_s);
        row("a revision with a space", u"revision"_s, u"a b"_s);
        row("a revision without an end", u"revision"_s, QString(5000, u'x'));
        row("a commit that is a branch", u"commit"_s, u"main"_s);
        row("a commit that is cut", u"commit"_s, QString(39, u'a'));
        row("an account in two lines", u"account"_s, u"alice\nbob"_s);
        row("an account that is true", u"account"_s, true);
    }

    void whatIsNoneIsLeftOut()
    {
        QFETCH(const QString, key);
        QFETCH(const QJsonValue, value);
        QVERIFY(!Source::of(changed(key, value)));
    }

    void namesInAnyScriptAreFine()
    {
        for (const QString &name : {u"Größe & Co. <b>"_s, u"日本語 データ"_s, u"C:\\temp"_s, QString(100, u'x')})
            QVERIFY2(Source::of(changed(u"name"_s, name)), qPrintable(name));
    }

    void anEndpointIsSaidInOneWay_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("endpoint");
        QTest::newRow("a slash at its end") << u"https://huggingface.co/"_s << u"https://huggingface.co"_s;
        QTest::newRow("the usual port") << u"https://Hub.Example.org:443"_s << u"https://hub.example.org"_s;
        QTest::newRow("the usual one of http") << u"http://127.0.0.1:80/hub/"_s << u"http://127.0.0.1/hub"_s;
        QTest::newRow("another port") << u" http://127.0.0.1:8080 "_s << u"http://127.0.0.1:8080"_s;
    }

    void anEndpointIsSaidInOneWay()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, endpoint);
        QCOMPARE(Source::endpointOf(text).toString(), endpoint);
        QVERIFY(Source{.endpoint = QUrl(endpoint)}.isAt(QUrl(text.trimmed())));
    }

    void anotherHubIsAnother()
    {
        const Source source{.endpoint = QUrl(u"https://hub.example.org"_s)};
        QVERIFY(!source.isAt(QUrl(u"http://hub.example.org"_s)));
        QVERIFY(!source.isAt(QUrl(u"https://hub.example.org:8443"_s)));
        QVERIFY(!source.isAt(QUrl(u"https://hub.example.org.evil.test"_s)));
    }
};

QTEST_GUILESS_MAIN(TestSource)
#include "tst_source.moc"
