// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QHash>
#include <QStringList>

/// A card (README.md) in its two parts: the YAML between two lines "---" at its top, and the Markdown below.
struct Card {
    QString yaml;  ///< Without the two lines; empty where there is none.
    QString body;
};

namespace formats {

/// A byte order mark and blank lines before the first "---" are allowed, lines may end in CRLF; where the second "---"
/// is missing all is body.
Card splitCard(const QString &text);

/// The outermost keys of \a yaml whose values are words or lists of words, with those; what is deeper is left out. It
/// reads as much of YAML as cards use, and of what is broken what can be made out: for showing, never for writing back.
QHash<QString, QStringList> fieldsOf(const QString &yaml);

}  // namespace formats
