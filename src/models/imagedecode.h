// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"

#include <QImage>

/// An image as large as somebody may want to see it, and how large it is in its file.
struct DecodedImage {
    QImage image;
    QSize size;
};

namespace models {

constexpr qint64 kMostPixels = 32'000'000;  ///< Decoded these take 128 MB; an image of more is not.
constexpr int kLongestSide = 2048;          ///< What is larger is made smaller while it is decoded.

/// Decodes the first picture of \a bytes as \a kind ("png", "jpeg", "gif" or "webp") and nothing else; its size is read
/// from its head before. For the pool. Refused: too large, not of this kind, or there is no plugin of Qt's for it.
Result<DecodedImage> decodeImage(const QByteArray &bytes, const QByteArray &kind);

}  // namespace models
