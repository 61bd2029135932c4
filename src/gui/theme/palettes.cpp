// SPDX-License-Identifier: Apache-2.0
#include "gui/theme/palettes.h"

#include "gui/theme/colormath.h"

#include <QApplication>
#include <QStyle>

namespace look {

namespace {

/// The seven colours that everything else of a palette follows from.
struct Seeds {
    QRgb window;
    QRgb base;
    QRgb button;
    QRgb text;
    QRgb placeholder;
    QRgb highlight;
    QRgb highlightedText;
};

QPalette paletteOf(const Seeds &seeds)
{
    const QColor window(seeds.window);
    const QColor text(seeds.text);
    QPalette palette;
    palette.setColor(QPalette::Window, window);
    palette.setColor(QPalette::Base, QColor(seeds.base));
    palette.setColor(QPalette::AlternateBase, mix(QColor(seeds.base), text, 0.025));
    palette.setColor(QPalette::Button, QColor(seeds.button));
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::ToolTipText})
        palette.setColor(role, text);
    palette.setColor(QPalette::ToolTipBase, QColor(seeds.button));
    palette.setColor(QPalette::PlaceholderText, QColor(seeds.placeholder));
    palette.setColor(QPalette::Highlight, QColor(seeds.highlight));
    palette.setColor(QPalette::HighlightedText, QColor(seeds.highlightedText));
    palette.setColor(QPalette::BrightText, isDark(window) ? Qt::white : Qt::black);
    palette.setColor(QPalette::Link, readable(QColor(seeds.highlight), QColor(seeds.base), 4.6));
    palette.setColor(QPalette::LinkVisited, mix(palette.color(QPalette::Link), text, 0.35));
    palette.setColor(QPalette::Light, mix(window, Qt::white, isDark(window) ? 0.10 : 0.60));
    palette.setColor(QPalette::Midlight, mix(window, Qt::white, isDark(window) ? 0.06 : 0.30));
    palette.setColor(QPalette::Mid, mix(window, Qt::black, 0.22));
    palette.setColor(QPalette::Dark, mix(window, Qt::black, 0.38));
    palette.setColor(QPalette::Shadow, Qt::black);
    for (const auto role : {QPalette::WindowText, QPalette::Text, QPalette::ButtonText})
        palette.setColor(QPalette::Disabled, role, mix(window, text, 0.42));
    palette.setColor(QPalette::Disabled, QPalette::Highlight, mix(window, text, 0.20));
    return palette;
}

}

QPalette lightPalette()
{
    return paletteOf({0xfff4f5f7, 0xffffffff, 0xffffffff, 0xff1b1d24, 0xff686d78, 0xff3d55c8, 0xffffffff});
}

QPalette darkPalette()
{
    return paletteOf({0xff17181c, 0xff1e2025, 0xff2b2e35, 0xffe4e6eb, 0xff969ba6, 0xff8497f5, 0xff10131f});
}

bool desktopHasPalette()
{
    const QPalette own = qApp->style()->standardPalette();
    const QPalette now = QApplication::palette();
    for (const auto role : {QPalette::Window, QPalette::Base, QPalette::Button, QPalette::Text, QPalette::Highlight}) {
        if (now.color(role) != own.color(role))
            return true;
    }
    return false;
}

}
