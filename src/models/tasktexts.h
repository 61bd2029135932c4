// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace models {

/// "text-generation": "Text generation", in the user's language where the Hub's own tasks are meant.
QString taskText(const QString &task);

}  // namespace models
