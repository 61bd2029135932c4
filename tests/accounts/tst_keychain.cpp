// SPDX-License-Identifier: Apache-2.0
#include "keychainrig.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusObjectPath>
#include <QProcess>

#include <csignal>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

using Outcome = KeychainAnswer::Outcome;

/// Beside the real keychain that keyring-session.sh starts, unlocked.
class TestKeychain : public QObject
{
    Q_OBJECT

private:
    const QString m_key = u"https://huggingface.co|mika"_s;
    const QByteArray m_secret = "hf_made_up_for_this_test";
    pid_t m_daemon = qEnvironmentVariableIntValue("HUBDECK_KEYRING_PID");

    /// By another program, under the names that this one gives: \a word is lookup or the like.
    QByteArray bySecretTool(const QString &word) const
    {
        QProcess tool;
        tool.start(u"secret-tool"_s, {word, u"server"_s, QLatin1String(Keychain::kService), u"user"_s, m_key});
        if (!tool.waitForFinished() || tool.exitStatus() != QProcess::NormalExit)
            return "<did not run>";
        return tool.readAllStandardOutput();
    }

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_daemon > 1, "to be run by keyring-session.sh"); }
    void init() { QCOMPARE(int(KeychainRig().remove(m_key).outcome), int(Outcome::Done)); }

    void readsWhatWasWritten_data()
    {
        QTest::addColumn<QByteArray>("secret");
        QByteArray all;
        for (int i = 0; i < 8 << 10; ++i)
            all += char(i);
        QTest::newRow("a token") << m_secret;
        QTest::newRow("umlauts") << QByteArray("gr\xc3\xbc\xc3\x9f\x65");
        QTest::newRow("8 kB of all bytes, NUL too") << all;
        QTest::newRow("lines") << QByteArray("{\n  \"token\": \"hf_x\"\r\n}\n");
        QTest::newRow("nothing at all") << QByteArray("");
    }

    void readsWhatWasWritten()
    {
        QFETCH(QByteArray, secret);
        KeychainRig rig;
        QCOMPARE(int(rig.write(m_key, secret).outcome), int(Outcome::Done));
        const KeychainAnswer answer = rig.read(m_key);
        QCOMPARE(int(answer.outcome), int(Outcome::Done));
        QCOMPARE(answer.secret, secret);
        QVERIFY(!answer.error());
        QCOMPARE(KeychainRig().read(m_key).secret, secret);
    }

    void keepsItWhereOtherProgramsFindIt()
    {
        QCOMPARE(int(KeychainRig().write(m_key, m_secret).outcome), int(Outcome::Done));
        QCOMPARE(QByteArray::fromBase64(bySecretTool(u"lookup"_s)), m_secret);
        bySecretTool(u"clear"_s);
        QCOMPARE(int(KeychainRig().read(m_key).outcome), int(Outcome::NoEntry));
    }

    void replacesWhatWasThere()
    {
        KeychainRig rig;
        rig.write(m_key, "hf_a_longer_one_than_the_next");
        rig.write(m_key, "hf_next");
        QCOMPARE(rig.read(m_key).secret, "hf_next");
    }

    void hasNoErrorForAnEntryThatIsNotThere()
    {
        KeychainRig rig;
        const KeychainAnswer answer = rig.read(m_key);
        QCOMPARE(int(answer.outcome), int(Outcome::NoEntry));
        QVERIFY(!answer.error());
        QVERIFY(answer.secret.isNull());
    }

    void removesTwice()
    {
        KeychainRig rig;
        rig.write(m_key, m_secret);
        QCOMPARE(int(rig.remove(m_key).outcome), int(Outcome::Done));
        QCOMPARE(int(rig.read(m_key).outcome), int(Outcome::NoEntry));
        QCOMPARE(int(rig.remove(m_key).outcome), int(Outcome::Done));
    }

    void keepsAccountsApart()
    {
        KeychainRig rig;
        const QString other = m_key + u"2"_s;
        rig.write(m_key, "hf_mika");
        rig.write(other, "hf_mika2");
        QCOMPARE(rig.read(m_key).secret, "hf_mika");
        QCOMPARE(int(rig.remove(m_key).outcome), int(Outcome::Done));
        QCOMPARE(rig.read(other).secret, "hf_mika2");
        QCOMPARE(int(rig.remove(other).outcome), int(Outcome::Done));
    }

    void answersManyQuestionsInTheirOrder()
    {
        Keychain keychain;
        QList<QByteArray> secrets;
        for (const char *secret : {"one", "two", "three"}) {
            keychain.write(m_key, secret, this, [](const KeychainAnswer &) {});
            keychain.read(m_key, this, [&](const KeychainAnswer &answer) { secrets += answer.secret; });
        }
        QTRY_COMPARE_WITH_TIMEOUT(secrets, (QList<QByteArray>{"one", "two", "three"}), 60'000);
    }

    void answersAgainWhileAnAnswerIsLookedAt()
    {
        KeychainRig rig;
        QByteArray inside;
        rig.write(m_key, m_secret);
        bool isOver = false;
        rig.keychain().read(m_key, this, [&](const KeychainAnswer &) {
            inside = rig.read(m_key).secret;  // As in a dialog: with an event loop of its own.
            isOver = true;
        });
        QTRY_VERIFY_WITH_TIMEOUT(isOver, 60'000);
        QCOMPARE(inside, m_secret);
    }

    void doesNotCallWhatIsGone()
    {
        bool isCalled = false;
        KeychainRig rig;
        {
            QObject context;
            rig.keychain().write(m_key, m_secret, &context, [&](const KeychainAnswer &) { isCalled = true; });
        }
        {
            Keychain gone;
            gone.read(m_key, this, [&](const KeychainAnswer &) { isCalled = true; });
            QCoreApplication::processEvents();  // QtKeychain has taken it.
        }
        // What was asked for is done all the same: whoever signs out may close the window at once.
        QCOMPARE(rig.read(m_key).secret, m_secret);
        QVERIFY(!isCalled);
    }

    void endsInTimeWhenNobodyAnswers()
    {
        QCOMPARE(::kill(m_daemon, SIGSTOP), 0);
        const auto goOn = qScopeGuard([this] { ::kill(m_daemon, SIGCONT); });
        KeychainRig impatient(100ms);
        QCOMPARE(int(impatient.read(m_key).outcome), int(Outcome::Silent));
        QCOMPARE(int(impatient.write(m_key, m_secret).outcome), int(Outcome::Silent));
        QCOMPARE(int(impatient.remove(m_key).outcome), int(Outcome::Silent));
        ::kill(m_daemon, SIGCONT);
        // The first question is answered now, to nobody. What was behind it was never asked.
        KeychainRig patient;
        QCOMPARE(int(patient.read(m_key).outcome), int(Outcome::NoEntry));
        QCOMPARE(int(patient.write(m_key, m_secret).outcome), int(Outcome::Done));
        QCOMPARE(patient.read(m_key).secret, m_secret);
    }

    void isLockedWhenSomebodyLocksIt()
    {
        KeychainRig rig;
        rig.write(m_key, m_secret);
        auto lock = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets"_s,
                                                   u"org.freedesktop.Secret.Service"_s, u"Lock"_s);
        const QList places{QDBusObjectPath(u"/org/freedesktop/secrets/aliases/default"_s)};
        lock << QVariant::fromValue(places);
        QCOMPARE(QDBusConnection::sessionBus().call(lock).errorMessage(), QString());
        QCOMPARE(int(rig.read(m_key).outcome), int(Outcome::Locked));
        QCOMPARE(int(rig.read(u"no such entry"_s).outcome), int(Outcome::Locked));
        QCOMPARE(int(rig.remove(m_key).outcome), int(Outcome::Locked));
    }
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
