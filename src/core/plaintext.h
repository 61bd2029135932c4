// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace core {

/// \a text from a server or a disk made fit to be shown in one line: control, bidi and other invisible characters
/// become visible escapes ("\u202e"), so that no name can pose as another.
QString visible(const QString &text);

/// The same for the content of a file, in lines: tabs and ends of lines (LF or CRLF) stay, and so do backslashes, since
/// nothing here poses as a name, and the joiners between letters that Persian or Hindi cannot do without.
QString visibleLines(const QString &text);

}  // namespace core
