// SPDX-License-Identifier: Apache-2.0
#include "accounts/environmentcredentials.h"
#include "support/disk.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <sys/stat.h>

#include <optional>

using namespace Qt::Literals::StringLiterals;

class TestEnvironmentCredentials : public QObject
{
    Q_OBJECT

private:
    std::optional<QTemporaryDir> m_dir;

    QString tokenPath() const { return m_dir->filePath(u"token"_s); }

    EnvironmentCredentials credentials(const QList<std::pair<QString, QString>> &variables) const
    {
        QProcessEnvironment environment;
        environment.insert(u"HF_HOME"_s, m_dir->path());
        for (const auto &[name, value] : variables)
            environment.insert(name, value);
        return EnvironmentCredentials(environment, Environment::of(environment));
    }

private Q_SLOTS:
    void init() { m_dir.emplace(); }
    void cleanup() { m_dir.reset(); }

    void sendsEachTokenToItsOwnOrigin_data()
    {
        QTest::addColumn<QString>("endpointVariable");
        QTest::addColumn<QString>("asked");
        QTest::addColumn<QByteArray>("withVariable");
        QTest::addColumn<QByteArray>("withFile");
        const auto row
            = [](const char *name, const char *variable, const char *asked, bool fromVariable, bool fromFile) {
                  QTest::newRow(name) << QString::fromLatin1(variable) << QString::fromLatin1(asked)
                                      << QByteArray(fromVariable ? "hf_variable" : "")
                                      << QByteArray(fromFile ? "hf_file" : "");
              };
        row("the Hub, HF_ENDPOINT not set", "", "https://huggingface.co", true, true);
        row("its port said", "", "https://huggingface.co:443/", true, true);
        row("the Hub over http", "", "http://huggingface.co", false, false);
        row("another port of the Hub", "", "https://huggingface.co:8443", false, false);
        row("another host", "", "https://evil.test", false, false);
        row("a host that begins like the Hub", "", "https://huggingface.co.evil.test", false, false);
        row("a host that ends like the Hub", "", "https://evilhuggingface.co", false, false);
        row("the Hub's name as a user name", "", "https://huggingface.co@evil.test", false, false);
        row("no address", "", "", false, false);
        row("a mirror of HF_ENDPOINT", "https://hub.test", "https://hub.test", true, true);
        row("a path on the mirror", "https://hub.test/hf", "https://hub.test/hf", true, true);
        row("another port than the mirror's", "https://hub.test", "https://hub.test:444", false, false);
        row("the mirror over http", "https://hub.test", "http://hub.test", false, false);
        row("a mirror that is http", "http://hub.test", "http://hub.test", false, false);
        row("a mirror on this computer", "http://127.0.0.1:8080", "http://127.0.0.1:8080", true, true);
        row("localhost", "http://localhost:8080", "http://localhost:8080", true, true);
        row("IPv6 loopback", "http://[::1]:8080", "http://[::1]:8080", true, true);
        row("a host that looks like loopback", "http://127.0.0.1.evil.test", "http://127.0.0.1.evil.test", false,
            false);
        row("a host below localhost's name", "http://localhost.evil.test", "http://localhost.evil.test", false, false);
        row("another server on this computer", "http://127.0.0.1:8080", "http://127.0.0.1:9090", false, false);
        row("an HF_ENDPOINT that is no address", "hub.test", "https://hub.test", false, false);
    }

    void sendsEachTokenToItsOwnOrigin()
    {
        QFETCH(QString, endpointVariable);
        QFETCH(QString, asked);
        const auto withVariable
            = credentials({{u"HF_ENDPOINT"_s, endpointVariable}, {u"HF_TOKEN"_s, u"hf_variable"_s}});
        QTEST(withVariable.token(QUrl(asked), {}), "withVariable");
        disk::put(tokenPath(), "hf_file");
        QTEST(credentials({{u"HF_ENDPOINT"_s, endpointVariable}}).token(QUrl(asked), {}), "withFile");
    }

    void sendsTheHubOnlyTheFilesTokenBesideAMirror_data()
    {
        QTest::addColumn<QString>("endpoint");
        QTest::newRow("a mirror") << u"https://hub.test"_s;
        QTest::newRow("what is no address") << u"hub.test"_s;
    }

