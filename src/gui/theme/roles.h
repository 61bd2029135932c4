// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/tone.h"

#include <QColor>

class QPalette;

namespace look {

using models::Tone;

/// Every colour that Hubdeck adds to the palette, derived from it: never stored, never themed by itself.
struct Roles {
    QColor text;
    QColor subtle;    ///< Second lines, column heads, units: at least 4.5:1 on content, chrome and selection.
    QColor faint;     ///< Quiet icons and unlit parts of figures: at least 3:1, never for text.
    QColor hairline;  ///< The one line between two areas.
    QColor outline;   ///< Edges of what can be typed into or pressed: at least 3:1 against its ground.
    QColor content;   ///< Palette Base.
    QColor chrome;    ///< Palette Window.
    QColor sunken;    ///< Tracks, code, tiles: one step off the content.
    QColor hover;     ///< Row or flat button under the pointer.
    QColor pressed;
    QColor selection;   ///< Tint of a selected row; the text on it stays \a text.
    QColor accent;      ///< Links, progress, chosen tab: 4.5:1 on content.
    QColor accentFill;  ///< Ground of the primary button and of check marks; \a onAccent is written on it.
    QColor onAccent;
    QColor success;
    QColor warning;
    QColor danger;
    bool dark;

    QColor of(Tone tone) const;        ///< As text or icon.
    QColor groundOf(Tone tone) const;  ///< As the ground of a badge or banner with of(\a tone) on it.

    /// The \a index-th colour of a figure whose parts mean nothing by colour: kinds, owners, dtypes.
    QColor series(int index) const;
};

Roles rolesOf(const QPalette &palette);

/// The roles of the application's palette of the moment; computed once a palette, so delegates may ask in every cell.
///
/// Never rolesOf(option.palette): an item view's own palette has the selection's tint as Highlight (viewpalette.h).
const Roles &currentRoles();

}
