// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

/// A card (README.md) in its two parts: the YAML between two lines "---" at its top, and the Markdown below.
struct Card {
    QString yaml;  ///< Without the two lines; empty where there is none.
    QString body;
};

namespace formats {

/// A byte order mark and blank lines before the first "---" are allowed, lines may end in CRLF; where the second "---"
/// is missing all is body.
Card splitCard(const QString &text);

}  // namespace formats
