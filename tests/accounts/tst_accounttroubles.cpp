// SPDX-License-Identifier: Apache-2.0
#include "accountsrig.h"

#include <QTemporaryDir>

using namespace Qt::Literals::StringLiterals;
using Outcome = KeychainAnswer::Outcome;

/// Signing in and out where the keychain cannot be used, in the states locked and absent of keyring-session.sh.
class TestAccountTroubles : public QObject
{
    Q_OBJECT

private:
    const QString m_state = qEnvironmentVariable("HUBDECK_KEYRING");
    std::unique_ptr<QTemporaryDir> m_folder;

    QString file() const { return m_folder->filePath(u"settings.ini"_s); }
    AccountsRig start() const { return AccountsRig(file()); }
    Outcome outcome() const { return m_state == u"locked"_s ? Outcome::Locked : Outcome::Absent; }
    QString sentence() const
    {
        return m_state == u"locked"_s ? u"The keychain is locked."_s : u"There is no keychain on this desktop."_s;
    }

    /// As a run left it whose keychain was open.
    void signedInBefore() const
    {
        AccountList list;
        list.add(AccountsRig::account(u"ada"_s));
        list.add(AccountsRig::account(u"bob"_s));
        list.choose(AccountsRig::hub(), u"ada"_s);
        Settings(file()).setAccounts(list.toJson());
    }

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY2(m_state == u"locked"_s || m_state == u"absent"_s, "to be run by keyring-session.sh");
    }
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void isNeverSaidToBeSignedOut()
    {
        signedInBefore();
        auto rig = start();
        rig.load();
        QCOMPARE(rig.chosen(), u"ada"_s);
        QCOMPARE(rig.trouble(), sentence());
        QCOMPARE(rig.token(), QByteArray());
        rig.accounts.choose(AccountsRig::hub(), u"bob"_s);
        QTRY_COMPARE(rig.trouble(), sentence());
        QCOMPARE(rig.chosen(), u"bob"_s);
        QCOMPARE(start().accounts.at(AccountsRig::hub()).size(), 2);
    }

    void takesNobodyUp()
    {
        auto rig = start();
        const QByteArray before = disk::contentOf(file());
        QCOMPARE(int(rig.signIn(u"ada"_s, {"hf_made_up_ada"}).outcome), int(outcome()));
        QCOMPARE(rig.chosen(), QString());
        QCOMPARE(rig.token(), QByteArray());
        QVERIFY(rig.accounts.at(AccountsRig::hub()).isEmpty());
        QCOMPARE(disk::contentOf(file()), before);
    }

    void signsInForThisRunAlone()
    {
        signedInBefore();
        {
            auto rig = start();
            rig.load();
            QCOMPARE(int(rig.signIn(u"ada"_s, {"hf_made_up_ada"}, Accounts::Keep::ThisRun).outcome),
                     int(Outcome::Done));
            QCOMPARE(rig.token(), "hf_made_up_ada");
            QCOMPARE(rig.trouble(), QString());
        }
        QVERIFY(!disk::contentOf(file()).contains("hf_made_up"));
        auto next = start();
        QCOMPARE(next.chosen(), u"ada"_s);  // Her token is in the keychain all the same.
        QCOMPARE(next.accounts.at(AccountsRig::hub()).size(), 2);
    }

    void doesNotSayThatAnEntryWasRemoved()
    {
        signedInBefore();
        auto rig = start();
        rig.load();
        QCOMPARE(int(rig.signOut(u"ada"_s).outcome), int(outcome()));
        QCOMPARE(rig.trouble(), sentence());
        QCOMPARE(rig.token(), QByteArray());
        QCOMPARE(start().chosen(), u"ada"_s);
    }

    void dropsATokenOfThisRunAtOnce()
    {
        signedInBefore();
        auto rig = start();
        rig.signIn(u"ada"_s, {"hf_made_up_ada"}, Accounts::Keep::ThisRun);
        QCOMPARE(int(rig.signOut(u"ada"_s).outcome), int(outcome()));
        QCOMPARE(rig.token(), QByteArray());
        QVERIFY(rig.accounts.chosen(AccountsRig::hub())->isKept);  // It is asked again.
        rig.load();
        QCOMPARE(rig.trouble(), sentence());
    }

    void renewsForThisRunAtLeast()
    {
        auto rig = start();
        rig.signIn(u"ada"_s, {"hf_made_up_1", "r_1"}, Accounts::Keep::ThisRun);
        rig.accounts.renew(*rig.accounts.chosen(AccountsRig::hub()), {"hf_made_up_2", "r_2"});
        QCOMPARE(rig.token(), "hf_made_up_2");
        rig.settle();
        QCOMPARE(rig.trouble(), QString());
    }
};

QTEST_GUILESS_MAIN(TestAccountTroubles)
#include "tst_accounttroubles.moc"
