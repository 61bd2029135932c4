// SPDX-License-Identifier: Apache-2.0
#include "local/environment.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <pwd.h>

using namespace Qt::Literals::StringLiterals;

using Variables = QList<std::pair<QString, QString>>;

/// With HOME=/home/me, unless \a variables say otherwise.
static Environment environmentOf(const Variables &variables)
{
    QProcessEnvironment environment;
    environment.insert(u"HOME"_s, u"/home/me"_s);
    for (const auto &[name, value] : variables)
        environment.insert(name, value);
    return Environment::of(environment);
}

static void addPaths()
{
    QTest::addColumn<Variables>("variables");
    QTest::addColumn<QString>("path");
}

class TestEnvironment : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hasDefaults()
    {
        const Environment it = environmentOf({});
        QCOMPARE(it.endpoint, QUrl(u"https://huggingface.co"_s));
        QVERIFY(!it.endpointIsSet);
        QCOMPARE(it.home, u"/home/me/.cache/huggingface"_s);
        QCOMPARE(it.cache, u"/home/me/.cache/huggingface/hub"_s);
        QCOMPARE(it.tokenPath, u"/home/me/.cache/huggingface/token"_s);
        QVERIFY(it.caFile.isEmpty());
        QVERIFY(!it.isOffline && !it.noSymlinks && !it.noImplicitToken);
        QVERIFY(it.overriding.isEmpty());
    }

    void findsTheHome_data()
    {
        addPaths();
        const QString home = u"HF_HOME"_s;
        const QString xdg = u"XDG_CACHE_HOME"_s;
        QTest::newRow("HF_HOME") << Variables{{home, u"/h"_s}} << u"/h"_s;
        QTest::newRow("a slash at its end") << Variables{{home, u"/h/"_s}} << u"/h"_s;
        QTest::newRow("XDG_CACHE_HOME") << Variables{{xdg, u"/x"_s}} << u"/x/huggingface"_s;
        const QString flatpak = u"FLATPAK_ID"_s;
        const QString own = u"org.hubdeck.Hubdeck"_s;
        QTest::newRow("in its Flatpak the user's cache, not that of the Flatpak")
            << Variables{{flatpak, own}, {xdg, u"/f"_s}} << u"/home/me/.cache/huggingface"_s;
        QTest::newRow("in its Flatpak XDG_CACHE_HOME as it is outside")
            << Variables{{flatpak, own}, {xdg, u"/f"_s}, {u"HOST_XDG_CACHE_HOME"_s, u"/x"_s}} << u"/x/huggingface"_s;
        QTest::newRow("in another program's Flatpak what all programs there share")
            << Variables{{flatpak, u"org.example.Terminal"_s}, {xdg, u"/f"_s}} << u"/f/huggingface"_s;
        QTest::newRow("HF_HOME before XDG_CACHE_HOME") << Variables{{home, u"/h"_s}, {xdg, u"/x"_s}} << u"/h"_s;
        QTest::newRow("an empty HF_HOME is not set") << Variables{{home, {}}, {xdg, u"/x"_s}} << u"/x/huggingface"_s;
        QTest::newRow("a tilde") << Variables{{home, u"~/h"_s}} << u"/home/me/h"_s;
        QTest::newRow("a tilde alone") << Variables{{home, u"~"_s}} << u"/home/me"_s;
        const QString other = QFile::decodeName(::getpwuid(0)->pw_dir) + u"/h"_s;
        QTest::newRow("a tilde of another user")
            << Variables{{home, u'~' + QFile::decodeName(::getpwuid(0)->pw_name) + u"/h"_s}} << other;
        QTest::newRow("a tilde of nobody there stays")
            << Variables{{home, u"~no-such-user/h"_s}} << QDir::currentPath() + u"/~no-such-user/h"_s;
        QTest::newRow("a tilde in the middle stays") << Variables{{home, u"/a/~/b"_s}} << u"/a/~/b"_s;
        QTest::newRow("a tilde in XDG_CACHE_HOME") << Variables{{xdg, u"~/x"_s}} << u"/home/me/x/huggingface"_s;
        QTest::newRow("a variable") << Variables{{home, u"$DATA/h"_s}, {u"DATA"_s, u"/d"_s}} << u"/d/h"_s;
        QTest::newRow("a variable in braces") << Variables{{home, u"/a${DATA}b"_s}, {u"DATA"_s, u"1"_s}} << u"/a1b"_s;
        QTest::newRow("a variable that is not set stays") << Variables{{home, u"/a/$NONE/b"_s}} << u"/a/$NONE/b"_s;
        QTest::newRow("a variable in a variable's value stays")
            << Variables{{home, u"/$A"_s}, {u"A"_s, u"$B"_s}, {u"B"_s, u"b"_s}} << u"/$B"_s;
        QTest::newRow("a relative path is made absolute") << Variables{{home, u"h"_s}} << QDir::currentPath() + u"/h"_s;
    }

    void findsTheHome()
    {
        QFETCH(Variables, variables);
        QTEST(environmentOf(variables).home, "path");
    }

    void findsTheCache_data()
    {
        addPaths();
        const QString cache = u"HF_HUB_CACHE"_s;
        const QString old = u"HUGGINGFACE_HUB_CACHE"_s;
        QTest::newRow("in HF_HOME") << Variables{{u"HF_HOME"_s, u"/h"_s}} << u"/h/hub"_s;
        QTest::newRow("HF_HUB_CACHE") << Variables{{cache, u"/c"_s}, {u"HF_HOME"_s, u"/h"_s}} << u"/c"_s;
        QTest::newRow("its old name") << Variables{{old, u"~/c"_s}} << u"/home/me/c"_s;
        QTest::newRow("the new name first") << Variables{{old, u"/o"_s}, {cache, u"/c"_s}} << u"/c"_s;
        QTest::newRow("an empty new name is not set") << Variables{{old, u"/o"_s}, {cache, {}}} << u"/o"_s;
    }

    void findsTheCache()
    {
        QFETCH(Variables, variables);
        QTEST(environmentOf(variables).cache, "path");
    }

    void findsTheTokenFile_data()
    {
        addPaths();
        QTest::newRow("in HF_HOME") << Variables{{u"HF_HOME"_s, u"/h"_s}} << u"/h/token"_s;
        QTest::newRow("HF_TOKEN_PATH") << Variables{{u"HF_TOKEN_PATH"_s, u"~/t"_s}} << u"/home/me/t"_s;
    }

    void findsTheTokenFile()
    {
        QFETCH(Variables, variables);
        QTEST(environmentOf(variables).tokenPath, "path");
    }

    void findsTheCertificates_data()
    {
        addPaths();
        const Variables all{
            {u"REQUESTS_CA_BUNDLE"_s, u"/r"_s}, {u"CURL_CA_BUNDLE"_s, u"/c"_s}, {u"SSL_CERT_FILE"_s, u"/s"_s}};
        QTest::newRow("REQUESTS_CA_BUNDLE first") << all << u"/r"_s;
        QTest::newRow("CURL_CA_BUNDLE then") << all.mid(1) << u"/c"_s;
        QTest::newRow("SSL_CERT_FILE last") << all.mid(2) << u"/s"_s;
    }

    void findsTheCertificates()
    {
        QFETCH(Variables, variables);
        QTEST(environmentOf(variables).caFile, "path");
    }

    void readsTheEndpoint_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<QUrl>("endpoint");
        QTest::newRow("a mirror") << u"https://hub.test"_s << QUrl(u"https://hub.test"_s);
        QTest::newRow("slashes at its end") << u"https://hub.test//"_s << QUrl(u"https://hub.test"_s);
        QTest::newRow("a port") << u"http://127.0.0.1:8080/"_s << QUrl(u"http://127.0.0.1:8080"_s);
        QTest::newRow("a path") << u"https://hub.test/hf/"_s << QUrl(u"https://hub.test/hf"_s);
        QTest::newRow("upper case") << u"HTTPS://Hub.Test"_s << QUrl(u"https://hub.test"_s);
        QTest::newRow("a password is dropped") << u"https://a:b@hub.test"_s << QUrl(u"https://hub.test"_s);
        QTest::newRow("a query is dropped") << u"https://hub.test/?a=b#c"_s << QUrl(u"https://hub.test/"_s);
        QTest::newRow("no scheme") << u"hub.test"_s << QUrl();
        QTest::newRow("a port and no scheme") << u"hub.test:8080"_s << QUrl();
        QTest::newRow("another scheme") << u"file:///etc"_s << QUrl();
        QTest::newRow("a port too high") << u"https://hub.test:99999"_s << QUrl();
        QTest::newRow("no host") << u"https://"_s << QUrl();
    }

    void readsTheEndpoint()
    {
        QFETCH(QString, value);
        const Environment it = environmentOf({{u"HF_ENDPOINT"_s, value}});
        QTEST(it.endpoint, "endpoint");
        QVERIFY(it.endpointIsSet);
    }

    void readsBooleans_data()
    {
        QTest::addColumn<QString>("value");
        QTest::addColumn<bool>("isTrue");
        for (const char *word : {"1", "ON", "yes", "True", "on"})
            QTest::addRow("%s is true", word) << QString::fromLatin1(word) << true;
        for (const char *word : {"0", "off", "y", "2", " 1", ""})
            QTest::addRow("\"%s\" is false", word) << QString::fromLatin1(word) << false;
    }

    void readsBooleans()
    {
        QFETCH(QString, value);
        QFETCH(bool, isTrue);
        QCOMPARE(environmentOf({{u"HF_HUB_OFFLINE"_s, value}}).isOffline, isTrue);
        QCOMPARE(environmentOf({{u"HF_HUB_DISABLE_SYMLINKS"_s, value}}).noSymlinks, isTrue);
        QCOMPARE(environmentOf({{u"HF_HUB_DISABLE_IMPLICIT_TOKEN"_s, value}}).noImplicitToken, isTrue);
    }

    void knowsWhenItIsOffline_data()
    {
        QTest::addColumn<QString>("hub");
        QTest::addColumn<QString>("transformers");
        QTest::addColumn<bool>("isOffline");
        QTest::newRow("TRANSFORMERS_OFFLINE counts alone") << u""_s << u"1"_s << true;
        QTest::newRow("HF_HUB_OFFLINE=0 hides it") << u"0"_s << u"1"_s << false;
        QTest::newRow("HF_HUB_OFFLINE=1 needs no other") << u"1"_s << u"0"_s << true;
    }

    void knowsWhenItIsOffline()
    {
        QFETCH(QString, hub);
        QFETCH(QString, transformers);
        QTEST(environmentOf({{u"HF_HUB_OFFLINE"_s, hub}, {u"TRANSFORMERS_OFFLINE"_s, transformers}}).isOffline,
              "isOffline");
    }

    void namesTheVariablesThatCount()
    {
        const Environment it = environmentOf({{u"HF_HOME"_s, u"/h"_s},
                                              {u"XDG_CACHE_HOME"_s, u"/x"_s},
                                              {u"HF_HUB_CACHE"_s, {}},
                                              {u"HUGGINGFACE_HUB_CACHE"_s, u"/c"_s},
                                              {u"CURL_CA_BUNDLE"_s, u"/a"_s},
                                              {u"SSL_CERT_FILE"_s, u"/b"_s},
                                              {u"HF_HUB_OFFLINE"_s, u"0"_s},
                                              {u"TRANSFORMERS_OFFLINE"_s, u"1"_s}});
        QCOMPARE(it.overriding,
                 QStringList({u"HF_HOME"_s, u"HUGGINGFACE_HUB_CACHE"_s, u"CURL_CA_BUNDLE"_s, u"HF_HUB_OFFLINE"_s}));
    }
};

QTEST_APPLESS_MAIN(TestEnvironment)
#include "tst_environment.moc"
