// SPDX-License-Identifier: Apache-2.0
#include "keychainrig.h"

#include <QTimer>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

using Outcome = KeychainAnswer::Outcome;

/// On a desktop, beside a locked keychain that asks for its password. Nobody is there to give it.
class TestKeychainPrompt : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase()
    {
        QVERIFY(qEnvironmentVariableIsSet("HUBDECK_IN_DESKTOP_SESSION"));
        QCOMPARE(qEnvironmentVariable("HUBDECK_KEYRING"), u"locked"_s);
    }

    void endsInTimeWhenNobodyAnswersThePrompt()
    {
        int ticks = 0;
        QTimer timer;
        connect(&timer, &QTimer::timeout, this, [&] { ++ticks; });
        timer.start(0);
        KeychainRig rig(2s);
        QCOMPARE(int(rig.write(u"https://huggingface.co|mika"_s, "hf_made_up_for_this_test").outcome),
                 int(Outcome::Silent));
        QVERIFY(ticks > 1);
        // The prompt is still there, and whoever asks now waits behind it.
        QCOMPARE(int(rig.read(u"https://huggingface.co|mika"_s).outcome), int(Outcome::Silent));
    }
};

QTEST_GUILESS_MAIN(TestKeychainPrompt)
#include "tst_keychainprompt.moc"
