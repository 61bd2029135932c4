// SPDX-License-Identifier: Apache-2.0
#include "hub/proxies.h"

#include <QTest>
#include <QUrl>

using namespace Qt::Literals::StringLiterals;

class TestProxies : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsTheEnvironment_data()
    {
        QTest::addColumn<QStringList>("variables");
        QTest::addColumn<QString>("url");
        QTest::addColumn<QString>("proxy");

        const auto row = [](const char *title, const QStringList &variables, const QString &url, const QString &proxy) {
            QTest::newRow(title) << variables << url << proxy;
        };
        const QString hub = u"https://hub.test/x"_s;
        const QString https = u"https_proxy=http://proxy.test:3128"_s;
        row("nothing", {}, hub, u"none"_s);
        row("https", {https}, hub, u"http proxy.test 3128"_s);
        row("the other scheme's", {u"http_proxy=http://proxy.test:3128"_s}, hub, u"none"_s);
        row("http", {u"http_proxy=http://proxy.test:3128"_s}, u"http://hub.test"_s, u"http proxy.test 3128"_s);
        row("in capitals", {u"HTTPS_PROXY=http://proxy.test:3128"_s}, hub, u"http proxy.test 3128"_s);
        row("for all", {u"ALL_PROXY=socks5h://proxy.test"_s}, hub, u"socks proxy.test 1080"_s);
        row("a scheme's own counts more", {https, u"all_proxy=socks5://other.test"_s}, hub, u"http proxy.test 3128"_s);
        row("empty is none", {u"https_proxy="_s}, hub, u"none"_s);
        row("without a scheme", {u"https_proxy=proxy.test:8"_s}, hub, u"http proxy.test 8"_s);
        row("without a host", {u"https_proxy=http://"_s}, hub, u"none"_s);
        row("this computer is reached directly", {https, u"http_proxy=http://proxy.test:1"_s}, u"http://127.0.0.1:80"_s,
            u"direct"_s);
        row("an exception", {https, u"no_proxy=other.test, hub.test"_s}, hub, u"direct"_s);
        row("an exception in capitals", {https, u"NO_PROXY=HUB.test"_s}, hub, u"direct"_s);
        row("a domain", {https, u"no_proxy=.test"_s}, hub, u"direct"_s);
        row("only whole names", {https, u"no_proxy=ub.test"_s}, hub, u"http proxy.test 3128"_s);
        row("all are exceptions", {https, u"no_proxy=*"_s}, hub, u"direct"_s);
        row("an exception's port", {https, u"no_proxy=hub.test:443"_s}, hub, u"direct"_s);
        row("another port", {https, u"no_proxy=hub.test:444"_s}, hub, u"http proxy.test 3128"_s);
        row("a network", {https, u"no_proxy=10.0.0.0/8"_s}, u"https://10.1.2.3/x"_s, u"direct"_s);
        row("another network", {https, u"no_proxy=10.0.0.0/8"_s}, u"https://11.1.2.3/x"_s, u"http proxy.test 3128"_s);
    }

    void readsTheEnvironment()
    {
        QFETCH(QStringList, variables);
        QFETCH(QString, url);
        QFETCH(QString, proxy);
        const auto got = hub::environmentProxy(QUrl(url), environmentOf(variables));
        if (!got)
            QCOMPARE(u"none"_s, proxy);
        else if (got->type() == QNetworkProxy::NoProxy)
            QCOMPARE(u"direct"_s, proxy);
        else
            QCOMPARE(
                u"%1 %2 %3"_s.arg(got->type() == QNetworkProxy::Socks5Proxy ? u"socks"_s : u"http"_s, got->hostName())
                    .arg(got->port()),
                proxy);
    }

    void readsAPassword()
    {
        const auto got = hub::environmentProxy(QUrl(u"https://hub.test"_s),
                                               environmentOf({u"https_proxy=http://al%40ice:p%3Aw@proxy.test:8"_s}));
        QCOMPARE(got->user(), u"al@ice"_s);
        QCOMPARE(got->password(), u"p:w"_s);
    }

    void answersForTheSystemInTime()
    {
        hub::Proxies proxies{QProcessEnvironment()};
        const QNetworkProxyQuery query(QUrl(u"https://hub.test"_s));
        proxies.learn(query.url());
        QVERIFY(!proxies.queryProxy(query).isEmpty());
        QVERIFY(!proxies.queryProxy(query).isEmpty());
    }

private:
    static QProcessEnvironment environmentOf(const QStringList &variables)
    {
        QProcessEnvironment environment;
        for (const QString &variable : variables)
            environment.insert(variable.section(u'=', 0, 0), variable.section(u'=', 1));
        return environment;
    }
};

QTEST_GUILESS_MAIN(TestProxies)
#include "tst_proxies.moc"
