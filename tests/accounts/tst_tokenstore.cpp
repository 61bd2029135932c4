// SPDX-License-Identifier: Apache-2.0
#include "accounts/environmentcredentials.h"
#include "accounts/tokenstore.h"
#include "support/disk.h"

#include <QProcessEnvironment>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using Source = TokenStore::Source;

namespace {
const QString kTheHub = u"https://huggingface.co"_s;
}

/// Which token goes where.
class TestTokenStore : public QObject
{
    Q_OBJECT

private:
    struct Surroundings {
        QString endpoint = kTheHub;
        bool hasVariable = false;
        bool hasFile = false;
        bool forbids = false;
    };

    QTemporaryDir m_home;

    std::unique_ptr<TokenStore> store(const Surroundings &around) const
    {
        QProcessEnvironment variables;
        variables.insert(u"HF_HOME"_s, m_home.path());
        variables.insert(u"HF_ENDPOINT"_s, around.endpoint);
        if (around.hasVariable)
            variables.insert(u"HF_TOKEN"_s, u"hf_of_the_variable"_s);
        if (around.forbids)
            variables.insert(u"HF_HUB_DISABLE_IMPLICIT_TOKEN"_s, u"1"_s);
        const QString path = m_home.filePath(u"token"_s);
        QFile::remove(path);
        if (around.hasFile)
            disk::put(path, "hf_of_the_file");
        return std::make_unique<TokenStore>(
            std::make_shared<EnvironmentCredentials>(variables, Environment::of(variables)));
    }

private Q_SLOTS:
    void showsATokenToItsOriginAlone_data()
    {
        QTest::addColumn<QString>("home");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<bool>("isSent");
        const QString here = u"http://127.0.0.1:8080"_s;
        const auto row = [](const char *name, const QString &home, const QString &asked, bool isSent) {
            QTest::newRow(name) << home << asked << isSent;
        };
        row("the same address", kTheHub, kTheHub, true);
        row("the usual port, said aloud", kTheHub, u"https://huggingface.co:443"_s, true);
        row("the usual port, said aloud when it was put in", u"https://huggingface.co:443"_s, kTheHub, true);
        row("capitals in the host", kTheHub, u"https://HuggingFace.co"_s, true);
        row("another path", kTheHub, kTheHub + u"/mirror"_s, true);
        row("another host", kTheHub, u"https://hub.test"_s, false);
        row("a host below it", kTheHub, u"https://cdn.huggingface.co"_s, false);
        row("a host that ends as it does", kTheHub, u"https://evilhuggingface.co"_s, false);
        row("a host with a dot at its end", kTheHub, u"https://huggingface.co."_s, false);
        row("its name as somebody's user name", kTheHub, u"https://huggingface.co@hub.test"_s, false);
        row("another port", kTheHub, u"https://huggingface.co:8443"_s, false);
        row("another scheme", kTheHub, u"http://huggingface.co"_s, false);
        row("another scheme on the same port", kTheHub, u"http://huggingface.co:443"_s, false);
        row("a scheme that is no web", kTheHub, u"ftp://huggingface.co:443"_s, false);
        row("http abroad, though it was put in for it", u"http://hub.test"_s, u"http://hub.test"_s, false);
        row("http in the house", u"http://192.168.0.7:8080"_s, u"http://192.168.0.7:8080"_s, false);
        row("http within this computer", here, here, true);
        row("http within this computer by name", u"http://localhost:8080"_s, u"http://localhost:8080"_s, true);
        row("another port of this computer", here, u"http://127.0.0.1:8081"_s, false);
        row("this computer by another name", here, u"http://localhost:8080"_s, false);
        row("a host that pretends to be this computer", u"http://127.0.0.1.hub.test"_s, u"http://127.0.0.1.hub.test"_s,
            false);
        row("no address", kTheHub, QString(), false);
    }

    void showsATokenToItsOriginAlone()
    {
        QFETCH(QString, home);
        QFETCH(QString, asked);
        QFETCH(bool, isSent);
        TokenStore tokens;
        tokens.put(QUrl(home), u"ada"_s, "hf_ada");
        tokens.choose(QUrl(home), u"ada"_s);
        const QByteArray expected = isSent ? "hf_ada" : "";
        QCOMPARE(tokens.token(QUrl(asked), {}), expected);
        QCOMPARE(tokens.token(QUrl(asked), u"ada"_s), expected);
        QCOMPARE(int(tokens.source(QUrl(asked))), int(isSent ? Source::Account : Source::Nobody));
    }

