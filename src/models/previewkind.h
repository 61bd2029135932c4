// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QString>

namespace models {

/// What a file may be looked at as, told by the end of its name; its bytes may say otherwise.
enum class PreviewKind {
    Text,
    Json,
    Image,
    Opaque,  ///< Known to be nothing that can be shown: not a byte of it is fetched.
    Unknown  ///< A few of its bytes tell.
};

PreviewKind previewKindOf(const QString &path);

/// What the file is, in a word or two: "JSON", "Safetensors weights", "Parquet table"; "Text" or "File" at the least.
QString kindText(const QString &path);

/// By the format that the bytes are in: "PNG".
QString imageKindText(const QByteArray &kind);

}  // namespace models
