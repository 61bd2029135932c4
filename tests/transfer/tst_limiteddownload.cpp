// SPDX-License-Identifier: Apache-2.0
#include "support/contents.h"
#include "support/downloadrig.h"

#include <QTest>

using namespace Qt::Literals::StringLiterals;
using State = TransferRow::State;

/// A Hub that counts, and says so: it never has to refuse a request, but for those that were on their way before its
/// first answer told of the limit.
class TestLimitedDownload : public QObject
{
    Q_OBJECT

    DownloadRig m_rig;

private Q_SLOTS:
    void initTestCase()
    {
        DownloadRig::Files files{{u"weights.bin"_s, contents::bytes(2'000'000)}};
        for (int i = 0; i < 300; ++i)
            files[u"small/%1.json"_s.arg(i)] = QByteArray::number(i);
        m_rig.fill(files);
    }

    void init() { m_rig.begin(); }
    void cleanup() { m_rig.end(); }

    void keepsToTheLimit_data()
    {
        QTest::addColumn<QString>("bucket");
        QTest::addColumn<int>("quota");
        QTest::addColumn<QStringList>("include");
        QTest::addColumn<int>("mostRefused");

        QTest::newRow("fifty files in two seconds") << u"resolvers"_s << 50 << QStringList() << 0;
        QTest::newRow("four files in two seconds, of which nobody knows at first")
            << u"resolvers"_s << 4 << QStringList{u"small/1?.json"_s} << 8;
        QTest::newRow("one question in two seconds") << u"api"_s << 1 << QStringList{u"small/1?.json"_s} << 0;
    }

    void keepsToTheLimit()
    {
        QFETCH(QString, bucket);
        QFETCH(int, quota);
        QFETCH(QStringList, include);
        QFETCH(int, mostRefused);
        m_rig.faults().set({}, {QJsonObject{{u"bucket"_s, bucket}, {u"quota"_s, quota}, {u"window"_s, 2}}});
        DownloadWish wish{m_rig.repo};
        wish.include = include;
        const TransferRow row = m_rig.run(wish, 120'000);
        QVERIFY2(row.state == State::Succeeded, qPrintable(row.error ? row.error->message : u"not over"_s));
        QCOMPARE(m_rig.whatIsSpoilt(), QString());
        QCOMPARE(row.filesDone, row.files);

        int refused = 0;
        int sinceAnswered = 0;  // Refused after an answer had told of the limit, and in time.
        qint64 firstAnswer = -1;
        for (const QJsonObject &request : m_rig.faults().log()) {
            const bool isForFile = request[u"path"_s].toString().contains("/resolve"_L1);
            if (request[u"server"_s] == u"cdn"_s || isForFile != (bucket == "resolvers"_L1))
                continue;
            const qint64 at = qint64(request[u"at"_s].toDouble());
            const bool isRefused = request[u"status"_s].toInt() == 429;
            if (firstAnswer < 0)
                firstAnswer = at;
            refused += isRefused;
            sinceAnswered += isRefused && at > firstAnswer + 500;
        }
        QVERIFY2(refused <= mostRefused, qPrintable(QString::number(refused)));
        QCOMPARE(sinceAnswered, 0);
    }
};

QTEST_GUILESS_MAIN(TestLimitedDownload)
#include "tst_limiteddownload.moc"
