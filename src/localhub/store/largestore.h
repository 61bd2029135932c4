// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "localhub/store/commit.h"

#include <QString>

class QIODevice;

namespace localhub {

/// Large files, each by the SHA-256 of its bytes: "<directory>/ab/cd/abcd…".
class LargeStore
{
public:
    explicit LargeStore(const QString &directory);

    /// Copies what \a source has from where it stands to its end, in constant memory.
    Result<LargeFile> put(QIODevice &source) const;
    /// The file of \a sha256; empty where there is none, or where that are not 64 hex digits.
    QString path(const QByteArray &sha256) const;

private:
    QString pathFor(const QByteArray &sha256) const;

    QString m_directory;
};

/// What git keeps in the place of a large file.
QByteArray pointerTo(const LargeFile &file);
/// The large file that \a blob points to, where it is a pointer.
std::optional<LargeFile> pointedTo(const QByteArray &blob);
/// No pointer has more bytes: a larger blob need not be read to know that it is none.
inline constexpr qint64 kMaxPointerSize = 512;

}  // namespace localhub
