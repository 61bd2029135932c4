// SPDX-License-Identifier: Apache-2.0
#include "cli/exitcode.h"

#include <QTest>

class TestExitCode : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhatWentWrong_data()
    {
        QTest::addColumn<Error::Kind>("kind");
        QTest::addColumn<int>("code");

        QTest::newRow("not signed in: 3") << Error::Kind::Unauthorized << 3;
        QTest::newRow("not allowed: 3") << Error::Kind::Forbidden << 3;
        QTest::newRow("no such repository: 4") << Error::Kind::NotFound << 4;
        QTest::newRow("no such revision: 4") << Error::Kind::NoRevision << 4;
        QTest::newRow("no such file: 4") << Error::Kind::NoEntry << 4;
        QTest::newRow("gated: 5") << Error::Kind::Gated << 5;
        QTest::newRow("no network: 6") << Error::Kind::Offline << 6;
        QTest::newRow("a silent server: 6") << Error::Kind::Timeout << 6;
        QTest::newRow("an untrusted certificate: 6") << Error::Kind::Tls << 6;
        QTest::newRow("the disk: 7") << Error::Kind::Disk << 7;
        QTest::newRow("the disk is full: 7") << Error::Kind::DiskFull << 7;
        QTest::newRow("other content than its hash: 8") << Error::Kind::Checksum << 8;
        QTest::newRow("interrupted: 130") << Error::Kind::Cancelled << 130;
        QTest::newRow("anything else: 1") << Error::Kind::Server << 1;
    }

    void saysWhatWentWrong()
    {
        QFETCH(Error::Kind, kind);
        QFETCH(int, code);
        QCOMPARE(int(cli::exitCodeOf({kind, {}, {}})), code);
    }
};

QTEST_APPLESS_MAIN(TestExitCode)
#include "tst_exitcode.moc"
