// SPDX-License-Identifier: Apache-2.0
#include "waits.h"
#include "windowrig.h"

#include "gui/repopage.h"
#include "models/transfermodel.h"
#include "support/contents.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QTemporaryDir>
#include <QTestEventLoop>

#include <cstring>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 kPiece = 1 << 20;

qint64 bytesToMove()
{
    const qint64 wanted = qEnvironmentVariable("HUBDECK_MEASURE_BYTES").toLongLong();
    return wanted > 0 ? wanted : 30'000'000;
}

}  // namespace

/// How long an event of the window waits while the engine moves bytes as fast as they come. It is measured and printed;
/// what fails is a download that does not arrive.
class TestWindowLatency : public QObject, protected WindowRig
{
    Q_OBJECT

    QTemporaryDir m_dir;
    QProcess m_server;  // A process of its own: what the hub does must not count as the window's work.
    QUrl m_endpoint;

    /// No two pieces are the same, and most of each is made once.
    void makeFile(const QString &folder) const
    {
        QVERIFY(QDir().mkpath(folder));
        QFile file(folder + "/weights.bin"_L1);
        QVERIFY(file.open(QIODevice::WriteOnly));
        QByteArray piece = contents::bytes(kPiece);
        for (qint64 left = bytesToMove(); left > 0; left -= piece.size()) {
            std::memcpy(piece.data(), &left, sizeof left);
            piece.truncate(qMin(left, kPiece));
            QCOMPARE(file.write(piece), piece.size());
        }
    }

    QAbstractButton *downloadButton() const
    {
        for (auto *button : m_window->findChildren<QAbstractButton *>()) {
            if (button->isVisible() && button->accessibleName() == "Download"_L1)
                return button;
        }
        return nullptr;
    }
    bool isOver() const
    {
        const TransferTotals totals = m_window->transfers()->totals();
        return totals.finished + totals.failed > 0;
    }

    /// In an event loop as the program's own: QTRY_VERIFY() sleeps between two looks, and events would wait for that.
    void waitForTheEnd() const
    {
        QTestEventLoop loop;
        const auto look = [this, &loop] {
            if (isOver())
                loop.exitLoop();
        };
        connect(m_window->transfers(), &TransferModel::totalsChanged, &loop, look);
        loop.enterLoop(600);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(u"fusion"_s);
        const QString source = m_dir.filePath(u"source"_s);
        makeFile(source);
        m_server.setStandardErrorFile(QProcess::nullDevice());
        m_server.start(QStringLiteral(LOCALHUB),
                       {u"--data"_s, m_dir.filePath(u"hub"_s), u"--put"_s, u"models/big/model="_s + source,
                        u"--end-with-stdin"_s});
        QVERIFY(QTest::qWaitFor([this] { return m_server.canReadLine(); }, 120'000));
        m_endpoint = QUrl(QString::fromLatin1(m_server.readLine().trimmed().split(' ').last()));
        QVERIFY(QDir(source).removeRecursively());  // The hub has its own.
    }

    void cleanupTestCase()
    {
        m_server.closeWriteChannel();
        QVERIFY(m_server.waitForFinished(20'000));
    }

    void init()
    {
        emptyDisk();
        EngineOptions wanted = options(m_endpoint);
        wanted.journal = m_folder->filePath(u"transfers.sqlite"_s);
        makeEngine(wanted);
        openWindow();
    }

    void cleanup() { end(); }

    void eventsWaitWhileBytesMove_data()
    {
        QTest::addColumn<bool>("showsTransfers");
        QTest::newRow("the list of files is in front") << false;
        QTest::newRow("the transfers are in front") << true;
    }
    void eventsWaitWhileBytesMove()
    {
        QFETCH(bool, showsTransfers);
        m_window->openLink(u"big/model"_s);
        QTRY_VERIFY_WITH_TIMEOUT(m_window->repoPage()->isListed(), 30'000);
        QTRY_VERIFY_WITH_TIMEOUT(downloadButton() && downloadButton()->isEnabled(), 30'000);
        QTest::qWait(300);  // What opening began comes to its end.
        Waits waits;
        QElapsedTimer since;
        since.start();
        const double worked = Waits::workedMilliseconds();
        waits.begin();
        downloadButton()->click();
        if (showsTransfers)
            m_window->actions().transfers->trigger();
        waitForTheEnd();
        const double ms = double(since.nsecsElapsed()) / 1e6;
        const double share = (Waits::workedMilliseconds() - worked) / ms;
        waits.end();
        QCOMPARE(m_window->transfers()->totals().finished, 1);
        qInfo("%.0f MB/s; %zu events waited: median %.2f ms, 99th percentile %.2f ms, longest %.2f ms; the window's "
              "thread worked %.1f %% of the time, at most %.2f ms between two events",
              double(bytesToMove()) / 1e3 / ms, waits.count(), waits.quantile(0.5), waits.quantile(0.99),
              waits.quantile(1), share * 100, waits.longestWork());
        QVERIFY2(waits.count() > 10, "next to no event was counted");
    }
};

QTEST_MAIN(TestWindowLatency)
#include "tst_windowlatency.moc"
