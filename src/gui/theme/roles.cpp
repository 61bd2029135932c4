// SPDX-License-Identifier: Apache-2.0
#include "gui/theme/roles.h"

#include "gui/theme/colormath.h"

#include <QApplication>
#include <QPalette>
#include <iterator>

namespace look {

namespace {

constexpr double kTextContrast = 4.6;  // A little over AA's 4.5, for what rounding takes.
constexpr double kFigureContrast = 3.1;

/// Green, amber and red at the lightness that this ground asks for.
QColor signal(QRgb seed, const QColor &ground)
{
    return readable(QColor(seed), ground, kTextContrast);
}

}

QColor Roles::of(Tone tone) const
{
    switch (tone) {
    case Tone::Accent: return accent;
    case Tone::Success: return success;
    case Tone::Warning: return warning;
    case Tone::Danger: return danger;
    case Tone::Neutral: break;
    }
    return subtle;
}

QColor Roles::groundOf(Tone tone) const
{
    return tone == Tone::Neutral ? sunken : mix(content, of(tone), dark ? 0.17 : 0.10);
}

QColor Roles::series(int index) const
{
    constexpr int kHues[] = {228, 174, 312, 32, 96, 268, 200, 348};  // Neighbours lie far apart.
    return readable(QColor::fromHsl(kHues[uint(index) % std::size(kHues)], 110, 120), content, kTextContrast);
}

Roles rolesOf(const QPalette &palette)
{
    Roles roles;
    roles.text = palette.color(QPalette::Text);
    roles.content = palette.color(QPalette::Base);
    roles.chrome = palette.color(QPalette::Window);
    roles.dark = isDark(roles.content);
    const QColor &text = roles.text;
    const QColor highlight = palette.color(QPalette::Active, QPalette::Highlight);

    roles.sunken = mix(roles.content, text, roles.dark ? 0.07 : 0.045);
    roles.hover = mix(roles.content, text, roles.dark ? 0.055 : 0.04);
    roles.pressed = mix(roles.content, text, roles.dark ? 0.12 : 0.09);
    roles.hairline = mix(roles.content, text, roles.dark ? 0.14 : 0.12);
    roles.selection = mix(roles.content, highlight, roles.dark ? 0.24 : 0.14);

    // The ground nearest to the text decides, so that one colour serves content, chrome and selected rows.
    const bool selectionIsNearer = contrast(roles.selection, text) < contrast(roles.chrome, text);
    const QColor hardest = selectionIsNearer ? roles.selection : roles.chrome;
    roles.subtle = readable(mix(roles.content, text, 0.55), hardest, kTextContrast);
    roles.faint = readable(mix(roles.content, text, 0.30), roles.dark ? roles.hover : roles.chrome, kFigureContrast);
    roles.outline = readable(mix(roles.content, text, 0.25), hardest, kFigureContrast);
    roles.accent = readable(highlight, hardest, kTextContrast);
    // White on the accent, as desktops do it, where a little more depth makes that readable; else near-black.
    const bool whiteInk = contrast(highlight, Qt::white) >= 3.0;
    roles.onAccent = whiteInk ? QColor(Qt::white) : mix(QColor(Qt::black), highlight, 0.12);
    roles.accentFill = readable(whiteInk ? highlight : readable(highlight, roles.content, kFigureContrast),
                                roles.onAccent, kTextContrast);

    roles.success = signal(0x2f9e56, hardest);
    roles.warning = signal(0xc07c0a, hardest);
    roles.danger = signal(0xd64545, hardest);
    return roles;
}

const Roles &currentRoles()
{
    static qint64 key = -1;
    static Roles roles;
    const QPalette palette = QApplication::palette();
    if (palette.cacheKey() != key) {
        key = palette.cacheKey();
        roles = rolesOf(palette);
    }
    return roles;
}

}