    void sendsTheHubOnlyTheFilesTokenBesideAMirror()
    {
        QFETCH(QString, endpoint);
        disk::put(tokenPath(), "hf_file");
        const auto it = credentials({{u"HF_ENDPOINT"_s, endpoint}, {u"HF_TOKEN"_s, u"hf_variable"_s}});
        QCOMPARE(it.token(QUrl(u"https://huggingface.co"_s), {}), "hf_file");
    }

    void choosesAmongThem_data()
    {
        QTest::addColumn<QString>("now");
        QTest::addColumn<QString>("before");
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("HF_TOKEN first") << u"hf_a"_s << u"hf_b"_s << QByteArray("hf_a");
        QTest::newRow("its old name then") << u""_s << u"hf_b"_s << QByteArray("hf_b");
        QTest::newRow("the file last") << u""_s << u""_s << QByteArray("hf_file");
        QTest::newRow("blanks are no token") << u" \n"_s << u"hf_b"_s << QByteArray("hf_file");
    }

    void choosesAmongThem()
    {
        QFETCH(QString, now);
        QFETCH(QString, before);
        disk::put(tokenPath(), "hf_file");
        const auto it = credentials({{u"HF_TOKEN"_s, now}, {u"HUGGING_FACE_HUB_TOKEN"_s, before}});
        QTEST(it.token(QUrl(u"https://huggingface.co"_s), u"whoever"_s), "token");
    }

    void cleansTokens_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("as hf writes it") << QByteArray("hf_x") << QByteArray("hf_x");
        QTest::newRow("a newline at its end") << QByteArray("hf_x\n") << QByteArray("hf_x");
        QTest::newRow("line ends of Windows and blanks") << QByteArray(" \thf_x \r\n") << QByteArray("hf_x");
        QTest::newRow("a header after it") << QByteArray("hf_x\r\nX-Evil: 1") << QByteArray();
        QTest::newRow("a blank in it") << QByteArray("hf x") << QByteArray();
        QTest::newRow("an umlaut in it") << QByteArray("hf_\xc3\xbc") << QByteArray();
        QTest::newRow("a NUL in it") << QByteArray("hf_\0x", 5) << QByteArray();
        QTest::newRow("empty") << QByteArray() << QByteArray();
        QTest::newRow("far too long") << QByteArray(100'000, 'x') << QByteArray();
    }

    void cleansTokens()
    {
        QFETCH(QByteArray, text);
        disk::put(tokenPath(), text);
        QTEST(credentials({}).token(QUrl(u"https://huggingface.co"_s), {}), "token");
    }

    void readsTheFileAnew()
    {
        const auto it = credentials({});
        const QUrl hub(u"https://huggingface.co"_s);
        QCOMPARE(it.token(hub, {}), "");
        disk::put(tokenPath(), "hf_one");
        QCOMPARE(it.token(hub, {}), "hf_one");
        QVERIFY(QFile::remove(tokenPath()));
        QCOMPARE(it.token(hub, {}), "");
    }

    void doesNotWaitForAPipe()
    {
        QCOMPARE(::mkfifo(QFile::encodeName(tokenPath()).constData(), 0600), 0);
        QCOMPARE(credentials({}).token(QUrl(u"https://huggingface.co"_s), {}), "");
    }

    void hasNoneWhereTheyAreSwitchedOff()
    {
        disk::put(tokenPath(), "hf_file");
        const auto it = credentials({{u"HF_TOKEN"_s, u"hf_a"_s}, {u"HF_HUB_DISABLE_IMPLICIT_TOKEN"_s, u"1"_s}});
        QCOMPARE(it.token(QUrl(u"https://huggingface.co"_s), {}), "");
    }

    void answersSeveralThreads()
    {
        disk::put(tokenPath(), "hf_file");
        const auto it = credentials({});
        std::atomic<int> right = 0;
        std::vector<std::unique_ptr<QThread>> threads;
        for (int i = 0; i < 4; ++i) {
            threads.emplace_back(QThread::create([&] {
                for (int j = 0; j < 100; ++j)
                    right += it.token(QUrl(u"https://huggingface.co"_s), {}) == "hf_file";
            }));
            threads.back()->start();
        }
        for (const auto &thread : threads)
            QVERIFY(thread->wait());
        QCOMPARE(right.load(), 400);
    }
};

QTEST_GUILESS_MAIN(TestEnvironmentCredentials)
#include "tst_environmentcredentials.moc"
