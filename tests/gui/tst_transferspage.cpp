// SPDX-License-Identifier: Apache-2.0
#include "windowrig.h"

#include "gui/repopage.h"
#include "models/transfermodel.h"
#include "transfer/downloadwish.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QFileInfo>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
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
    bool says(const QString &text) const
    {
        for (const QLabel *label : m_window->findChildren<QLabel *>()) {
            if (label->isVisible() && label->text() == text)
                return true;
        }
        return false;
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
        m_hub->commit({localhub::RepoType::Model, "demo", "tiny"}, "main",
                      {Change::put("a.txt", "a"), Change::put("b.txt", "b")});
    }

    void init()
    {
        emptyDisk();
        makeEngine();
        openWindow();
        m_window->actions().transfers->trigger();
    }

    void cleanup() { end(); }

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
        QVERIFY(!says(u"Limit 5.00 MB/s"_s));
        choose(button(u"limit"_s), u"5.00 MB/s"_s);
        QCOMPARE(button(u"limit"_s)->text(), u"Limit 5.00 MB/s"_s);
        QVERIFY(says(u"Limit 5.00 MB/s"_s));  // In the status line, whatever page is in front.
        QCOMPARE(m_settings->speedLimit(), 5'000'000);
        openWindow();
        QVERIFY(says(u"Limit 5.00 MB/s"_s));
        m_window->actions().transfers->trigger();
        choose(button(u"limit"_s), u"No limit"_s);
        QCOMPARE(m_settings->speedLimit(), 0);
        QVERIFY(!says(u"Limit 5.00 MB/s"_s));
    }
};

QTEST_MAIN(TestTransfersPage)
#include "tst_transferspage.moc"
