// SPDX-License-Identifier: Apache-2.0
#include "gui/theme/type.h"

#include <QApplication>
#include <QFontDatabase>
#include <QFontMetrics>
#include <QPainter>

namespace look {

namespace {

int widestDigit(const QFontMetrics &metrics)
{
    int widest = 0;
    for (char16_t digit = u'0'; digit <= u'9'; ++digit)
        widest = qMax(widest, metrics.horizontalAdvance(QChar(digit)));
    return widest;
}

int advanceOf(const QFontMetrics &metrics, QChar character, int digitWidth)
{
    return character.isDigit() ? digitWidth : metrics.horizontalAdvance(character);
}

}

QFont fontOf(Type type)
{
    return fontOf(type, QApplication::font());
}

QFont fontOf(Type type, const QFont &body)
{
    QFont font = body;
    const auto scale = [&font, &body](double factor) {
        if (body.pointSizeF() > 0)
            font.setPointSizeF(body.pointSizeF() * factor);
        else
            font.setPixelSize(qRound(body.pixelSize() * factor));
    };
    switch (type) {
    case Type::Small: scale(0.9); break;
    case Type::Body: break;
    case Type::Strong: font.setWeight(QFont::DemiBold); break;
    case Type::Heading:
        scale(1.15);
        font.setWeight(QFont::DemiBold);
        break;
    case Type::Title:
        scale(1.4);
        font.setWeight(QFont::DemiBold);
        break;
    case Type::Display:
        scale(1.9);
        font.setWeight(QFont::DemiBold);
        break;
    case Type::DisplayCode:
        font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
        scale(1.7);
        font.setWeight(QFont::DemiBold);
        break;
    }
    return font;
}

QFont codeFont()
{
    QFont font = QFontDatabase::systemFont(QFontDatabase::FixedFont);
    const QFontMetrics body(QApplication::font());
    font.setPointSizeF(QApplication::font().pointSizeF());
    const int height = QFontMetrics(font).xHeight();
    if (height > body.xHeight())  // DejaVu and others are cut larger than the body at the same size.
        font.setPointSizeF(font.pointSizeF() * qMax(0.88, double(body.xHeight()) / height));
    return font;
}

void drawFigures(QPainter *painter, const QRect &rect, const QString &text)
{
    const QFontMetrics metrics = painter->fontMetrics();
    const int digitWidth = widestDigit(metrics);
    int x = rect.right() + 1;
    const int baseline = rect.top() + (rect.height() + metrics.ascent() - metrics.descent()) / 2;
    for (qsizetype i = text.size() - 1; i >= 0; --i) {
        const int advance = advanceOf(metrics, text[i], digitWidth);
        x -= advance;
        painter->drawText(x + (advance - metrics.horizontalAdvance(text[i])) / 2, baseline, text.sliced(i, 1));
    }
}

int figuresWidth(const QFont &font, const QString &text)
{
    const QFontMetrics metrics(font);
    const int digitWidth = widestDigit(metrics);
    int width = 0;
    for (const QChar character : text)
        width += advanceOf(metrics, character, digitWidth);
    return width;
}

}
