// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <QFile>

#include <optional>

namespace core {

/// Opens \a file on the partial file \a path, made where absent; never through a link, never for child processes.
std::optional<Error> openPart(QFile &file, const QString &path, QIODevice::OpenMode mode);

/// Puts the partial file \a path, open as \a file, in the place of \a target once its bytes are on the disk.
/// Slow, so for the pool; many small files share one syncfs() instead.
std::optional<Error> publishPart(const QFile &file, const QString &path, const QString &target);

/// What to say of a file that the system does not write or read; \a code is its errno.
Error diskError(int code);

}  // namespace core
