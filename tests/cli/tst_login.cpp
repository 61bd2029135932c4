// SPDX-License-Identifier: Apache-2.0
#include "accounts/accountlist.h"
#include "local/settings.h"
#include "localhub/server.h"
#include "localhub/store/store.h"

#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>

using namespace Qt::Literals::StringLiterals;

/// Signing in and out by hubdeck-cli beside a real Hub and a real keychain, in the state that keyring-session.sh has it
/// in.
class TestLogin : public QObject
{
    Q_OBJECT

private:
    struct Outcome {
        int code;
        QByteArray out;
        QByteArray err;
    };

    const QString m_state = qEnvironmentVariable("HUBDECK_KEYRING");
    const QString m_home = qEnvironmentVariable("HOME");
    QTemporaryDir m_dir;
    std::shared_ptr<localhub::Server> m_server;
    QByteArray m_said;  ///< By all programs, in all tests.

    QProcessEnvironment environment() const
    {
        QProcessEnvironment variables = QProcessEnvironment::systemEnvironment();
        for (const QString &name : {u"HF_TOKEN"_s, u"HUGGING_FACE_HUB_TOKEN"_s, u"LANGUAGE"_s})
            variables.remove(name);
        variables.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        variables.insert(u"HF_ENDPOINT"_s, m_server->url());
        variables.insert(u"HF_HOME"_s, m_home + u"/hf"_s);
        variables.insert(u"QT_LOGGING_RULES"_s, u"*=true"_s);
        return variables;
    }

