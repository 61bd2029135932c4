// SPDX-License-Identifier: Apache-2.0
#include "gui/theme/deckstyle.h"
#include "gui/widgets/breadcrumbbar.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QContextMenuEvent>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::Literals::StringLiterals;
using look::BreadcrumbBar;

namespace {

const QStringList kPath{u"Models"_s, u"google"_s, u"flan-t5-small"_s, u"onnx"_s, u"quantised"_s};

/// The names of the crumbs that can be seen, in the order in which they stand on the screen, from the left.
QStringList shownCrumbs(const BreadcrumbBar &bar)
{
    QMap<int, QString> names;
    const auto buttons = bar.findChildren<QPushButton *>();
    for (const QPushButton *button : buttons) {
        if (button->isVisible())
            names.insert(button->x(), button->accessibleName());
    }
    return names.values();
}

QPushButton *crumb(const BreadcrumbBar &bar, const QString &name)
{
    const auto buttons = bar.findChildren<QPushButton *>();
    for (QPushButton *button : buttons) {
        if (button->accessibleName() == name)
            return button;
    }
    return nullptr;
}

const QString kFold = u"Folders in between"_s;

}

class TestBreadcrumbBar : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { look::DeckStyle::apply(false); }

    void init()
    {
        m_window = std::make_unique<QWidget>();
        m_window->resize(1000, 60);
        m_bar = new BreadcrumbBar(m_window.get());
        m_bar->resize(1000, 30);
        m_bar->setPath(u"model"_s, kPath);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get()));
    }

    void showsAllWhereThereIsRoom() { QCOMPARE(shownCrumbs(*m_bar), kPath); }

    void foldsAfterTheFirst()
    {
        m_bar->resize(360, 30);
        const QStringList shown = shownCrumbs(*m_bar);
        QVERIFY(shown.size() < kPath.size() + 1);
        QCOMPARE(shown.first(), kPath.first());
        QCOMPARE(shown.at(1), kFold);
        QCOMPARE(shown.last(), kPath.last());
        m_bar->resize(1000, 30);
        QCOMPARE(shownCrumbs(*m_bar), kPath);
    }

    void nothingOverlapsAtAnyWidth()
    {
        QPushButton trailing(u"main"_s);
        m_bar->setTrailing(&trailing);
        for (int width = 1000; width >= m_bar->minimumSizeHint().width(); width -= 20) {
            m_bar->resize(width, 30);
            QRect last;
            const QStringList shown = shownCrumbs(*m_bar);
            for (const QString &name : shown) {
                QPushButton *button = name.isEmpty() ? &trailing : crumb(*m_bar, name);
                QVERIFY2(!button->geometry().intersects(last), qPrintable(u"%1 at %2"_s.arg(name).arg(width)));
                QVERIFY(m_bar->rect().contains(button->geometry()));
                last = button->geometry();
            }
        }
        trailing.setParent(nullptr);
    }

    void theFoldOpensWhatItHides()
    {
        m_bar->resize(300, 30);
        QSignalSpy clicked(m_bar, &BreadcrumbBar::crumbClicked);
        crumb(*m_bar, kFold)->click();
        const auto *menu = m_bar->findChild<QMenu *>();
        QVERIFY(menu);
        QCOMPARE(menu->actions().first()->text(), u"google"_s);
        menu->actions().first()->trigger();
        QCOMPARE(clicked, QList<QVariantList>{{1}});
    }

    void isMirroredRightToLeft()
    {
        m_window->setLayoutDirection(Qt::RightToLeft);
        QStringList reversed = kPath;
        std::reverse(reversed.begin(), reversed.end());
        QCOMPARE(shownCrumbs(*m_bar), reversed);
        m_bar->setPath(u"model"_s, {u"Models"_s, u".github"_s});
        QVERIFY(crumb(*m_bar, u".github"_s)->text().startsWith(u'\u2066'));
        m_bar->edit();
        QCOMPARE(m_bar->findChild<QLineEdit *>()->layoutDirection(), Qt::LeftToRight);
    }

    void namesAreNotMnemonics()
    {
        m_bar->setPath(u"model"_s, {u"Models"_s, u"a&b <i>c</i>"_s});
        const QPushButton *button = crumb(*m_bar, u"a&b <i>c</i>"_s);
        QVERIFY(button);
        QCOMPARE(button->text(), u"a&&b <i>c</i>"_s);
        QVERIFY(button->toolTip().contains(u"&lt;i&gt;"_s));
    }

    void assistiveToolsReadNoMarkup()
    {
        m_bar->setPath(u"model"_s, {u"Models"_s, u"a<b>&c"_s});
        QStringList heard;
        for (const QPushButton *crumb : m_bar->findChildren<QPushButton *>())
            heard << crumb->accessibleDescription();
        QVERIFY2(heard.contains(u"a<b>&c"_s),
                 qPrintable(heard.join(u'|')));  // Else it is the tool tip, markup and all.
    }

    void tabGoesThroughTheCrumbsInOrder()
    {
        QPushButton before(m_window.get());
        before.move(0, 40);
        before.show();
        m_bar->setPath(u"model"_s, {u"Models"_s, u"google"_s});
        m_bar->setPath(u"model"_s, {u"Models"_s, u"google"_s, u"t5"_s});
        crumb(*m_bar, u"Models"_s)->setFocus();
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"google"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget()->accessibleName(), u"t5"_s);
    }

    void downAndTheMenuKeyAskForSiblings()
    {
        QSignalSpy asked(m_bar, &BreadcrumbBar::siblingsAsked);
        QPushButton *google = crumb(*m_bar, u"google"_s);
        google->setFocus();
        QTest::keyClick(google, Qt::Key_Down);
        QCOMPARE(asked.count(), 1);
        QCOMPARE(asked.first().first().toInt(), 1);
        QCOMPARE(asked.first().last().toPoint(), google->mapToGlobal(QPoint(0, google->height())));
        const QPoint at = google->rect().center();
        QContextMenuEvent menu(QContextMenuEvent::Keyboard, at, google->mapToGlobal(at));
        QApplication::sendEvent(google, &menu);
        QCOMPARE(asked.count(), 2);
    }

    void aClickMayChangeThePath()
    {
        connect(m_bar, &BreadcrumbBar::crumbClicked, m_bar,
                [this](int index) { m_bar->setPath(u"model"_s, kPath.first(index + 1)); });
        QTest::mouseClick(crumb(*m_bar, u"quantised"_s), Qt::LeftButton);
        QTest::mouseClick(crumb(*m_bar, u"google"_s), Qt::LeftButton);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
        QCOMPARE(shownCrumbs(*m_bar), kPath.first(2));
    }

    void editsTheTextThatWasGiven()
    {
        QSignalSpy entered(m_bar, &BreadcrumbBar::textEntered);
        QPushButton *google = crumb(*m_bar, u"google"_s);
        google->setFocus();
        m_bar->setEditText(u"google/flan-t5-small"_s);
        m_bar->edit();
        auto *edit = m_bar->findChild<QLineEdit *>();
        QCOMPARE(edit->accessibleName(), u"Location"_s);
        QVERIFY(edit->isVisible() && edit->hasFocus());
        QCOMPARE(edit->selectedText(), u"google/flan-t5-small"_s);
        QTest::keyClicks(edit, u"datasets/squad"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(entered, QList<QVariantList>{{u"datasets/squad"_s}});
        QVERIFY(!edit->isVisible());
        QVERIFY(google->hasFocus());
    }

    void escapeGoesBackToTheCrumbs()
    {
        QSignalSpy entered(m_bar, &BreadcrumbBar::textEntered);
        QTest::mouseClick(m_bar, Qt::LeftButton, {}, QPoint(m_bar->width() - 20, 15));
        auto *edit = m_bar->findChild<QLineEdit *>();
        QVERIFY(edit->isVisible());
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!edit->isVisible());
        QVERIFY(entered.isEmpty());
    }

    void staysWhileItsOwnMenuIsOpen()
    {
        QPushButton elsewhere(m_window.get());
        elsewhere.move(0, 40);
        elsewhere.show();
        m_bar->edit();
        QCOMPARE(shownCrumbs(*m_bar), QStringList());  // Nothing shines through the text.
        auto *edit = m_bar->findChild<QLineEdit *>();
        QFocusEvent popup(QEvent::FocusOut, Qt::PopupFocusReason);
        QApplication::sendEvent(edit, &popup);
        QVERIFY(edit->isVisible());
        elsewhere.setFocus(Qt::TabFocusReason);
        QVERIFY(!edit->isVisible());
        QVERIFY(elsewhere.hasFocus());
        QCOMPARE(shownCrumbs(*m_bar), kPath);
    }

    void completesWhileOneTypes()
    {
        m_bar->setCompletions({u"google/flan-t5-small"_s, u"datasets/squad"_s});
        m_bar->edit();
        auto *edit = m_bar->findChild<QLineEdit *>();
        QTest::keyClicks(edit, u"FLAN"_s);
        QCOMPARE(edit->completer()->completionCount(), 1);
        QCOMPARE(edit->completer()->currentCompletion(), u"google/flan-t5-small"_s);
        edit->completer()->popup()->hide();
    }

private:
    std::unique_ptr<QWidget> m_window;
    BreadcrumbBar *m_bar = nullptr;
};

QTEST_MAIN(TestBreadcrumbBar)
#include "tst_breadcrumbbar.moc"
