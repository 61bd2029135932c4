// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

class QLineEdit;

namespace look {

/// Puts the line icon \a icon in front of \a edit, and a cross behind what is typed; both are named for assistive
/// tools, so \a edit has its own accessible name before.
void makeSearchField(QLineEdit *edit, const QString &icon);

}