    Outcome run(const QStringList &words, const QByteArray &input = {}, const QByteArray &token = {})
    {
        QProcess program;
        QProcessEnvironment variables = environment();
        if (!token.isEmpty())
            variables.insert(u"HF_TOKEN"_s, QString::fromLatin1(token));
        program.setProcessEnvironment(variables);
        program.start(QStringLiteral(HUBDECK_CLI), words);
        program.write(input);
        program.closeWriteChannel();
        if (!program.waitForFinished(120'000) || program.exitStatus() != QProcess::NormalExit)
            return {-1, {}, "did not end"};
        const Outcome outcome{program.exitCode(), program.readAllStandardOutput(), program.readAllStandardError()};
        m_said += outcome.out + outcome.err;
        return outcome;
    }
    Outcome login(const QByteArray &token) { return run({u"login"_s, u"--token-stdin"_s}, token + '\n'); }

    bool isUnlocked() const { return m_state == u"unlocked"_s; }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(!m_state.isEmpty(), "to be run by keyring-session.sh");
        const auto store = *localhub::Store::open(m_dir.path());
        const auto add = [&store](const QByteArray &name, const localhub::RepoInfo &info) {
            const localhub::RepoName repo{localhub::RepoType::Model, "ada", name};
            const localhub::NewCommit commit{
                "Ada", "ada@example.org", {}, "Begin", {}, {localhub::Change::put("a", "b")}};
            return !store->createRepo(repo, info) && store->commit(repo, "main", commit);
        };
        QVERIFY(add("engine", {}));
        QVERIFY(add("secret", {.isPrivate = true}));
        QVERIFY(add("gated", {.gate = localhub::Gate::Manual, .admitted = {u"cleo"_s}}));
        m_server = *localhub::Server::start(
            store, {.users = {{"ada", "hf_ada"}, {"bob", "hf_bob", false}, {"cleo", "hf_cleo"}}});
    }

    void signsInAndOut()
    {
        if (!isUnlocked())
            return;
        QCOMPARE(run({u"whoami"_s}).code, 3);
        QCOMPARE(run({u"ls"_s, u"ada/secret"_s}).code, 3);
        const Outcome in = login("hf_ada");
        QVERIFY2(in.code == 0, in.err);
        QCOMPARE(in.out, "Signed in as ada at 127.0.0.1.\n");

        const Outcome who = run({u"whoami"_s});
        QCOMPARE(who.code, 0);
        QVERIFY(who.out.startsWith("ada\n"));
        QVERIFY(who.out.contains("the keychain"));
        const QJsonObject json = QJsonDocument::fromJson(run({u"whoami"_s, u"--json"_s}).out).object();
        QCOMPARE(json["name"_L1].toString(), u"ada"_s);
        QCOMPARE(json["source"_L1].toString(), u"keychain"_s);
        const Outcome list = run({u"ls"_s, u"ada/secret"_s});
        QVERIFY2(list.code == 0, list.err);

        QCOMPARE(run({u"logout"_s}).out, "Signed out ada at 127.0.0.1.\n");
        QCOMPARE(run({u"whoami"_s}).code, 3);
        QCOMPARE(run({u"logout"_s}).code, 3);
    }

    void isNotLetThroughAGate()
    {
        if (!isUnlocked())
            return;
        const QStringList download{u"download"_s, u"ada/gated"_s, u"a"_s};
        QCOMPARE(login("hf_bob").code, 0);
        QCOMPARE(run(download).code, 5);
        QCOMPARE(login("hf_cleo").code, 0);
        const Outcome outcome = run(download);
        QVERIFY2(outcome.code == 0, outcome.err);
        QCOMPARE(run({u"logout"_s, u"bob"_s}).code, 0);
        QVERIFY(run({u"whoami"_s}).out.startsWith("cleo\n"));
        QCOMPARE(run({u"logout"_s}).code, 0);
    }

    void saysThatTheVariableCounts()
    {
        if (isUnlocked())
            QCOMPARE(login("hf_ada").code, 0);
        const Outcome who = run({u"whoami"_s}, {}, "hf_bob");
        QVERIFY2(who.code == 0, who.err);
        QVERIFY(who.out.startsWith("bob\n"));
        QVERIFY(who.out.contains("HF_TOKEN"));
        if (!isUnlocked())
            return;
        const Outcome in = run({u"login"_s, u"--token-stdin"_s}, "hf_ada\n", "hf_bob");
        QCOMPARE(in.code, 0);
        QVERIFY(in.err.contains("HF_TOKEN is set in the environment: its token is used all the same."));
        QCOMPARE(run({u"logout"_s}).code, 0);
    }

    void tokensThatAreNotTaken_data()
    {
        QTest::addColumn<QByteArray>("typed");
        QTest::addColumn<int>("code");
        QTest::newRow("a wrong one") << QByteArray("hf_zyxzyx\n") << 3;
        QTest::newRow("nothing at all") << QByteArray() << 1;
        QTest::newRow("an empty line") << QByteArray("\nhf_ada\n") << 1;
        QTest::newRow("two words") << QByteArray("hf_zyx zyx\n") << 1;
        QTest::newRow("without end") << QByteArray(100'000, 'x') << 1;
        QTest::newRow("bytes that are no text") << QByteArray("\xff\xfe\x00\x01\n", 5) << 1;
    }

    void tokensThatAreNotTaken()
    {
        QFETCH(QByteArray, typed);
        const Outcome outcome = run({u"login"_s, u"--token-stdin"_s}, typed);
        QTEST(outcome.code, "code");
        QCOMPARE(outcome.out, QByteArray());
        QVERIFY(!outcome.err.contains("zyx"));
        QCOMPARE(run({u"whoami"_s}).code, 3);
    }

    void tokensOfTheCommandLine_data()
    {
        QTest::addColumn<QStringList>("words");
        const QString token = u"hf_madeUpMadeUp"_s;
        QTest::newRow("alone") << QStringList{token};
        QTest::newRow("beside the option") << QStringList{u"--token-stdin"_s, token};
        QTest::newRow("as its value") << QStringList{u"--token-stdin="_s + token};
        QTest::newRow("as hf has it") << QStringList{u"--token"_s, token};
        QTest::newRow("as hf has it, in one word") << QStringList{u"--token="_s + token};
    }

    void tokensOfTheCommandLine()
    {
        QFETCH(QStringList, words);
        const Outcome outcome = run(QStringList{u"login"_s} + words);
        QCOMPARE(outcome.code, 2);
        QVERIFY(outcome.err.contains("error: "));
        QVERIFY(!(outcome.out + outcome.err).contains("madeUp"));
    }

    void endsByControlC()
    {
        QProcess program;
        program.setProcessEnvironment(environment());
        program.start(QStringLiteral(HUBDECK_CLI), {u"login"_s, u"--token-stdin"_s});
        QVERIFY(program.waitForStarted());
        // It waits for a token as soon as it has its signals in hand.
        const QString status = u"/proc/%1/status"_s.arg(program.processId());
        const auto blocksIt = [&status] {
            QFile file(status);
            if (!file.open(QIODevice::ReadOnly))
                return false;
            for (const QByteArray &line : file.readAll().split('\n')) {
                if (line.startsWith("SigBlk:"))
                    return bool(line.sliced(7).trimmed().toULongLong(nullptr, 16) & (1ULL << (SIGINT - 1)));
            }
            return false;
        };
        QTRY_VERIFY_WITH_TIMEOUT(blocksIt(), 60'000);
        QCOMPARE(::kill(pid_t(program.processId()), SIGINT), 0);
        QVERIFY(program.waitForFinished(60'000));
        QCOMPARE(int(program.exitStatus()), int(QProcess::NormalExit));
        QCOMPARE(program.exitCode(), 130);
    }

    void withoutAKeychainNobodyIsSignedIn()
    {
        if (isUnlocked())
            return;
        const QByteArray why
            = m_state == u"locked"_s ? "The keychain is locked." : "There is no keychain on this desktop.";
        const Outcome in = login("hf_ada");
        QCOMPARE(in.code, 3);
        QCOMPARE(in.out, QByteArray());
        QVERIFY2(in.err.contains("error: " + why), in.err);
        QVERIFY(in.err.contains("the token can be given in HF_TOKEN"));
        QVERIFY(AccountList::of(Settings().accounts()).all().isEmpty());

        // Whoever signed in before is not said to be signed out.
        Account ada;
        ada.endpoint = QUrl(m_server->url());
        ada.identity.name = u"ada"_s;
        AccountList list;
        list.add(ada);
        list.choose(ada.endpoint, u"ada"_s);
        {
            Settings settings;
            settings.setAccounts(list.toJson());
        }
        for (const QString &command : {u"whoami"_s, u"logout"_s}) {
            const Outcome outcome = run({command});
            QCOMPARE(outcome.code, 3);
            QVERIFY2(outcome.err.contains("error: " + why), outcome.err);
            QVERIFY(!outcome.err.contains("signed in"));
        }
        QCOMPARE(run({u"ls"_s, u"ada/engine"_s}).code, 0);  // What everybody may read.
        QVERIFY(AccountList::of(Settings().accounts()).chosen(ada.endpoint));
        Settings().setAccounts({});
    }

    void leavesNoTokenBehind()
    {
        int files = 0;
        for (const QByteArray &token : {QByteArray("hf_ada"), QByteArray("hf_bob"), QByteArray("hf_cleo")}) {
            QVERIFY(!m_said.contains(token));
            for (QDirIterator it(m_home, QDir::Files | QDir::Hidden, QDirIterator::Subdirectories); it.hasNext();) {
                QFile file(it.next());
                if (!file.open(QIODevice::ReadOnly))
                    continue;
                ++files;
                const QByteArray bytes = file.readAll();
                QVERIFY2(!bytes.contains(token), qPrintable(file.fileName()));
                QVERIFY2(!bytes.contains(token.toBase64(QByteArray::OmitTrailingEquals)), qPrintable(file.fileName()));
            }
        }
        QVERIFY(files > 0);
    }
};

QTEST_GUILESS_MAIN(TestLogin)
#include "tst_login.moc"
