// SPDX-License-Identifier: Apache-2.0
#include "windowrig.h"

#include "gui/background.h"
#include "gui/cachepage.h"
#include "gui/desktop/notifier.h"
#include "gui/questions.h"
#include "gui/snapshotsaver.h"
#include "models/transfermodel.h"
#include "support/disk.h"

#include <QDir>
#include <QFileDialog>
#include <QMenu>
#include <QMessageBox>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;

/// Closing the window while something goes on, as Background has it.
class TestClosing : public QObject, protected WindowRig
{
    Q_OBJECT

    const RepoId m_repo{RepoType::Model, u"demo/tiny"_s};
    QString m_commit;
    std::unique_ptr<Background> m_background;
    QSemaphore m_gate;
    int m_blocked = 0;

    QString target() const { return m_folder->filePath(u"out/copy.zip"_s); }
    QStringList written() const { return QFileInfo(target()).dir().entryList(QDir::Files | QDir::Hidden); }

    /// From now on nothing comes to its end in the engine's pool, until openGate().
    void shutGate()
    {
        m_blocked = m_engine->pool()->maxThreadCount();
        for (int i = 0; i < m_blocked; ++i)
            m_engine->pool()->start([this] { m_gate.acquire(); });
    }
    void openGate() { m_gate.release(std::exchange(m_blocked, 0)); }

    /// An export that has begun, and goes on as long as the gate is shut.
    void beginExport()
    {
        auto *saver = m_window->cachePage()->findChild<SnapshotSaver *>();
        QMenu menu;
        saver->fill(&menu, m_repo, m_commit, u"main"_s);
        for (QAction *action : menu.actions()) {
            if (action->text() == u"Export as .zip…"_s)
                action->trigger();
        }
        QTRY_VERIFY(m_window->findChild<QFileDialog *>());
        auto *dialog = m_window->findChild<QFileDialog *>();
        shutGate();
        Q_EMIT dialog->fileSelected(target());
        dialog->reject();
        QVERIFY(saver->isRunning());
    }

    void answer(const QString &text)
    {
        for (QAbstractButton *button : m_window->findChild<QMessageBox *>()->buttons()) {
            if (button->text() == text)
                return button->click();
        }
        QFAIL("There is no such answer.");
    }

public:
    /// No notification of a test's appears on anybody's desktop.
    static void initMain() { qputenv("DBUS_SESSION_BUS_ADDRESS", "disabled:"); }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(u"fusion"_s);
        m_commit = m_hub->commit({localhub::RepoType::Model, "demo", "tiny"}, "main", {Change::put("a.txt", "a")});
    }

    void init()
    {
        emptyDisk();
        QVERIFY(QDir().mkpath(QFileInfo(target()).path()));
        makeEngine();
        openWindow();
        m_background = std::make_unique<Background>(m_engine.get(), m_window.get());
        m_engine->download({.repo = m_repo});
        QTRY_COMPARE(m_window->transfers()->totals().finished, 1);
    }

    void cleanup()
    {
        openGate();
        m_background.reset();
        end();
        QApplication::setQuitOnLastWindowClosed(true);
    }

    void closesAtOnceWhileNothingGoesOn()
    {
        QVERIFY(m_window->close());
        QVERIFY(!m_window->findChild<QMessageBox *>());
    }

    void asksWhileAnExportRuns()
    {
        beginExport();
        QVERIFY(!m_window->close());
        auto *box = m_window->findChild<QMessageBox *>();
        QVERIFY(box);
        QCOMPARE(box->text(), u"An export is running."_s);
        answer(u"Stay"_s);
        QVERIFY(m_window->isVisible());
        openGate();
        QTRY_VERIFY(QFileInfo::exists(target()));
        QTRY_VERIFY(m_window->close());  // Now nothing goes on.
    }

    void anExportGoesOnWithoutTheWindow()
    {
        beginExport();
        QVERIFY(!m_window->close());
        answer(u"Go on in the background"_s);
        QVERIFY(!m_window->isVisible());
        QTimer::singleShot(200, this, &TestClosing::openGate);
        QTimer limit;
        connect(&limit, &QTimer::timeout, this, [] { QCoreApplication::exit(1); });
        limit.start(60'000);
        QCOMPARE(QApplication::exec(), 0);  // It ends by itself.
        QCOMPARE(written(), QStringList{u"copy.zip"_s});
        QVERIFY(disk::contentOf(target()).startsWith("PK"));
    }

    void anExportThatIsStoppedLeavesNothing()
    {
        beginExport();
        QVERIFY(!m_window->close());
        answer(u"Stop and quit"_s);
        QVERIFY(!m_window->isVisible());
        m_background.reset();
        m_window.reset();
        openGate();
        m_engine.reset();  // It waits for its pool.
        QCOMPARE(written(), QStringList());
    }

    void whatNobodyShowsIsSettled()
    {
        Notifier notifier;
        const QSignalSpy settled(&notifier, &Notifier::settled);
        notifier.show(u"Title"_s, u"Body"_s);
        QTRY_COMPARE(settled.size(), 1);
    }

    void saysWhatGoesOn_data()
    {
        QTest::addColumn<gui::Unfinished>("unfinished");
        QTest::addColumn<QString>("text");
        QTest::newRow("a download") << gui::Unfinished{1, 0, false} << u"A download is under way."_s;
        QTest::newRow("a download of which one knows what is missing")
            << gui::Unfinished{1, 2'000'000, false} << u"A download is under way (2.00 MB left)."_s;
        QTest::newRow("downloads") << gui::Unfinished{3, 0, false} << u"3 downloads are under way."_s;
        QTest::newRow("an export") << gui::Unfinished{0, 0, true} << u"An export is running."_s;
        QTest::newRow("both") << gui::Unfinished{2, 0, true} << u"2 downloads are under way. An export is running."_s;
    }

    void saysWhatGoesOn()
    {
        QFETCH(gui::Unfinished, unfinished);
        QFETCH(QString, text);
        gui::askClosing(m_window.get(), unfinished, [](gui::ClosingAnswer) {});
        auto *box = m_window->findChild<QMessageBox *>();
        QCOMPARE(box->text(), text);
        QCOMPARE(box->informativeText().contains(u"next start"_s), unfinished.downloads > 0);
        QCOMPARE(box->informativeText().contains(u"leaves nothing"_s), unfinished.isExporting);
        box->reject();
    }
};

QTEST_MAIN(TestClosing)
#include "tst_closing.moc"
