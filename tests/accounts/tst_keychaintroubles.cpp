// SPDX-License-Identifier: Apache-2.0
#include "keychainrig.h"
#include "support/sentence.h"

#include <QTimer>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

using Outcome = KeychainAnswer::Outcome;

namespace {

struct Trouble {
    Outcome outcome;
    std::chrono::milliseconds patience;
    QString sentence;
};

}  // namespace

/// Beside the keychain that keyring-session.sh tells of: what it says when it cannot be used.
class TestKeychainTroubles : public QObject
{
    Q_OBJECT

private:
    /// By the names of keyring-session.sh.
    const QHash<QString, Trouble> m_troubles{
        {u"locked"_s, {Outcome::Locked, 1min, u"The keychain is locked."_s}},
        {u"silent"_s, {Outcome::Silent, 200ms, u"The keychain did not answer in time."_s}},
        {u"absent"_s, {Outcome::Absent, 1min, u"There is no keychain on this desktop."_s}},
        {u"nobus"_s, {Outcome::Absent, 1min, u"There is no keychain on this desktop."_s}},
    };
    QString m_state = qEnvironmentVariable("HUBDECK_KEYRING");

private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_troubles.contains(m_state), "to be run by keyring-session.sh"); }

    void saysWhatIsTheMatter_data()
    {
        QTest::addColumn<int>("question");
        QTest::newRow("it is read, and never said to be empty") << 0;
        QTest::newRow("it is written to") << 1;
        QTest::newRow("an entry is removed, which is not said to be gone") << 2;
        QTest::newRow("it is read again") << 0;
    }

    void saysWhatIsTheMatter()
    {
        QFETCH(int, question);
        const Trouble &trouble = m_troubles[m_state];
        KeychainRig rig(trouble.patience);
        const QString key = u"https://huggingface.co|mika"_s;
        const KeychainAnswer answer = question == 0 ? rig.read(key)
            : question == 1                         ? rig.write(key, "hf_made_up_for_this_test")
                                                    : rig.remove(key);
        QCOMPARE(int(answer.outcome), int(trouble.outcome));
        QVERIFY(answer.secret.isEmpty());
        const auto error = answer.error();
        QVERIFY(error);
        QCOMPARE(int(error->kind), int(Error::Kind::Keychain));
        QCOMPARE(error->message, trouble.sentence);
        QCOMPARE(whyNoSentence(*error), QString());
    }

    void goesOnMeanwhile()
    {
        bool hasWorked = false;
        QTimer::singleShot(0, this, [&] { hasWorked = true; });
        KeychainRig rig(m_troubles[m_state].patience);
        QVERIFY(rig.read(u"whatever"_s).error());
        QVERIFY(hasWorked);
    }
};

QTEST_GUILESS_MAIN(TestKeychainTroubles)
#include "tst_keychaintroubles.moc"
