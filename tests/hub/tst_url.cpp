// SPDX-License-Identifier: Apache-2.0
#include "hub/filemetadata.h"
#include "hub/log.h"
#include "hub/repoinfo.h"
#include "hub/tree.h"
#include "hub/url.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestUrl : public QObject
{
    Q_OBJECT

private:
    const QUrl m_endpoint = QUrl(u"https://hub.test/sub/"_s);

private Q_SLOTS:
    void encodesEachSegmentWhole_data()
    {
        QTest::addColumn<QString>("segment");
        QTest::addColumn<QByteArray>("sent");

        QTest::newRow("a branch with a slash") << u"feat/x"_s << QByteArray("feat%2Fx");
        QTest::newRow("marks that mean something") << u"a#b%c d+e?"_s << QByteArray("a%23b%25c%20d%2Be%3F");
        QTest::newRow("an umlaut") << u"größe"_s << QByteArray("gr%C3%B6%C3%9Fe");
        QTest::newRow("looks encoded already") << u"a%2Fb"_s << QByteArray("a%252Fb");
        QTest::newRow("unreserved marks stay") << u"a-b._~"_s << QByteArray("a-b._~");
        QTest::newRow("an emoji") << u"🤗"_s << QByteArray("%F0%9F%A4%97");
        QTest::newRow("climbs") << u".."_s << QByteArray();
        QTest::newRow("a dot") << u"."_s << QByteArray();
        QTest::newRow("nothing") << u""_s << QByteArray();
    }

    void encodesEachSegmentWhole()
    {
        QFETCH(QString, segment);
        QFETCH(QByteArray, sent);
        const QUrl url = hub::url(m_endpoint, {u"api"_s, segment}, {{u"q"_s, u"1+1&x=ä"_s}, {u"r"_s, segment}});
        QCOMPARE(url.isValid(), !sent.isEmpty());
        if (url.isValid())
            QCOMPARE(url.toEncoded(), "https://hub.test/sub/api/" + sent + "?q=1%2B1%26x%3D%C3%A4&r=" + sent);
    }

    void asksForRepositories()
    {
        const RepoId model{RepoType::Model, u"acme/m"_s};
        const RepoId dataset{RepoType::Dataset, u"squad"_s};
        const auto address
            = [this](const auto &call) { return hub::url(m_endpoint, call.segments, call.query).toEncoded().mid(21); };
        QCOMPARE(address(hub::repoInfo(model, {})), "api/models/acme/m");
        QCOMPARE(address(hub::repoInfo(dataset, u"refs/pr/1"_s)), "api/datasets/squad/revision/refs%2Fpr%2F1");
        QCOMPARE(address(hub::tree(dataset, {}, {}, true)), "api/datasets/squad/tree/main?recursive=true");
        QCOMPARE(address(hub::tree(model, u"main"_s, u"a b/ö"_s, false)), "api/models/acme/m/tree/main/a%20b/%C3%B6");
        QCOMPARE(address(hub::fileMetadata(model, u"feat/x"_s, u"a#/b%"_s)), "acme/m/resolve/feat%2Fx/a%23/b%25");
        QCOMPARE(address(hub::fileMetadata(dataset, {}, u"x"_s)), "datasets/squad/resolve/main/x");
        QVERIFY(!hub::url(m_endpoint, hub::resolveSegments(model, u"main"_s, u"a/../b"_s)).isValid());
        QVERIFY(!hub::url(m_endpoint, hub::tree(model, u".."_s, {}, true).segments).isValid());
    }

    void knowsOrigins_data()
    {
        QTest::addColumn<QString>("one");
        QTest::addColumn<QString>("other");
        QTest::addColumn<bool>("same");

        QTest::newRow("another path") << u"https://hub.test/a"_s << u"https://hub.test/b?c"_s << true;
        QTest::newRow("capitals") << u"https://hub.test"_s << u"HTTPS://HUB.TEST/"_s << true;
        QTest::newRow("the usual port") << u"https://hub.test"_s << u"https://hub.test:443"_s << true;
        QTest::newRow("another port") << u"https://hub.test"_s << u"https://hub.test:8443"_s << false;
        QTest::newRow("another scheme") << u"https://hub.test"_s << u"http://hub.test"_s << false;
        QTest::newRow("another scheme on one port") << u"https://hub.test:80"_s << u"http://hub.test"_s << false;
        QTest::newRow("another host") << u"https://hub.test"_s << u"https://cdn.hub.test"_s << false;
        QTest::newRow("a user is no origin") << u"https://hub.test"_s << u"https://hub.test@evil.test"_s << false;
    }

    void knowsOrigins()
    {
        QFETCH(QString, one);
        QFETCH(QString, other);
        QFETCH(bool, same);
        QCOMPARE(hub::isSameOrigin(QUrl(one), QUrl(other)), same);
        QCOMPARE(hub::isSameOrigin(QUrl(other), QUrl(one)), same);
    }

    void knowsWhereATokenIsSafe_data()
    {
        QTest::addColumn<QString>("url");
        QTest::addColumn<bool>("safe");

        QTest::newRow("https") << u"https://hub.test"_s << true;
        QTest::newRow("http") << u"http://hub.test"_s << false;
        QTest::newRow("this computer") << u"http://127.0.0.1:8080"_s << true;
        QTest::newRow("this computer by IPv6") << u"http://[::1]:8080"_s << true;
        QTest::newRow("this computer by name") << u"http://localhost:8080"_s << true;
        QTest::newRow("a host that begins like this computer") << u"http://127.0.0.1.evil.test"_s << false;
        QTest::newRow("a host below localhost") << u"http://localhost.evil.test"_s << false;
        QTest::newRow("another scheme") << u"ftp://127.0.0.1"_s << false;
    }

    void knowsWhereATokenIsSafe()
    {
        QFETCH(QString, url);
        QFETCH(bool, safe);
        QCOMPARE(hub::isConfidential(QUrl(url)), safe);
    }

    void logsNoQueryAndNoUser()
    {
        const QUrl url(u"https://alice:secret@cdn.test/a%2Fb?Signature=secret#secret"_s);
        QCOMPARE(hub::loggable(url), u"https://cdn.test/a%2Fb"_s);
    }
};

QTEST_APPLESS_MAIN(TestUrl)
#include "tst_url.moc"
