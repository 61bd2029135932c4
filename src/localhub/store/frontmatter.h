// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace localhub {

/// The fields of the YAML that a README.md begins with, between two "---" lines.
///
/// A small part of YAML, enough for lists and searches: at the top level "key: value", "key: [a, b]" and "key:" with "-
/// item" lines; quotes, numbers, booleans. What is nested deeper is left out.
QJsonObject frontMatter(const QByteArray &readme);

}  // namespace localhub
