// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"

#include <QByteArray>

#include <optional>

/// Files with tokens in them that other programs read and write, too.
namespace tokenfile {

/// As huggingface_hub cleans a token; empty where what is left cannot stand in a header.
QByteArray cleaned(QByteArray token);

/// The token that is all of the file at \a path; empty, too, for a file of over 8 KiB.
QByteArray tokenIn(const QString &path);

/// What is in the file at \a path; empty where it is none, or longer than \a limit bytes.
QByteArray bytesIn(const QString &path, qint64 limit);

/// Puts \a bytes in the place of what the file at \a path has, at once and for its owner's eyes alone. Where a link
/// leads to it the link stays. Errors: Disk, DiskFull.
std::optional<Error> replace(const QString &path, const QByteArray &bytes);

}  // namespace tokenfile
