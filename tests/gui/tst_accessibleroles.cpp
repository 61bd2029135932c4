// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/accessibleroles.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/emptystate.h"
#include "gui/widgets/searchfield.h"

#include <QAccessible>
#include <QLineEdit>
#include <QStackedWidget>
#include <QTest>
#include <QTreeWidget>

using namespace Qt::Literals::StringLiterals;

/// What assistive tools are told of the widgets that are our own.
class TestAccessibleRoles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { look::installAccessibleRoles(); }

    void aBannerIsSaidAsItAppears()
    {
        look::Banner banner(models::Tone::Warning, u"The disk is full."_s);
        const QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(&banner);
        QCOMPARE(heard->role(), QAccessible::Notification);
        QCOMPARE(heard->text(QAccessible::Name), u"The disk is full."_s);
    }

    void whatReplacesAListIsHeardWhereItHadTheKeyboard()
    {
        QStackedWidget states;
        auto *list = new QTreeWidget(&states);
        auto *empty = new look::EmptyState(u"disk"_s, u"Nothing here"_s, u"All of it was deleted."_s, &states);
        states.addWidget(list);
        states.addWidget(empty);
        states.show();
        states.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&states));
        list->setFocus();
        states.setCurrentWidget(empty);
        QVERIFY(empty->hasFocus());
        const QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(empty);
        QVERIFY(heard->state().focused);
        QCOMPARE(heard->text(QAccessible::Name), u"Nothing here"_s);
        QCOMPARE(heard->text(QAccessible::Description), u"All of it was deleted."_s);
    }

    void theButtonsInASearchFieldHaveNames()
    {
        QLineEdit field;
        field.setAccessibleName(u"Filter"_s);
        look::makeSearchField(&field, u"filter"_s);
        QStringList names;
        const QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(&field);
        for (int i = 0; i < heard->childCount(); ++i)
            names << heard->child(i)->text(QAccessible::Name);
        names.sort();
        QCOMPARE(names, (QStringList{u"Clear"_s, u"Filter"_s}));
    }
};

QTEST_MAIN(TestAccessibleRoles)
#include "tst_accessibleroles.moc"
