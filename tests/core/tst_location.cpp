// SPDX-License-Identifier: Apache-2.0
#include "core/location.h"

#include <QTest>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

static const QString kModel = u"model"_s;
static const QString kDataset = u"dataset"_s;
static const QString kSpace = u"space"_s;

static QString wordOf(RepoType type)
{
    return type == RepoType::Dataset ? kDataset : type == RepoType::Space ? kSpace : kModel;
}

class TestLocation : public QObject
{
    Q_OBJECT

private:
    const QUrl m_endpoint = QUrl(u"http://127.0.0.1:8080/hub/"_s);

    static void addColumns()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("revision");
        QTest::addColumn<QString>("path");
    }

    void check()
    {
        QFETCH(QString, text);
        QFETCH(QString, type);
        QFETCH(QString, name);
        QFETCH(QString, revision);
        QFETCH(QString, path);
        const auto location = core::parseLocation(text, m_endpoint);
        QVERIFY2(bool(location), location ? "" : qPrintable(location.error().message));
        QCOMPARE(location->repo.name, name);
        QCOMPARE(wordOf(location->repo.type), type);
        QCOMPARE(location->revision, revision);
        QCOMPARE(location->path, path);
    }

private Q_SLOTS:
    void readsShortForms_data()
    {
        addColumns();
        const auto row = [](const char *title, const char *text, const QString &type, const char *name,
                            const char *revision = "", const char *path = "") {
            QTest::newRow(title) << QString::fromUtf8(text) << type << QString::fromUtf8(name)
                                 << QString::fromUtf8(revision) << QString::fromUtf8(path);
        };
        row("two parts are owner and name", "google/flan-t5-small", kModel, "google/flan-t5-small");
        row("one part is an old name", "gpt2", kModel, "gpt2");
        row("a dataset", "datasets/squad", kDataset, "squad");
        row("a dataset with an owner", "datasets/acme/squad", kDataset, "acme/squad");
        row("a Space", "spaces/acme/demo", kSpace, "acme/demo");
        row("the word for models may stand there", "models/acme/m", kModel, "acme/m");
        row("more parts are a path", "acme/m/onnx/model.onnx", kModel, "acme/m", "", "onnx/model.onnx");
        row("a revision", "acme/m@v1.0", kModel, "acme/m", "v1.0");
        row("a revision and a path", "acme/m@v1.0/onnx", kModel, "acme/m", "v1.0", "onnx");
        row("one part with a revision takes a path", "gpt2@main/onnx/x", kModel, "gpt2", "main", "onnx/x");
        row("a slash in a revision is encoded", "acme/m@feat%2Fx/a", kModel, "acme/m", "feat/x", "a");
        row("a pull request as it is", "acme/m@refs/pr/12/a/b", kModel, "acme/m", "refs/pr/12", "a/b");
        row("a pull request encoded", "acme/m@refs%2Fpr%2F12/a", kModel, "acme/m", "refs/pr/12", "a");
        row("a convert as it is", "datasets/squad@refs/convert/parquet/d/0.parquet", kDataset, "squad",
            "refs/convert/parquet", "d/0.parquet");
        row("no number, no pull request", "acme/m@refs/pr/x", kModel, "acme/m", "refs", "pr/x");
        row("an at sign in a path is of the path", "acme/m/a@b.txt", kModel, "acme/m", "", "a@b.txt");
        row("a path is taken as it is", "acme/m/a%20b c#1+2?.txt", kModel, "acme/m", "", "a%20b c#1+2?.txt");
        row("an umlaut in a path", "acme/m/größe.txt", kModel, "acme/m", "", "größe.txt");
        row("slashes and spaces around do not count", "  acme/m/onnx/ \n", kModel, "acme/m", "", "onnx");
        row("hf link", "hf://datasets/squad@v1.0/plain_text", kDataset, "squad", "v1.0", "plain_text");
        row("hf link of a model", "hf://acme/m/config.json", kModel, "acme/m", "", "config.json");
        row("hf link in capitals", "HF://acme/m", kModel, "acme/m");
        row("a commit", "acme/m@607a30d783dfa663caf39e06633721c8d4cfcd7e", kModel, "acme/m",
            "607a30d783dfa663caf39e06633721c8d4cfcd7e");
    }
    void readsShortForms() { check(); }

    void readsWebAddresses_data()
    {
        addColumns();
        const auto row = [](const char *title, const char *text, const QString &type, const char *name,
                            const char *revision = "", const char *path = "") {
            QTest::newRow(title) << QString::fromUtf8(text) << type << QString::fromUtf8(name)
                                 << QString::fromUtf8(revision) << QString::fromUtf8(path);
        };
        row("a model's page", "https://huggingface.co/acme/m", kModel, "acme/m");
        row("a model without owner", "https://huggingface.co/gpt2", kModel, "gpt2");
        row("a tree without owner", "https://huggingface.co/gpt2/tree/main/onnx", kModel, "gpt2", "main", "onnx");
        row("a dataset's page", "https://huggingface.co/datasets/acme/d/", kDataset, "acme/d");
        row("a dataset's file without owner", "https://hf.co/datasets/squad/blob/main/a/b.txt", kDataset, "squad",
            "main", "a/b.txt");
        row("a Space's page", "https://huggingface.co/spaces/acme/demo", kSpace, "acme/demo");
        row("a folder", "https://huggingface.co/acme/m/tree/main/onnx", kModel, "acme/m", "main", "onnx");
        row("a revision alone", "https://huggingface.co/acme/m/tree/v1.0", kModel, "acme/m", "v1.0");
        row("a file's page", "https://huggingface.co/acme/m/blob/main/a%20b%231.txt", kModel, "acme/m", "main",
            "a b#1.txt");
        row("a download", "https://huggingface.co/acme/m/resolve/main/x.bin?download=true", kModel, "acme/m", "main",
            "x.bin");
        row("a raw file", "https://huggingface.co/acme/m/raw/main/x.txt", kModel, "acme/m", "main", "x.txt");
        row("a line of a file", "https://huggingface.co/acme/m/blob/main/x.txt#L10", kModel, "acme/m", "main", "x.txt");
        row("an encoded slash in a revision", "https://huggingface.co/acme/m/tree/feat%2Fx/a", kModel, "acme/m",
            "feat/x", "a");
        row("a pull request", "https://huggingface.co/acme/m/tree/refs%2Fpr%2F1", kModel, "acme/m", "refs/pr/1");
        row("a pull request's slashes as they are", "https://huggingface.co/acme/m/blob/refs/pr/1/x", kModel, "acme/m",
            "refs/pr/1", "x");
        row("a path encoded whole", "https://huggingface.co/acme/m/blob/main/a%2Fb%2525", kModel, "acme/m", "main",
            "a/b%25");
        row("a plus stays one", "https://huggingface.co/acme/m/blob/main/a+b", kModel, "acme/m", "main", "a+b");
        row("characters as a browser shows them", "https://huggingface.co/acme/m/blob/main/größe x", kModel, "acme/m",
            "main", "größe x");
        row("a commit's page", "https://huggingface.co/acme/m/commit/607a30d", kModel, "acme/m", "607a30d");
        row("history", "https://huggingface.co/acme/m/commits/main", kModel, "acme/m", "main");
        row("another page of a repository", "https://huggingface.co/acme/m/discussions/3", kModel, "acme/m");
        row("what git clone takes", "https://huggingface.co/acme/m.git", kModel, "acme/m");
        row("without a scheme", "huggingface.co/acme/m/tree/main", kModel, "acme/m", "main");
        row("without encryption", "http://hf.co/acme/m", kModel, "acme/m");
        row("the Hub's host in capitals", "https://HuggingFace.co/acme/m", kModel, "acme/m");
        row("the endpoint", "http://127.0.0.1:8080/hub/datasets/acme/d/tree/main/x", kDataset, "acme/d", "main", "x");
        row("the endpoint without a scheme", "127.0.0.1:8080/hub/acme/m", kModel, "acme/m");
        row("a name like a page's word", "https://huggingface.co/acme/tree", kModel, "acme/tree");
    }
    void readsWebAddresses() { check(); }

    void refusesWhatNamesNothing_data()
    {
        QTest::addColumn<QString>("text");

        QTest::newRow("nothing") << u""_s;
        QTest::newRow("spaces") << u"   "_s;
        QTest::newRow("a kind alone") << u"datasets"_s;
        QTest::newRow("a kind and a slash") << u"hf://spaces/"_s;
        QTest::newRow("a name with a space") << u"acme/my model"_s;
        QTest::newRow("a name with two hyphens") << u"acme/a--b"_s;
        QTest::newRow("a name that climbs") << u"../etc/passwd"_s;
        QTest::newRow("a name that climbs, encoded") << u"https://huggingface.co/%2e%2e/m"_s;
        QTest::newRow("a slash smuggled into a name") << u"https://huggingface.co/acme%2Fx/m"_s;
        QTest::newRow("a path that climbs") << u"acme/m/a/../../b"_s;
        QTest::newRow("a path that climbs, encoded") << u"https://hf.co/acme/m/blob/main/a%2F..%2Fb"_s;
        QTest::newRow("a revision that climbs") << u"acme/m@..%2F..%2Fx"_s;
        QTest::newRow("a revision that is a dot") << u"acme/m@."_s;
        QTest::newRow("no revision after the at sign") << u"acme/m@"_s;
        QTest::newRow("no name before the at sign") << u"@main"_s;
        QTest::newRow("NUL in a path") << u"https://hf.co/acme/m/blob/main/a%00b"_s;
        QTest::newRow("a line break inside") << u"acme/m\nother"_s;
        QTest::newRow("another site") << u"https://example.org/acme/m"_s;
        QTest::newRow("the Hub as user name of another site") << u"https://huggingface.co@example.org/acme/m"_s;
        QTest::newRow("the Hub as beginning of another site") << u"https://huggingface.co.example.org/acme/m"_s;
        QTest::newRow("another port of the endpoint") << u"http://127.0.0.1:8081/hub/acme/m"_s;
        QTest::newRow("a local file") << u"file:///etc/passwd"_s;
        QTest::newRow("a script") << u"javascript:alert(1)"_s;
        QTest::newRow("another scheme") << u"ftp://huggingface.co/acme/m"_s;
        QTest::newRow("the Hub's own pages") << u"https://huggingface.co/settings/tokens"_s;
        QTest::newRow("the list of models") << u"https://huggingface.co/models?search=x"_s;
        QTest::newRow("the Hub itself") << u"https://huggingface.co/"_s;
        QTest::newRow("a bucket") << u"hf://buckets/acme/b"_s;
        QTest::newRow("a very long text") << QString(10'000, u'a');
    }

    void refusesWhatNamesNothing()
    {
        QFETCH(QString, text);
        const auto location = core::parseLocation(text, m_endpoint);
        QVERIFY(!location);
        QVERIFY(location.error().kind == Error::Kind::Refused);
        QVERIFY(!location.error().message.isEmpty());
    }

    void writesTheShortestText_data()
    {
        QTest::addColumn<Location>("location");
        QTest::addColumn<QString>("text");

        const RepoId squad{RepoType::Dataset, u"squad"_s};
        const RepoId model{RepoType::Model, u"acme/m"_s};
        QTest::newRow("a repository") << Location{model, {}, {}} << u"acme/m"_s;
        QTest::newRow("a file") << Location{model, {}, u"a b/c#1%20.txt"_s} << u"acme/m/a b/c#1%20.txt"_s;
        QTest::newRow("a revision and a path")
            << Location{squad, u"v1.0"_s, u"plain_text"_s} << u"datasets/squad@v1.0/plain_text"_s;
        QTest::newRow("a pull request") << Location{model, u"refs/pr/1"_s, u"a"_s} << u"acme/m@refs/pr/1/a"_s;
        QTest::newRow("a branch with a slash")
            << Location{model, u"feat/x%2F"_s, u"a"_s} << u"acme/m@feat%2Fx%252F/a"_s;
        QTest::newRow("an umlaut in a branch") << Location{model, u"größe"_s, {}} << u"acme/m@gr%C3%B6%C3%9Fe"_s;
        QTest::newRow("a Space") << Location{{RepoType::Space, u"acme/s"_s}, u"main"_s, {}} << u"spaces/acme/s@main"_s;
        QTest::newRow("an owner like a kind")
            << Location{{RepoType::Model, u"datasets/x"_s}, {}, {}} << u"models/datasets/x"_s;
        for (const QString &owner : {u"model"_s, u"dataset"_s, u"space"_s, u"kernels"_s, u"buckets"_s})
            QTest::newRow(qPrintable(u"an owner like a kind elsewhere: "_s + owner))
                << Location{{RepoType::Model, owner + u"/x"_s}, {}, {}} << u"models/"_s + owner + u"/x"_s;
        QTest::newRow("a folder that reads like the rest of a revision")
            << Location{model, u"refs"_s, u"pr/1/x"_s} << u"acme/m@%72efs/pr/1/x"_s;
        QTest::newRow("a convert in any script")
            << Location{model, u"refs/convert/größe"_s, u"x"_s} << u"acme/m@refs/convert/größe/x"_s;
        QTest::newRow("an owner like a host")
            << Location{{RepoType::Model, u"hf.co/x"_s}, {}, {}} << u"models/hf.co/x"_s;
    }

    void writesTheShortestText()
    {
        QFETCH(Location, location);
        QFETCH(QString, text);
        QCOMPARE(core::locationText(location), text);
        QCOMPARE(core::hfUri(location), u"hf://"_s + text);
        for (const QString &written : {text, core::hfUri(location)}) {
            const auto read = core::parseLocation(written, m_endpoint);
            QVERIFY(bool(read));
            QVERIFY(*read == location);
        }
    }

    void saysMainWhereAPathNeedsARevision()
    {
        const Location location{{RepoType::Model, u"gpt2"_s}, {}, u"onnx"_s};
        QCOMPARE(core::locationText(location), u"gpt2@main/onnx"_s);
    }

    void knowsTheNamesOfRepositories_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<bool>("valid");

        QTest::newRow("owner and name") << u"acme/My_model-1.5"_s << true;
        QTest::newRow("no owner") << u"gpt2"_s << true;
        QTest::newRow("underscores at the ends") << u"_a_/_b_"_s << true;
        QTest::newRow("96 characters") << u"a/"_s + QString(96, u'b') << true;
        QTest::newRow("97 characters") << u"a/"_s + QString(97, u'b') << false;
        QTest::newRow("two slashes") << u"a/b/c"_s << false;
        QTest::newRow("no name") << u"a/"_s << false;
        QTest::newRow("a leading dot") << u"a/.b"_s << false;
        QTest::newRow("a hyphen at the end") << u"a/b-"_s << false;
        QTest::newRow("two dots") << u"a/b..c"_s << false;
        QTest::newRow("two hyphens") << u"a--b/c"_s << false;
        QTest::newRow("git's ending") << u"a/b.git"_s << false;
        QTest::newRow("an umlaut") << u"a/größe"_s << false;
        QTest::newRow("a line break at the end") << u"a/b\n"_s << false;
    }

    void knowsTheNamesOfRepositories()
    {
        QFETCH(QString, name);
        QFETCH(bool, valid);
        QCOMPARE(core::isRepoName(name), valid);
    }
};

QTEST_APPLESS_MAIN(TestLocation)
#include "tst_location.moc"
