// SPDX-License-Identifier: Apache-2.0
#include "hub/hubclient.h"
#include "hub/network.h"
#include "hub/whoami.h"
#include "support/onetoken.h"

#include <QNetworkAccessManager>
#include <QProcess>
#include <QSslKey>
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

    QString at(const QString &name) const { return m_folder.filePath(name); }

    /// A certificate for \a names, made by openssl and signed by nobody but itself: whoever has it may trust it.
    void makeCertificate(const QString &name, const QString &names) const
    {
        QProcess openssl;
        openssl.start(u"openssl"_s,
                      {u"req"_s, u"-x509"_s, u"-newkey"_s, u"rsa:2048"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                       u"/CN=made up"_s, u"-addext"_s, u"subjectAltName="_s + names, u"-keyout"_s, at(name + ".key"_L1),
                       u"-out"_s, at(name + ".pem"_L1)});
        QVERIFY2(openssl.waitForFinished(60'000) && openssl.exitCode() == 0,
                 openssl.readAllStandardError().constData());
    }

    void serveAs(const QString &name)
    {
        QFile key(at(name + ".key"_L1));
        QVERIFY(key.open(QIODevice::ReadOnly));
        QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
        tls.setLocalCertificate(QSslCertificate::fromPath(at(name + ".pem"_L1)).constFirst());
        tls.setPrivateKey(QSslKey(&key, QSsl::Rsa));
        m_server.setSslConfiguration(tls);
    }

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
        makeCertificate(u"known"_s, u"IP:127.0.0.1"_s);
        makeCertificate(u"other"_s, u"IP:127.0.0.1"_s);
        makeCertificate(u"elsewhere"_s, u"DNS:hub.test"_s);
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
        serveAs(shown);
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
