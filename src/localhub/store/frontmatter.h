// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QJsonObject>

namespace localhub {

/// The fields of the YAML that a README.md begins with, between two "---" lines.
///
/// A part of YAML, enough for what cards have: mappings and lists within each other, "[a, b]", texts over several lines
/// ("|", ">"), quotes, numbers, booleans. What it does not understand it leaves out.
QJsonObject frontMatter(const QByteArray &readme);

}  // namespace localhub
