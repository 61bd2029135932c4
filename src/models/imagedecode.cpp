// SPDX-License-Identifier: Apache-2.0
#include "models/imagedecode.h"

#include "core/texts.h"

#include <QBuffer>
#include <QCoreApplication>
#include <QImageReader>

namespace {

/// The translation context of this file.
struct Images {
    Q_DECLARE_TR_FUNCTIONS(models::Images)
};

Error refused(const QString &message)
{
    return {Error::Kind::Refused, message};
}

}  // namespace

Result<DecodedImage> models::decodeImage(const QByteArray &bytes, const QByteArray &kind)
{
    QByteArray copy = bytes;  // Shared: QBuffer wants one that it could write to.
    QBuffer buffer(&copy);
    buffer.open(QIODevice::ReadOnly);
    QImageReader reader(&buffer, kind);  // Of this format alone: others are never tried.
    reader.setAutoDetectImageFormat(false);
    if (!QImageReader::supportedImageFormats().contains(kind))
        return refused(Images::tr("Qt has no plugin here for images of this kind."));
    const QSize size = reader.size();
    if (!size.isValid() || size.isEmpty())
        return refused(Images::tr("This image is damaged, or of a kind that cannot be shown."));
    if (qint64(size.width()) * size.height() > kMostPixels)
        return refused(Images::tr("This image has %1 × %2 pixels, more than is shown here.")
                           .arg(core::countText(size.width()), core::countText(size.height())));
    if (qMax(size.width(), size.height()) > kLongestSide)
        reader.setScaledSize(size.scaled(kLongestSide, kLongestSide, Qt::KeepAspectRatio).expandedTo({1, 1}));
    reader.setAutoTransform(true);
    const bool isTurned = reader.transformation() & QImageIOHandler::TransformationRotate90;
    QImage image = reader.read();
    if (image.isNull())
        return refused(Images::tr("This image is damaged, or of a kind that cannot be shown."));
    return DecodedImage{std::move(image), isTurned ? size.transposed() : size};
}
