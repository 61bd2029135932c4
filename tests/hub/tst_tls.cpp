// SPDX-License-Identifier: Apache-2.0
#include "hub/hubclient.h"
#include "hub/network.h"
#include "hub/whoami.h"
#include "support/madecertificate.h"
#include "support/onetoken.h"

#include <QNetworkAccessManager>
#include <QSslServer>
#include <QSslSocket>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// Who is believed to be the Hub: nobody whose certificate a known authority did not sign, whatever he has to say.
class TestTls : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    QSslServer m_server;
    QByteArray m_heard;
    QMap<QString, MadeCertificate> m_certificates;

    QString at(const QString &name) const { return m_folder.filePath(name); }

    void answer()
    {
        while (QTcpSocket *socket = m_server.nextPendingConnection()) {
            connect(socket, &QTcpSocket::disconnected, socket, &QObject::deleteLater);
            connect(socket, &QTcpSocket::readyRead, this, [this, socket] {
                m_heard += socket->readAll();
                if (!m_heard.endsWith("\r\n\r\n"))
                    return;
                const QByteArray body = R"({"name":"alice"})";
                socket->write("HTTP/1.1 200 OK\r\nContent-Length: " + QByteArray::number(body.size())
                              + "\r\nConnection: close\r\n\r\n" + body);
                socket->disconnectFromHost();
            });
        }
    }

private Q_SLOTS:
    void initTestCase()
    {
        for (const auto &[name, host] : {std::pair(u"known"_s, u"IP:127.0.0.1"_s),
                                         {u"other"_s, u"IP:127.0.0.1"_s},
                                         {u"elsewhere"_s, u"DNS:hub.test"_s}})
            m_certificates[name] = MadeCertificate::make(at(name), host);
        QVERIFY(m_server.listen(QHostAddress::LocalHost));
        connect(&m_server, &QTcpServer::pendingConnectionAvailable, this, &TestTls::answer);
    }

    void believesWhomTheFileVouchesFor_data()
    {
        QTest::addColumn<QString>("shown");
        QTest::addColumn<QString>("trusted");
        QTest::addColumn<bool>("isBelieved");
        QTest::newRow("a certificate that nobody vouches for") << u"known"_s << QString() << false;
        QTest::newRow("the one in the file") << u"known"_s << u"known.pem"_s << true;
        QTest::newRow("another one of the same name") << u"other"_s << u"known.pem"_s << false;
        QTest::newRow("the one in the file, of another host") << u"elsewhere"_s << u"elsewhere.pem"_s << false;
        QTest::newRow("a file that is not there") << u"known"_s << u"missing.pem"_s << false;
        QTest::newRow("a file without certificates") << u"known"_s << u"known.key"_s << false;
    }

    void believesWhomTheFileVouchesFor()
    {
        QFETCH(const QString, shown);
        QFETCH(const QString, trusted);
        QFETCH(const bool, isBelieved);
        m_server.setSslConfiguration(m_certificates[shown].forServer());
        m_heard.clear();
        const auto network = hub::makeNetwork({.caFile = trusted.isEmpty() ? QString() : at(trusted)});
        const OneToken credentials("hf_made_up_secret");
        HubClient client(network.get(), QUrl(u"https://127.0.0.1:%1"_s.arg(m_server.serverPort())), {}, &credentials);
        std::optional<Result<Identity>> answer;
        client.send(hub::whoami(), this, [&answer](const Result<Identity> &given) { answer = given; });
        QTRY_VERIFY_WITH_TIMEOUT(answer, 30'000);
        if (isBelieved) {
            QVERIFY(bool(*answer));
            QCOMPARE((*answer)->name, u"alice"_s);
            QVERIFY(m_heard.contains("Bearer hf_made_up_secret"));
        } else {
            QVERIFY(!*answer);
            QCOMPARE(int(answer->error().kind), int(Error::Kind::Tls));
            QVERIFY2(m_heard.isEmpty(), "somebody who is not the Hub was told something");
        }
    }

    void knowsAFileOfCertificates()
    {
        QVERIFY(hub::hasCertificates(at(u"known.pem"_s)));
        QVERIFY(!hub::hasCertificates(at(u"known.key"_s)));
        QVERIFY(!hub::hasCertificates(at(u"missing.pem"_s)));
    }
};

QTEST_GUILESS_MAIN(TestTls)
#include "tst_tls.moc"
