// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>

namespace formats {

/// Bytes that imageKindOf() has to see.
constexpr int kImageHead = 16;

/// "png", "jpeg", "gif" or "webp", by the first bytes of a file, whatever its name says; empty for all else.
QByteArray imageKindOf(QByteArrayView beginning);

}  // namespace formats
