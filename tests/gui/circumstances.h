// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "german.h"
#include "longer.h"

#include <QApplication>
#include <QTest>

/// What windows have to put up with: their size, a larger font, lines that begin at the right, another language.
class Circumstances final
{
public:
    Circumstances() = default;
    ~Circumstances() { end(); }
    Q_DISABLE_COPY_MOVE(Circumstances)

    enum class Words { English, German, Longer };

    /// The rows of a test that looks at a window under each of them.
    static void addRows()
    {
        addSizes();
        const QSize small(900, 600);
        row("in a small window from right to left", small, Words::English, 1, Qt::RightToLeft);
        row("in a small window with a font half as large again", small, Words::English, 1.5);
        row("in a small window with texts two fifths longer", small, Words::Longer);
        row("in the smallest window with texts two fifths longer", {640, 420}, Words::Longer);
        row("in a small window with all of it", small, Words::Longer, 1.5, Qt::RightToLeft);
    }

    static void addSizes()
    {
        QTest::addColumn<QSize>("size");
        QTest::addColumn<Words>("words");
        QTest::addColumn<double>("font");
        QTest::addColumn<Qt::LayoutDirection>("direction");
        row("in a window of 1280 by 800", {1280, 800}, Words::English);
        row("in a window of 900 by 600", {900, 600}, Words::English);
        row("in the smallest window", {640, 420}, Words::English);
        row("in German in a window of 1280 by 800", {1280, 800}, Words::German);
        row("in German in a window of 900 by 600", {900, 600}, Words::German);
        row("in German in the smallest window", {640, 420}, Words::German);
    }

    /// Those of the row that runs, but for the size, which it answers: the window is yet to be made.
    QSize begin()
    {
        QFETCH(QSize, size);
        QFETCH(Words, words);
        QFETCH(double, font);
        QFETCH(Qt::LayoutDirection, direction);
        QFont large = m_font;
        large.setPointSizeF(m_font.pointSizeF() * font);
        QApplication::setFont(large);
        QApplication::setLayoutDirection(direction);
        if (words == Words::Longer)
            QCoreApplication::installTranslator(&m_longer);
        if (words == Words::German) {
            QLocale::setDefault({QLocale::German, QLocale::Germany});
            QCoreApplication::installTranslator(&m_german);
        }
        return size;
    }

    /// What was asked for in German and is not there.
    QStringList unknownTexts() const { return m_german.unknown(); }

    void end()
    {
        QCoreApplication::removeTranslator(&m_longer);
        QCoreApplication::removeTranslator(&m_german);
        QLocale::setDefault(QLocale::system());
        QApplication::setFont(m_font);
        QApplication::setLayoutDirection(Qt::LeftToRight);
    }

private:
    static void row(const char *name, const QSize &size, Words words, double font = 1,
                    Qt::LayoutDirection direction = Qt::LeftToRight)
    {
        QTest::newRow(name) << size << words << font << direction;
    }

    QFont m_font = QApplication::font();
    Longer m_longer;
    German m_german;
};
