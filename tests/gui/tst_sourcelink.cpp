// SPDX-License-Identifier: Apache-2.0
#include "gui/sources/sourcelink.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// What is pasted where the form of a source asks for a repository.
class TestSourceLink : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesARepositoryAndMaybeItsHub_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("hub");
        QTest::addColumn<int>("kind");
        QTest::addColumn<QString>("repo");
        QTest::addColumn<QString>("revision");
        const auto row = [](const char *title, const QString &text, const QString &hub, RepoType kind,
                            const QString &repo, const QString &revision = {}) {
            QTest::newRow(title) << text << hub << int(kind) << repo << revision;
        };
        row("a name", u"acme/words"_s, {}, RepoType::Model, u"acme/words"_s);
        row("a dataset by its short form", u"datasets/acme/words@v1.0"_s, {}, RepoType::Dataset, u"acme/words"_s,
            u"v1.0"_s);
        row("a link of fsspec", u"hf://datasets/acme/words@refs/pr/1/a/b.csv"_s, {}, RepoType::Dataset, u"acme/words"_s,
            u"refs/pr/1"_s);
        row("a page of huggingface.co", u"https://huggingface.co/spaces/acme/demo/tree/feat%2Fx/a"_s,
            u"https://huggingface.co"_s, RepoType::Space, u"acme/demo"_s, u"feat/x"_s);
        row("without its scheme", u"huggingface.co/google/flan-t5-small"_s, u"https://huggingface.co"_s,
            RepoType::Model, u"google/flan-t5-small"_s);
        row("by the short host", u"https://hf.co/datasets/squad"_s, u"https://huggingface.co"_s, RepoType::Dataset,
            u"squad"_s);
        row("a page of a Hub that is known, below its path", u"https://hub.example.org/base/datasets/acme/words"_s,
            u"https://hub.example.org/base"_s, RepoType::Dataset, u"acme/words"_s);
        row("a page of a Hub that nobody knows", u"https://other.example.org:8443/acme/m/tree/v2"_s,
            u"https://other.example.org:8443"_s, RepoType::Model, u"acme/m"_s, u"v2"_s);
        row("a page with a password in it", u"https://me:hf_made_up@other.example.org/acme/m?token=hf_x"_s,
            u"https://other.example.org"_s, RepoType::Model, u"acme/m"_s);
        row("an owner with a dot is no host", u"acme.inc/m"_s, {}, RepoType::Model, u"acme.inc/m"_s);
    }

    void namesARepositoryAndMaybeItsHub()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, hub);
        QFETCH(const int, kind);
        QFETCH(const QString, repo);
        QFETCH(const QString, revision);
        const auto link
            = gui::readSourceLink(text, {QUrl(u"http://127.0.0.1:8080"_s), QUrl(u"https://hub.example.org/base"_s)});
        QVERIFY(link);
        QCOMPARE(link->hub.toString(), hub);
        QCOMPARE(int(link->location.repo.type), kind);
        QCOMPARE(link->location.repo.name, repo);
        QCOMPARE(link->location.revision, revision);
    }

    void refusesWhatNamesNone_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("a page of no repository") << u"https://huggingface.co/docs/hub"_s;
        QTest::newRow("a Hub alone") << u"https://other.example.org"_s;
        QTest::newRow("a file of this disk") << u"file:///etc/passwd"_s;
        QTest::newRow("a script") << u"javascript:alert(1)"_s;
        QTest::newRow("a name that climbs") << u"https://other.example.org/%2e%2e/m"_s;
    }

    void refusesWhatNamesNone()
    {
        QFETCH(const QString, text);
        QVERIFY(!gui::readSourceLink(text, {}));
    }
};

QTEST_GUILESS_MAIN(TestSourceLink)
#include "tst_sourcelink.moc"
