// SPDX-License-Identifier: Apache-2.0
#include "windowrig.h"

#include "gui/settingsdialog.h"
#include "gui/statusline.h"
#include "models/transfermodel.h"
#include "support/faults.h"
#include "transfer/downloadwish.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QMenu>
#include <QPushButton>
#include <QSpinBox>
#include <QTreeView>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;

/// The list of transfers in the real window.
class TestTransfersPage : public QObject, protected WindowRig
{
    Q_OBJECT

    QPushButton *button(const QString &name) const
    {
        for (auto *button : m_window->findChildren<QPushButton *>(name)) {
            if (button->isVisible())
                return button;
        }
        return nullptr;
    }
    /// That of the line at the foot, whatever page is in front.
    QPushButton *limitInStatusLine() const
    {
        for (auto *button : m_window->findChild<StatusLine *>()->findChildren<QPushButton *>()) {
            if (button->accessibleName().contains(u"limit"_s, Qt::CaseInsensitive))
                return button;
        }
        return nullptr;
    }
    QTreeView *list() const
    {
        for (auto *view : m_window->findChildren<QTreeView *>()) {
            if (view->accessibleName() == u"Transfers"_s)
                return view;
        }
        return nullptr;
    }
    void download(const QString &path)
    {
        m_engine->download({.repo = {RepoType::Model, u"demo/tiny"_s}, .paths = {path}});
    }
    EngineOptions withJournal() const
    {
        EngineOptions made = options(m_hub->url());
        made.mostAtOnce = 1;
        made.journal = m_folder->filePath(u"transfers.sqlite"_s);
        return made;
    }
    /// Four downloads whose bytes do not come: the first has begun and is expanded, the others wait.
    void beginOneAtATime()
    {
        m_window.reset();
        m_settings->setDownloadsAtOnce(1);
        makeEngine(withJournal());
        openWindow();
        m_window->actions().transfers->trigger();
        Faults(m_hub->url()).set({QJsonObject{{u"path"_s, u"/o/*/resolve/**"_s}, {u"stallAfter"_s, 1}}});
        for (const QString &name : {u"o/a"_s, u"o/b"_s, u"o/c"_s, u"o/d"_s})
            m_engine->download({.repo = {RepoType::Model, name}});
        QTRY_COMPARE(m_window->transfers()->totals().active, 1);
        QTRY_COMPARE(m_window->transfers()->totals().waiting, 3);
        const QModelIndex first = list()->model()->index(0, 0);
        QTRY_VERIFY(list()->model()->rowCount(first) > 0);
        list()->expand(first);
    }
    QStringList names() const
    {
        QStringList names;
        for (int row = 0; row < list()->model()->rowCount(); ++row)
            names << list()->model()->index(row, 0).data().toString();
        return names;
    }
    void select(const QString &name)
    {
        list()->setFocus();
        list()->setCurrentIndex(list()->model()->index(int(names().indexOf(name)), 0));
    }
    /// Opens the menu of \a button and takes the entry \a text.
    void choose(QPushButton *button, const QString &text)
    {
        button->click();
        QTRY_VERIFY(QApplication::activePopupWidget());
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        bool isThere = false;
        for (QAction *action : menu->actions()) {
            isThere |= action->text() == text;
            if (action->text() == text)
                action->trigger();
        }
        menu->close();
        QVERIFY(isThere);
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(u"fusion"_s);
        QLocale::setDefault(QLocale::c());
        m_hub = std::make_unique<SmallHub>(true);
        m_hub->commit({localhub::RepoType::Model, "demo", "tiny"}, "main",
                      {Change::put("a.txt", "a"), Change::put("b.txt", "b")});
        for (const QByteArray name : {"a", "b", "c", "d"})
            m_hub->commit({localhub::RepoType::Model, "o", name}, "main", {Change::put("file.txt", "of " + name)});
    }

    void init()
    {
        emptyDisk();
        makeEngine();
        openWindow();
        m_window->actions().transfers->trigger();
    }

    void cleanup()
    {
        end();
        Faults(m_hub->url()).clear();
    }

    void whatIsFinishedIsCleared()
    {
        QVERIFY(!button(u"clear"_s)->isEnabled());
        download(u"a.txt"_s);
        download(u"no-such-file.txt"_s);
        QTRY_COMPARE(m_window->transfers()->totals().finished, 1);
        QTRY_COMPARE(m_window->transfers()->totals().failed, 1);
        QVERIFY(button(u"clear"_s)->isEnabled());
        button(u"clear"_s)->click();
        QTRY_COMPARE(m_window->transfers()->totals().count, 1);
        QCOMPARE(m_window->transfers()->totals().failed, 1);  // Nobody has looked at it yet.
        QVERIFY(!button(u"clear"_s)->isEnabled());
    }

    void thePathOfWhatIsDoneIsCopied()
    {
        download(u"a.txt"_s);
        QTRY_COMPARE(m_window->transfers()->totals().finished, 1);
        QVERIFY(!button(u"copyPath"_s)->isEnabled());
        list()->selectAll();
        QVERIFY(button(u"copyPath"_s)->isEnabled() && button(u"showFolder"_s)->isEnabled());
        button(u"copyPath"_s)->click();
        QVERIFY2(QFileInfo::exists(QApplication::clipboard()->text()), qPrintable(QApplication::clipboard()->text()));
    }

