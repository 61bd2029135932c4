// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace look {

/// \a text as a line of its own: where it begins is for its own letters to say, not for the window around it. Without
/// this "34.2 MB to download" becomes "MB to download 34.2" in a right-to-left window that has no translation.
inline QString isolated(const QString &text, Qt::LayoutDirection direction)
{
    return direction == Qt::RightToLeft && !text.isEmpty() ? u'\u2068' + text + u'\u2069' : text;
}

}
