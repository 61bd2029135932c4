// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "longer.h"

#include <QApplication>
#include <QTest>

/// What windows have to put up with: their size, a larger font, lines that begin at the right, a longer language.
class Circumstances final
{
public:
    Circumstances() = default;
    ~Circumstances() { end(); }
    Q_DISABLE_COPY_MOVE(Circumstances)

    /// The rows of a test that looks at a window under each of them.
    static void addRows()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<double>("font");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        QTest::addColumn<bool>("isLonger");
        const QSize small(900, 600);
        const QSize smallest(640, 420);
        QTest::newRow("in a window of 1280 by 800") << QSize(1280, 800) << 1.0 << Qt::LeftToRight << false;
        QTest::newRow("in a window of 900 by 600") << small << 1.0 << Qt::LeftToRight << false;
        QTest::newRow("in the smallest window") << smallest << 1.0 << Qt::LeftToRight << false;
        QTest::newRow("in a small window from right to left") << small << 1.0 << Qt::RightToLeft << false;
        QTest::newRow("in a small window with a font half as large again") << small << 1.5 << Qt::LeftToRight << false;
        QTest::newRow("in a small window with texts two fifths longer") << small << 1.0 << Qt::LeftToRight << true;
        QTest::newRow("in the smallest window with texts two fifths longer")
            << smallest << 1.0 << Qt::LeftToRight << true;
        QTest::newRow("in a small window with all of it") << small << 1.5 << Qt::RightToLeft << true;
    }

    /// Those of the row that runs, but for the size, which it answers: the window is yet to be made.
    QSize begin()
    {
        QFETCH(QSize, size);
        QFETCH(double, font);
        QFETCH(Qt::LayoutDirection, direction);
        QFETCH(bool, isLonger);
        QFont large = m_font;
        large.setPointSizeF(m_font.pointSizeF() * font);
        QApplication::setFont(large);
        QApplication::setLayoutDirection(direction);
        if (isLonger)
            QCoreApplication::installTranslator(&m_longer);
        return size;
    }

    void end()
    {
        QCoreApplication::removeTranslator(&m_longer);
        QApplication::setFont(m_font);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

private:
    QFont m_font = QApplication::font();
    Longer m_longer;
};