    void takesTheFirstThatCounts_data()
    {
        QTest::addColumn<bool>("hasVariable");
        QTest::addColumn<QString>("chosen");
        QTest::addColumn<bool>("hasFile");
        QTest::addColumn<QString>("named");
        QTest::addColumn<bool>("forbids");
        QTest::addColumn<QByteArray>("token");
        QTest::addColumn<int>("source");
        const auto row = [](const char *name, bool variable, const QString &chosen, bool file, const QString &named,
                            bool forbids, const QByteArray &token, Source source) {
            QTest::newRow(name) << variable << chosen << file << named << forbids << token << int(source);
        };
        const QString ada = u"ada"_s;
        const QString locked = u"locked"_s;
        row("nothing there is", false, {}, false, {}, false, {}, Source::Nobody);
        row("the file of hf alone", false, {}, true, {}, false, "hf_of_the_file", Source::File);
        row("an account before the file", false, ada, true, {}, false, "hf_ada", Source::Account);
        row("HF_TOKEN before an account", true, ada, true, {}, false, "hf_of_the_variable", Source::Variable);
        row("HF_TOKEN before the file", true, {}, true, {}, false, "hf_of_the_variable", Source::Variable);
        row("who is named has their own, HF_TOKEN or not", true, {}, true, ada, false, "hf_ada", Source::Variable);
        row("who is named has their own, whoever is chosen", false, u"bob"_s, false, ada, false, "hf_ada",
            Source::Account);
        row("who is named and has none is not taken for HF_TOKEN", true, {}, true, locked, false, {}, Source::Variable);
        row("who is named and has none is not taken for who is chosen", false, ada, true, locked, false, {},
            Source::Account);
        row("who is chosen behind a locked keychain is not taken for the file", false, locked, true, {}, false, {},
            Source::Nobody);
        row("who is chosen behind a locked keychain, beside HF_TOKEN", true, locked, true, {}, false,
            "hf_of_the_variable", Source::Variable);
        row("no token unless it is asked for: HF_TOKEN", true, {}, false, {}, true, {}, Source::Nobody);
        row("no token unless it is asked for: the file", false, {}, true, {}, true, {}, Source::Nobody);
        row("no token unless it is asked for: an account", false, ada, false, {}, true, {}, Source::Nobody);
    }

    void takesTheFirstThatCounts()
    {
        QFETCH(bool, hasVariable);
        QFETCH(QString, chosen);
        QFETCH(bool, hasFile);
        QFETCH(QString, named);
        QFETCH(bool, forbids);
        const auto tokens = store({kTheHub, hasVariable, hasFile, forbids});
        const QUrl hub(kTheHub);
        tokens->put(hub, u"ada"_s, "hf_ada");
        tokens->put(hub, u"bob"_s, "hf_bob");
        tokens->choose(hub, chosen);
        QTEST(tokens->token(hub, named), "token");
        QTEST(int(tokens->source(hub)), "source");
    }

    void keepsTheEnvironmentsTokenToItsHub_data()
    {
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("the Hub of HF_ENDPOINT") << u"https://mirror.test"_s << QByteArray("hf_of_the_variable");
        QTest::newRow("huggingface.co, which HF_ENDPOINT is not: the file's")
            << kTheHub << QByteArray("hf_of_the_file");
        QTest::newRow("another one") << u"https://hub.test"_s << QByteArray();
        QTest::newRow("the same over http") << u"http://mirror.test"_s << QByteArray();
    }

    void keepsTheEnvironmentsTokenToItsHub()
    {
        QFETCH(QString, asked);
        const auto tokens = store({u"https://mirror.test"_s, true, true});
        QTEST(tokens->token(QUrl(asked), {}), "token");
    }

    void signsOutAtOnce()
    {
        const auto tokens = store({.hasFile = true});
        const QUrl hub(kTheHub);
        tokens->put(hub, u"ada"_s, "hf_ada");
        tokens->choose(hub, u"ada"_s);
        QVERIFY(tokens->has(hub, u"ada"_s));
        tokens->put(hub, u"ada"_s, {});
        QVERIFY(!tokens->has(hub, u"ada"_s));
        QCOMPARE(tokens->token(hub, {}), QByteArray());  // Not the file's, as long as she is the one who is chosen.
        QCOMPARE(tokens->token(hub, u"ada"_s), QByteArray());
        tokens->choose(hub, {});
        QCOMPARE(tokens->token(hub, {}), "hf_of_the_file");
    }

    void hasAnAccountAtEachHub()
    {
        TokenStore tokens;
        const QUrl mirror(u"https://mirror.test"_s);
        tokens.put(QUrl(kTheHub), u"ada"_s, "hf_ada");
        tokens.put(mirror, u"ada"_s, "hf_ada_of_the_mirror");
        tokens.choose(QUrl(kTheHub), u"ada"_s);
        QCOMPARE(tokens.token(QUrl(kTheHub), {}), "hf_ada");
        QCOMPARE(tokens.token(mirror, {}), QByteArray());  // She is chosen elsewhere alone.
        QCOMPARE(tokens.token(mirror, u"ada"_s), "hf_ada_of_the_mirror");
    }
};

QTEST_APPLESS_MAIN(TestTokenStore)
#include "tst_tokenstore.moc"