    void aLimitIsChosenAndKept()
    {
        QCOMPARE(button(u"limit"_s)->text(), u"No speed limit"_s);
        QCOMPARE(limitInStatusLine()->text(), u"No speed limit"_s);
        choose(button(u"limit"_s), u"5.00 MB/s"_s);
        QCOMPARE(button(u"limit"_s)->text(), u"Limit 5.00 MB/s"_s);
        QCOMPARE(limitInStatusLine()->text(), u"Limit 5.00 MB/s"_s);
        QCOMPARE(m_settings->speedLimit(), 5'000'000);
        openWindow();
        QCOMPARE(limitInStatusLine()->accessibleName(), u"Limit 5.00 MB/s"_s);
        choose(limitInStatusLine(), u"2.00 MB/s"_s);
        m_window->actions().transfers->trigger();
        QCOMPARE(button(u"limit"_s)->text(), u"Limit 2.00 MB/s"_s);
        choose(button(u"limit"_s), u"No limit"_s);
        QCOMPARE(m_settings->speedLimit(), 0);
        QCOMPARE(limitInStatusLine()->text(), u"No speed limit"_s);
    }

    void theLimitInTheStatusLineIsReachedByTab()
    {
        QVERIFY(limitInStatusLine()->focusPolicy() & Qt::TabFocus);
        limitInStatusLine()->setFocus(Qt::TabFocusReason);
        QTest::keyClick(limitInStatusLine(), Qt::Key_Space);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QApplication::activePopupWidget()->close();
    }

    void theLimitGivesWayInANarrowWindow()
    {
        m_window->resize(640, 420);
        QTRY_COMPARE(m_window->width(), 640);
        m_window->resize(1280, 800);
        QTRY_COMPARE(limitInStatusLine()->text(), u"No speed limit"_s);
        const int needed = m_window->findChild<StatusLine *>()->sizeHint().width();
        m_window->findChild<StatusLine *>()->resize(needed - 1, 26);
        QTRY_COMPARE(limitInStatusLine()->text(), QString());
        QCOMPARE(limitInStatusLine()->accessibleName(), u"No speed limit"_s);
    }

    void whoWaitsIsMovedByKeysAndFromAMenu()
    {
        beginOneAtATime();
        QVERIFY(!button(u"order"_s)->isEnabled());
        select(u"o/d"_s);
        QVERIFY(button(u"order"_s)->isEnabled());
        QTest::keyClick(list(), Qt::Key_Up, Qt::AltModifier | Qt::ShiftModifier);
        QTRY_COMPARE(names(), (QStringList{u"o/a"_s, u"o/b"_s, u"o/d"_s, u"o/c"_s}));
        QTest::keyClick(list(), Qt::Key_Home, Qt::AltModifier | Qt::ShiftModifier);
        QTRY_COMPARE(names(), (QStringList{u"o/a"_s, u"o/d"_s, u"o/b"_s, u"o/c"_s}));
        QCOMPARE(list()->currentIndex().siblingAtColumn(0).data().toString(), u"o/d"_s);
        QCOMPARE(list()->selectionModel()->selectedRows().size(), 1);
        QVERIFY(list()->isExpanded(list()->model()->index(0, 0)));
        choose(button(u"order"_s), u"Move to the bottom"_s);
        QTRY_COMPARE(names(), (QStringList{u"o/a"_s, u"o/b"_s, u"o/c"_s, u"o/d"_s}));
        QTest::keyClick(list(), Qt::Key_End, Qt::AltModifier | Qt::ShiftModifier);  // It is there.
        select(u"o/a"_s);
        QVERIFY(!button(u"order"_s)->isEnabled());  // It runs.
    }

    void theOrderIsThatOfTheNextStart()
    {
        beginOneAtATime();
        select(u"o/d"_s);
        choose(button(u"order"_s), u"Move to the top"_s);
        const QStringList order{u"o/a"_s, u"o/d"_s, u"o/b"_s, u"o/c"_s};
        QTRY_COMPARE(names(), order);
        end();
        makeEngine(withJournal());
        openWindow();
        m_window->actions().transfers->trigger();
        QTRY_COMPARE(names(), order);
        QTRY_COMPARE(m_window->transfers()->totals().active, 1);
    }

    void howManyRunAtOnceIsChosenWhileTheyRun()
    {
        beginOneAtATime();
        m_window->actions().settings->trigger();
        auto *dialog = m_window->findChild<SettingsDialog *>();
        auto *atOnce = dialog->findChild<QSpinBox *>(u"atOnce"_s);
        QCOMPARE(atOnce->value(), 1);
        atOnce->setValue(3);
        QTRY_COMPARE(m_window->transfers()->totals().active, 3);
        QCOMPARE(m_settings->downloadsAtOnce(), 3);
        atOnce->setValue(2);
        QTRY_COMPARE(m_window->transfers()->totals().active, 2);
        dialog->close();
    }
};

QTEST_MAIN(TestTransfersPage)
#include "tst_transferspage.moc"
