// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace core {

/// \a text from a server or a disk made fit to be shown in one line: control, bidi and other invisible characters
/// become visible escapes ("\u202e"), so that no name can pose as another.
QString visible(const QString &text);

}  // namespace core
