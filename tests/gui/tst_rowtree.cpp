// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/rowtree.h"

#include <QApplication>
#include <QMimeData>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Counts the drags that begin with its rows, and lets none of them go on.
class CountedDrags final : public QStandardItemModel
{
public:
    CountedDrags() { appendRow(new QStandardItem(u"row"_s)); }

    QMimeData *mimeData(const QModelIndexList &) const override
    {
        ++count;
        return nullptr;
    }

    mutable int count = 0;
};

}  // namespace

class TestRowTree : public QObject
{
    Q_OBJECT

    static void drag(const look::RowTree &tree)
    {
        const QPoint from = tree.visualRect(tree.model()->index(0, 0)).center();
        const QPoint to = from + QPoint(4 * QApplication::startDragDistance(), 0);
        QTest::mousePress(tree.viewport(), Qt::LeftButton, {}, from);
        for (const QPoint &at : {from + (to - from) / 2, to}) {
            QMouseEvent move(QEvent::MouseMove, at, tree.viewport()->mapToGlobal(at), Qt::NoButton, Qt::LeftButton, {});
            QApplication::sendEvent(tree.viewport(), &move);
        }
        QTest::mouseRelease(tree.viewport(), Qt::LeftButton, {}, to);
    }

private Q_SLOTS:
    void rowsAreDraggedAsTheirModelHasIt()
    {
        CountedDrags model;
        look::RowTree tree;
        tree.setModel(&model);
        tree.setDragEnabled(true);
        tree.show();
        QVERIFY(QTest::qWaitForWindowExposed(&tree));
        drag(tree);
        QCOMPARE(model.count, 1);
    }

    void whoListensDragsInItsPlace()
    {
        CountedDrags model;
        look::RowTree tree;
        tree.setModel(&model);
        tree.setDragEnabled(true);
        const QSignalSpy asked(&tree, &look::RowTree::dragAsked);
        tree.show();
        QVERIFY(QTest::qWaitForWindowExposed(&tree));
        drag(tree);
        QCOMPARE(asked.size(), 1);
        QCOMPARE(model.count, 0);
    }
};

QTEST_MAIN(TestRowTree)
#include "tst_rowtree.moc"
