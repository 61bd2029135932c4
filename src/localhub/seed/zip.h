// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "localhub/seed/file.h"

#include <QByteArray>
#include <QList>

namespace localhub::seed {

/// A .zip with \a files in their order, deflated. The same files give the same bytes in every time zone.
QByteArray zipOf(const QList<File> &files);

}  // namespace localhub::seed
