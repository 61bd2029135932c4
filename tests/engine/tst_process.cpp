// SPDX-License-Identifier: Apache-2.0
#include "engine/process.h"

#include "accounts/environmentcredentials.h"
#include "core/handover.h"
#include "local/environment.h"

#include <QProcess>
#include <QTest>

#include <sys/prctl.h>
#include <sys/resource.h>

using namespace Qt::Literals::StringLiterals;

/// What a program with an engine does first of all.
class TestProcess : public QObject
{
    Q_OBJECT

    static QByteArrayList environmentOfChild()
    {
        QProcess child;
        child.start(u"env"_s, QStringList());
        return child.waitForFinished() ? child.readAllStandardOutput().split('\n') : QByteArrayList{"no child"};
    }

private Q_SLOTS:
    void leavesNoCore()
    {
        const rlimit some{1 << 20, 1 << 20};
        QCOMPARE(::setrlimit(RLIMIT_CORE, &some), 0);
        QCOMPARE(::prctl(PR_SET_DUMPABLE, 1), 0);
        engine::prepareProcess();
        rlimit found{1, 1};
        QCOMPARE(::getrlimit(RLIMIT_CORE, &found), 0);
        QCOMPARE(found.rlim_cur, rlim_t(0));
        QCOMPARE(found.rlim_max, rlim_t(0));
        QCOMPARE(::prctl(PR_GET_DUMPABLE), 0);
    }

    void aTokenIsTakenAndNotInherited_data()
    {
        QTest::addColumn<QByteArray>("variable");
        QTest::newRow("HF_TOKEN") << QByteArray("HF_TOKEN");
        QTest::newRow("its older name") << QByteArray("HUGGING_FACE_HUB_TOKEN");
    }
    void aTokenIsTakenAndNotInherited()
    {
#ifdef HUBDECK_TSAN
        QSKIP("ThreadSanitizer fails in any program where Qt starts another.");
#endif
        QFETCH(QByteArray, variable);
        qputenv("HF_ENDPOINT", "https://hub.test");
        qputenv(variable.constData(), "hf_secret");
        QVERIFY(environmentOfChild().contains(variable + "=hf_secret"));

        const QProcessEnvironment taken = engine::takeEnvironment();
        const Environment environment = Environment::of(taken);
        const EnvironmentCredentials credentials(taken, environment);
        QCOMPARE(credentials.token(environment.endpoint, {}), "hf_secret");
        const QByteArrayList inherited = environmentOfChild();
        QVERIFY(inherited.contains("HF_ENDPOINT=https://hub.test"));
        for (const QByteArray &line : inherited)
            QVERIFY2(!line.contains("hf_secret"), line.constData());
    }
};

QTEST_GUILESS_MAIN(TestProcess)
#include "tst_process.moc"
