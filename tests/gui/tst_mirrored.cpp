// SPDX-License-Identifier: Apache-2.0
#include "gui/theme/deckstyle.h"
#include "gui/widgets/elidedlabel.h"
#include "gui/widgets/label.h"

#include <QApplication>
#include <QStyleOptionHeader>
#include <QTest>

using namespace Qt::Literals::StringLiterals;

/// What Qt does not mirror by itself, or mirrors too much.
class TestMirrored : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { look::DeckStyle::apply(false); }

    void cleanup() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }

    void aPathReadsFromTheLeftInItsOwnBlock()
    {
        look::ElidedLabel path;
        path.setLayoutDirection(Qt::LeftToRight);
        path.setText(u"demo / "_s);
        path.resize(path.sizeHint());
        const QImage usual = path.grab().toImage();
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(path.grab().toImage(), usual);
    }

    void aLabelStandsAtTheLeadingEdgeWhateverItsLetters()
    {
        QCOMPARE(look::Label(u"0 B/s"_s, look::Type::Body, nullptr).alignment() & Qt::AlignHorizontal_Mask,
                 Qt::AlignLeft);
        QGuiApplication::setLayoutDirection(Qt::RightToLeft);
        QCOMPARE(look::Label(u"0 B/s"_s, look::Type::Body, nullptr).alignment() & Qt::AlignHorizontal_Mask,
                 Qt::AlignRight | Qt::AlignAbsolute);
    }

    void aSortedHeadStaysOverItsColumn_data()
    {
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::newRow("left to right") << Qt::LeftToRight;
        QTest::newRow("right to left") << Qt::RightToLeft;
    }

    void aSortedHeadStaysOverItsColumn()
    {
        QFETCH(const Qt::LayoutDirection, direction);
        QStyleOptionHeader head;
        head.rect = QRect(0, 0, 84, 28);
        head.text = u"Size"_s;
        head.textAlignment = Qt::AlignRight;
        head.direction = direction;
        const QRect unsorted = QApplication::style()->subElementRect(QStyle::SE_HeaderLabel, &head);
        head.sortIndicator = QStyleOptionHeader::SortDown;
        QCOMPARE(QApplication::style()->subElementRect(QStyle::SE_HeaderLabel, &head), unsorted);
    }
};

QTEST_MAIN(TestMirrored)
#include "tst_mirrored.moc"
