// SPDX-License-Identifier: Apache-2.0
#include "filesrig.h"

#include "models/columns.h"
#include "models/filemodel.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QFileDialog>
#include <QMenu>
#include <QPushButton>

using namespace Qt::Literals::StringLiterals;
using localhub::Change;

/// The list of files under the keyboard and the right button.
class TestFilesMenu : public QObject, protected FilesRig
{
    Q_OBJECT

    /// Opened as the Menu key does.
    QMenu *menu() const
    {
        const QPoint at = list()->visualRect(list()->currentIndex()).center();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, at, list()->viewport()->mapToGlobal(at));
        QApplication::sendEvent(list()->viewport(), &event);
        return qobject_cast<QMenu *>(QApplication::activePopupWidget());
    }

    static QAction *entryOf(const QMenu &menu, const QString &text)
    {
        for (QAction *action : menu.actions()) {
            if (action->text() == text)
                return action;
        }
        return nullptr;
    }

    static QStringList enabledOf(const QMenu &menu)
    {
        QStringList texts;
        for (const QAction *action : menu.actions()) {
            if (!action->isSeparator() && action->isEnabled())
                texts << action->text();
        }
        return texts;
    }

    /// What the clipboard has after the entry \a text was chosen.
    QString copied(const QString &text) const
    {
        QGuiApplication::clipboard()->clear();
        QMenu *menu = this->menu();
        QAction *entry = menu ? entryOf(*menu, text) : nullptr;
        if (!entry || !entry->isEnabled())
            return u"no such entry"_s;
        entry->trigger();
        menu->close();
        return QGuiApplication::clipboard()->text();
    }

