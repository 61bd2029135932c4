// SPDX-License-Identifier: Apache-2.0
#include "accountsrig.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace Qt::Literals::StringLiterals;
using Outcome = KeychainAnswer::Outcome;

/// Signing in and out beside a real keychain, unlocked, as keyring-session.sh starts it.
class TestKeptAccounts : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QTemporaryDir> m_folder;

    QString file() const { return m_folder->filePath(u"settings.ini"_s); }
    AccountsRig start() const { return AccountsRig(file()); }

    /// What another program finds there, or makes of it: \a word is lookup or clear.
    static QByteArray bySecretTool(const QString &word, const QString &name)
    {
        QProcess tool;
        const QString key = AccountsRig::account(name).key();
        tool.start(u"secret-tool"_s, {word, u"server"_s, QLatin1String(Keychain::kService), u"user"_s, key});
        if (!tool.waitForFinished() || tool.exitStatus() != QProcess::NormalExit)
            return "<did not run>";
        return QByteArray::fromBase64(tool.readAllStandardOutput());
    }
    static QByteArray keptTokenOf(const QString &name)
    {
        const auto secret = Secret::of(bySecretTool(u"lookup"_s, name));
        return secret ? secret->token : QByteArray();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(qEnvironmentVariable("HUBDECK_KEYRING") == u"unlocked"_s, "to be run by keyring-session.sh");
    }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        for (const QString &name : {u"ada"_s, u"bob"_s})
            bySecretTool(u"clear"_s, name);
    }

    void signsInForTheNextRuns()
    {
        {
            auto first = start();
            QCOMPARE(int(first.signIn(u"ada"_s, {"hf_made_up_ada"}).outcome), int(Outcome::Done));
            QCOMPARE(first.token(), "hf_made_up_ada");
            QCOMPARE(first.chosen(), u"ada"_s);
        }
        QCOMPARE(keptTokenOf(u"ada"_s), "hf_made_up_ada");
        QVERIFY(disk::contentOf(file()).contains("ada"));
        QVERIFY(!disk::contentOf(file()).contains("hf_made_up"));

        auto second = start();
        QCOMPARE(second.chosen(), u"ada"_s);
        QCOMPARE(second.token(), QByteArray());
        second.load();
        QCOMPARE(second.token(), "hf_made_up_ada");
        QCOMPARE(second.trouble(), QString());
    }

    void signsOutAtOnceAndForGood()
    {
        auto rig = start();
        rig.signIn(u"ada"_s, {"hf_made_up_ada", "r_made_up"});
        const Account ada = *rig.accounts.chosen(AccountsRig::hub());
        rig.accounts.signOut(ada, this, [](const KeychainAnswer &) {});
        QCOMPARE(rig.token(), QByteArray());  // Before the keychain knows.
        QTRY_COMPARE(rig.chosen(), QString());
        QCOMPARE(keptTokenOf(u"ada"_s), QByteArray());
        QVERIFY(bySecretTool(u"lookup"_s, u"ada"_s).isEmpty());

        auto next = start();
        next.load();
        QCOMPARE(next.chosen(), QString());
        QCOMPARE(next.token(), QByteArray());
    }

    void whatIsReadTooLateIsNotUsed()
    {
        start().signIn(u"ada"_s, {"hf_made_up_ada"});
        auto rig = start();
        rig.accounts.load(AccountsRig::hub());  // Under way while she signs out.
        QCOMPARE(int(rig.signOut(u"ada"_s).outcome), int(Outcome::Done));
        rig.settle();
        QCOMPARE(rig.token(), QByteArray());
        QCOMPARE(rig.tokens->token(AccountsRig::hub(), u"ada"_s), QByteArray());
        QVERIFY(!rig.accounts.secret(AccountsRig::account(u"ada"_s)));
    }

    void whatIsReadTooLateReplacesNothing()
    {
        start().signIn(u"ada"_s, {"hf_made_up_old"});
        auto rig = start();
        rig.accounts.load(AccountsRig::hub());
        // For this run alone: that is known before the keychain answers.
        rig.signIn(u"ada"_s, {"hf_made_up_new"}, Accounts::Keep::ThisRun);
        rig.settle();
        QCOMPARE(rig.token(), "hf_made_up_new");
        QCOMPARE(keptTokenOf(u"ada"_s), "hf_made_up_old");
    }

    void signsInTwoAtOnce()
    {
        auto rig = start();
        int answers = 0;
        const auto done = [&](const KeychainAnswer &answer) { answers += answer.outcome == Outcome::Done; };
        for (const QString &name : {u"ada"_s, u"bob"_s})
            rig.accounts.signIn(AccountsRig::account(name), {"hf_made_up_" + name.toLatin1()},
                                Accounts::Keep::InKeychain, this, done);
        QTRY_COMPARE(answers, 2);
        QCOMPARE(rig.accounts.at(AccountsRig::hub()).size(), 2);
        QCOMPARE(rig.chosen(), u"bob"_s);
        QCOMPARE(rig.token(), "hf_made_up_bob");
        QCOMPARE(keptTokenOf(u"ada"_s), "hf_made_up_ada");
        rig.signOut(u"bob"_s);
        QCOMPARE(rig.chosen(), u"ada"_s);
        QCOMPARE(rig.token(), "hf_made_up_ada");
    }

    void changesBetweenAccounts()
    {
        start().signIn(u"ada"_s, {"hf_made_up_ada"});
        start().signIn(u"bob"_s, {"hf_made_up_bob"});
        auto rig = start();
        rig.load();
        QCOMPARE(rig.token(), "hf_made_up_bob");
        rig.accounts.choose(AccountsRig::hub(), u"ada"_s);
        QCOMPARE(rig.token(), QByteArray());  // Bob's is not hers, as long as hers was not read.
        QTRY_COMPARE(rig.token(), "hf_made_up_ada");
        rig.accounts.choose(AccountsRig::hub(), {});
        QCOMPARE(rig.token(), QByteArray());
        QCOMPARE(start().chosen(), QString());
    }

    void ofThisRunAloneNothingIsWritten()
    {
        {
            auto rig = start();
            QCOMPARE(int(rig.signIn(u"ada"_s, {"hf_made_up_ada"}, Accounts::Keep::ThisRun).outcome),
                     int(Outcome::Done));
            QCOMPARE(rig.token(), "hf_made_up_ada");
            QVERIFY(!rig.accounts.chosen(AccountsRig::hub())->isKept);
            rig.signIn(u"bob"_s, {"hf_made_up_bob"});  // The list is written, and read anew.
            QCOMPARE(rig.accounts.at(AccountsRig::hub()).size(), 2);
        }
        QVERIFY(bySecretTool(u"lookup"_s, u"ada"_s).isEmpty());
        QVERIFY(!disk::contentOf(file()).contains("ada"));
        QCOMPARE(start().accounts.at(AccountsRig::hub()).size(), 1);
    }

    void aTokenOfThisRunDoesNotPutTheKeptOneOut()
    {
        start().signIn(u"ada"_s, {"hf_made_up_kept"});
        {
            auto rig = start();
            rig.signIn(u"ada"_s, {"hf_made_up_of_today"}, Accounts::Keep::ThisRun);
            rig.signIn(u"bob"_s, {"hf_made_up_bob"});
            rig.accounts.choose(AccountsRig::hub(), u"ada"_s);
            QCOMPARE(rig.token(), "hf_made_up_of_today");
        }
        auto next = start();
        next.load();
        QCOMPARE(next.chosen(), u"ada"_s);
        QCOMPARE(next.token(), "hf_made_up_kept");

        next.signIn(u"ada"_s, {"hf_made_up_of_today"}, Accounts::Keep::ThisRun);
        QCOMPARE(int(next.signOut(u"ada"_s).outcome), int(Outcome::Done));
        QVERIFY(bySecretTool(u"lookup"_s, u"ada"_s).isEmpty());  // Who signs out is signed out.
    }

    void anEntryThatAnotherProgramRemovedIsSaidToBeGone()
    {
        start().signIn(u"ada"_s, {"hf_made_up_ada"});
        bySecretTool(u"clear"_s, u"ada"_s);
        auto rig = start();
        rig.load();
        QCOMPARE(rig.chosen(), u"ada"_s);
        QCOMPARE(rig.trouble(), u"The token of ada is not in the keychain any more."_s);
        QCOMPARE(rig.token(), QByteArray());
        rig.signIn(u"ada"_s, {"hf_made_up_again"});
        QCOMPARE(rig.trouble(), QString());
        QCOMPARE(rig.token(), "hf_made_up_again");
    }

    void whomAnotherProgramSignedOutIsSignedOut()
    {
        auto window = start();
        window.signIn(u"ada"_s, {"hf_made_up_ada"});
        window.signIn(u"bob"_s, {"hf_made_up_bob"});
        {
            auto other = start();
            other.signOut(u"bob"_s);
        }
        window.accounts.choose(AccountsRig::hub(), u"bob"_s);  // As a menu that was open meanwhile still offers.
        QCOMPARE(window.chosen(), QString());
        QCOMPARE(window.token(), QByteArray());
        QCOMPARE(window.tokens->token(AccountsRig::hub(), u"bob"_s), QByteArray());
        QCOMPARE(window.accounts.at(AccountsRig::hub()).size(), 1);
    }

    void isSignedInByAnotherProgram()
    {
        auto window = start();
        window.load();
        start().signIn(u"ada"_s, {"hf_made_up_ada"});
        window.load();
        QCOMPARE(window.token(), "hf_made_up_ada");
    }

    void renewsWhoIsSignedInAlone()
    {
        auto rig = start();
        rig.signIn(u"ada"_s, {"hf_made_up_1", "r_1"});
        const Account ada = *rig.accounts.chosen(AccountsRig::hub());
        rig.accounts.renew(ada, {"hf_made_up_2", "r_2"});
        QCOMPARE(rig.token(), "hf_made_up_2");
        rig.settle();
        QCOMPARE(keptTokenOf(u"ada"_s), "hf_made_up_2");
        rig.signOut(u"ada"_s);
        rig.accounts.renew(ada, {"hf_made_up_3", "r_3"});  // An answer that was under way.
        rig.settle();
        QCOMPARE(rig.token(), QByteArray());
        QVERIFY(bySecretTool(u"lookup"_s, u"ada"_s).isEmpty());
    }

    void takesWhatEndsLater_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QByteArray>("token");
        QTest::newRow("another program has renewed it") << 2 << QByteArray("hf_made_up_other");
        QTest::newRow("ours is the newer one") << -2 << QByteArray("hf_made_up_ours");
    }

    void takesWhatEndsLater()
    {
        QFETCH(int, days);
        const QDateTime end({2030, 1, 1}, {0, 0}, QTimeZone::utc());
        auto rig = start();
        rig.signIn(u"ada"_s, {"hf_made_up_ours", "r_1", end});
        start().signIn(u"ada"_s, {"hf_made_up_other", "r_2", end.addDays(days)});
        std::optional<bool> isThere;
        rig.accounts.readAgain(*rig.accounts.chosen(AccountsRig::hub()), this, [&](bool is) { isThere = is; });
        QTRY_VERIFY(isThere);
        QVERIFY(*isThere);
        QTEST(rig.token(), "token");
    }

    void asksNobodyWhoIsGone()
    {
        bool isCalled = false;
        {
            auto rig = start();
            const auto call = [&](const KeychainAnswer &) { isCalled = true; };
            rig.accounts.signIn(AccountsRig::account(u"ada"_s), {"hf_made_up_ada"}, Accounts::Keep::InKeychain, this,
                                call);
            rig.accounts.signIn(AccountsRig::account(u"bob"_s), {"hf_made_up_bob"}, Accounts::Keep::ThisRun, this,
                                call);
            rig.accounts.load(AccountsRig::hub());
        }
        auto rig = start();
        rig.settle();
        QVERIFY(!isCalled);
        {
            QObject gone;
            rig.accounts.signIn(AccountsRig::account(u"ada"_s), {"hf_made_up_ada"}, Accounts::Keep::InKeychain, &gone,
                                [&](const KeychainAnswer &) { isCalled = true; });
        }
        rig.settle();
        QCOMPARE(rig.token(), "hf_made_up_ada");  // A dialog that was closed meanwhile takes nothing back.
        QVERIFY(!isCalled);
    }
};

QTEST_GUILESS_MAIN(TestKeptAccounts)
#include "tst_keptaccounts.moc"
