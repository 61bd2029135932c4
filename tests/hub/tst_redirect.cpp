// SPDX-License-Identifier: Apache-2.0
#include "hub/network.h"
#include "hub/redirect.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;

class TestRedirect : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheTokenAtHome_data()
    {
        QTest::addColumn<QString>("from");
        QTest::addColumn<QString>("location");
        QTest::addColumn<bool>("followed");
        QTest::addColumn<bool>("tokenSent");

        const QString hub = u"https://hub.test/a"_s;
        const QString local = u"http://127.0.0.1:8080/a"_s;
        QTest::newRow("renamed repository") << hub << u"/api/models/new/name"_s << true << true;
        QTest::newRow("the usual port, said aloud") << hub << u"https://hub.test:443/x"_s << true << true;
        QTest::newRow("signed storage url") << hub << u"https://cdn.test/x?s"_s << true << false;
        QTest::newRow("without a scheme") << hub << u"//cdn.test/x"_s << true << false;
        QTest::newRow("a host below the Hub's") << hub << u"https://x.hub.test/x"_s << true << false;
        QTest::newRow("another port") << hub << u"https://hub.test:8/x"_s << true << false;
        QTest::newRow("another user") << hub << u"https://hub.test@cdn.test/x"_s << true << false;
        QTest::newRow("down to http") << hub << u"http://hub.test/x"_s << false << false;
        QTest::newRow("down to http elsewhere") << hub << u"http://cdn.test/x"_s << false << false;
        QTest::newRow("into this computer") << hub << u"https://127.0.0.1/x"_s << false << false;
        QTest::newRow("into this computer by name")
            << u"http://hub.test/a"_s << u"http://localhost:631/"_s << false << false;
        QTest::newRow("up to https") << u"http://hub.test/a"_s << u"https://hub.test/a"_s << true << false;
        QTest::newRow("within this computer, the same port") << local << u"/x"_s << true << true;
        QTest::newRow("within this computer, another port") << local << u"http://127.0.0.1:8081/x"_s << true << false;
        QTest::newRow("within this computer, another name") << local << u"http://localhost:8080/x"_s << true << false;
        QTest::newRow("out of this computer") << local << u"https://cdn.test/x"_s << true << false;
        QTest::newRow("a local file") << hub << u"file:///etc/passwd"_s << false << false;
        QTest::newRow("data") << hub << u"data:text/plain,x"_s << false << false;
        QTest::newRow("no host") << hub << u"https:///x"_s << false << false;
    }

    void keepsTheTokenAtHome()
    {
        QFETCH(QString, from);
        QFETCH(QString, location);
        QFETCH(bool, followed);
        QFETCH(bool, tokenSent);
        QNetworkRequest request = hub::plainRequest(QUrl(from));
        request.setRawHeader("Authorization", "Bearer hf_secret");

        const auto next = hub::redirected(request, QUrl(location));

        QCOMPARE(bool(next), followed);
        if (next) {
            QCOMPARE(next->hasRawHeader("Authorization"), tokenSent);
            QVERIFY(next->url().userInfo().isEmpty());
        } else {
            QVERIFY(next.error().kind == Error::Kind::Refused);
        }
    }

    void keepsTheQueryAndTheEncoding()
    {
        const QNetworkRequest from = hub::plainRequest(QUrl(u"https://hub.test/a/b"_s));
        const auto next = hub::redirected(from, QUrl::fromEncoded("../x%2Fy?etag=%2210c6%22"));
        QCOMPARE(next->url().toEncoded(), "https://hub.test/x%2Fy?etag=%2210c6%22");
    }

    void givesUpAfterTwentyHops()
    {
        QNetworkRequest request = hub::plainRequest(QUrl(u"https://hub.test/a"_s));
        for (int hop = 0; hop < 20; ++hop) {
            const auto next = hub::redirected(request, QUrl(u"/a"_s));
            QVERIFY(bool(next));
            request = *next;
        }
        QVERIFY(!hub::redirected(request, QUrl(u"/a"_s)));
    }
};

QTEST_APPLESS_MAIN(TestRedirect)
#include "tst_redirect.moc"