private Q_SLOTS:
    void initTestCase()
    {
        QApplication::setStyle(u"fusion"_s);
        m_hub->commit(
            {localhub::RepoType::Model, "demo", "tiny"}, "main",
            {Change::put("a b#.json", "{}"), Change::put("config.json", "{}"), Change::put("onnx/x.bin", "12345")},
            "Add all");
    }

    void init()
    {
        emptyDisk();
        makeEngine();
        openWindow();
        open(u"demo/tiny"_s);
        QTRY_COMPARE(list()->model()->rowCount(), 3);
        QTRY_VERIFY(m_window->findChild<QPushButton *>(u"download"_s)->isEnabled());
    }
    void cleanup() { end(); }

    void entriesThatDoNotApplyAreGrey_data()
    {
        QTest::addColumn<QStringList>("selected");
        QTest::addColumn<QStringList>("enabled");
        const QStringList always{u"Download"_s, u"Save a copy…"_s, u"Copy command"_s};
        const QStringList links{u"Copy link"_s, u"Copy hf:// link"_s};
        QTest::newRow("nothing is selected") << QStringList() << always + links;
        QTest::newRow("a folder") << QStringList{u"onnx"_s}
                                  << QStringList{u"Open"_s} + always + QStringList{u"Copy name"_s} + links;
        QTest::newRow("a file that is not here")
            << QStringList{u"config.json"_s}
            << QStringList{u"Preview"_s} + always + QStringList{u"Copy name"_s} + links;
        QTest::newRow("two of them") << QStringList{u"config.json"_s, u"onnx"_s}
                                     << always + QStringList{u"Copy names"_s} + links;
    }
    void entriesThatDoNotApplyAreGrey()
    {
        QFETCH(const QStringList, selected);
        QFETCH(const QStringList, enabled);
        select(selected);
        QMenu *menu = this->menu();
        QVERIFY(menu);
        QCOMPARE(enabledOf(*menu), enabled);
        QVERIFY(entryOf(*menu, u"Show in folder"_s));
        menu->close();
    }

    void copies_data()
    {
        QTest::addColumn<QStringList>("selected");
        QTest::addColumn<QString>("entry");
        QTest::addColumn<QString>("text");
        QTest::newRow("the name of one") << QStringList{u"a b#.json"_s} << u"Copy name"_s << u"a b#.json"_s;
        QTest::newRow("the names of more, as they are shown")
            << QStringList{u"config.json"_s, u"onnx"_s} << u"Copy names"_s << u"onnx\nconfig.json"_s;
        QTest::newRow("the page of a file")
            << QStringList{u"a b#.json"_s} << u"Copy link"_s << u"HUB/demo/tiny/blob/main/a%20b%23.json"_s;
        QTest::newRow("the page of a folder")
            << QStringList{u"onnx"_s} << u"Copy link"_s << u"HUB/demo/tiny/tree/main/onnx"_s;
        QTest::newRow("the page of the repository") << QStringList() << u"Copy link"_s << u"HUB/demo/tiny"_s;
        QTest::newRow("a link for other programs")
            << QStringList{u"config.json"_s} << u"Copy hf:// link"_s << u"hf://demo/tiny/config.json"_s;
    }
    void copies()
    {
        QFETCH(const QStringList, selected);
        QFETCH(const QString, entry);
        QFETCH(QString, text);
        select(selected);
        QCOMPARE(copied(entry), text.replace(u"HUB"_s, m_hub->url().toString()));
    }

    void keysDoTheSame()
    {
        select({u"config.json"_s});
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_C, Qt::ControlModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), u"config.json"_s);
        QTest::keyClick(m_window.get(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(QGuiApplication::clipboard()->text(), m_hub->url().toString() + u"/demo/tiny/blob/main/config.json"_s);
        QTest::keyClick(list(), Qt::Key_F10, Qt::ShiftModifier);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        QVERIFY(entryOf(*menu, u"Copy name"_s)->isEnabled());
        menu->close();
    }

    void spaceTurnsTheBoxesOfAllSelected()
    {
        list()->setFocus();
        QTest::keyClick(list(), Qt::Key_A, Qt::ControlModifier);
        const auto isChecked = [this](int row) {
            return list()->model()->index(row, 0).data(Qt::CheckStateRole).toInt() == Qt::Checked;
        };
        QTest::keyClick(list(), Qt::Key_Space);
        QVERIFY(isChecked(0) && isChecked(1) && isChecked(2));
        QTest::keyClick(list(), Qt::Key_Space);
        QVERIFY(!isChecked(0) && !isChecked(1) && !isChecked(2));
    }

    void typingGoesToTheNextNameThatBeginsSo()
    {
        list()->setFocus();
        QTest::keyClicks(list(), u"con"_s);
        QCOMPARE(list()->currentIndex().data().toString(), u"config.json"_s);
    }

    void openGoesIntoTheFolder()
    {
        select({u"onnx"_s});
        QMenu *menu = this->menu();
        QVERIFY(menu);
        QVERIFY(entryOf(*menu, u"Open"_s)->isEnabled());
        entryOf(*menu, u"Open"_s)->trigger();
        menu->close();
        QTRY_COMPARE(m_window->repoPage()->location().path, u"onnx"_s);
    }

    void aCopyIsSavedToAFolder()
    {
        const QString folder = m_folder->filePath(u"copies"_s);
        QVERIFY(QDir().mkpath(folder));
        select({u"onnx"_s});
        QMenu *menu = this->menu();
        QVERIFY(menu);
        QVERIFY(entryOf(*menu, u"Save a copy…"_s)->isEnabled());
        entryOf(*menu, u"Save a copy…"_s)->trigger();
        menu->close();
        auto *dialog = m_window->findChild<QFileDialog *>(u"saveCopy"_s);
        QVERIFY(dialog);
        Q_EMIT dialog->fileSelected(folder);
        dialog->close();
        QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(folder + u"/onnx/x.bin"_s), 20'000);
        QVERIFY(!QFile::exists(folder + u"/config.json"_s));
    }

    void lastChangesAreSaid()
    {
        namespace FileColumn = models::FileColumn;
        const auto said = [this](int column) { return list()->model()->index(0, column).data().toString(); };
        QTRY_COMPARE(said(FileColumn::Change), u"Add all"_s);
        QVERIFY(!said(FileColumn::When).isEmpty());
        QVERIFY(!list()->isColumnHidden(FileColumn::Change));
        m_window->resize(640, 600);
        QTRY_VERIFY(list()->isColumnHidden(FileColumn::Change));
    }
};

QTEST_MAIN(TestFilesMenu)
#include "tst_filesmenu.moc"
