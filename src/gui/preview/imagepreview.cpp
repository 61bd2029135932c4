// SPDX-License-Identifier: Apache-2.0
#include "gui/preview/imagepreview.h"

#include "gui/theme/deckpaint.h"
#include "gui/theme/metrics.h"
#include "gui/theme/roles.h"

#include <QLocale>
#include <QPainter>

ImagePreview::ImagePreview(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
}

void ImagePreview::setImage(const QImage &image, const QSize &pixels)
{
    m_image = image;
    m_scaled = {};
    const QLocale locale;
    setAccessibleName(
        tr("Image, %1 by %2 pixels").arg(locale.toString(pixels.width()), locale.toString(pixels.height())));
    update();
}

QRect ImagePreview::place() const
{
    const QRect room = rect().adjusted(look::kLarge, look::kLarge, -look::kLarge, -look::kLarge);
    QSize size = m_image.size() / devicePixelRatioF();
    if (size.width() > room.width() || size.height() > room.height())
        size = m_image.size().scaled(room.size(), Qt::KeepAspectRatio);
    size = size.expandedTo({1, 1});
    return {QPoint(room.left() + (room.width() - size.width()) / 2, room.top()), size};
}

/// What can be seen through stands on the quiet ground, so that white on nothing is seen, too.
void ImagePreview::paintEvent(QPaintEvent *)
{
    if (m_image.isNull())
        return;
    QPainter painter(this);
    const QRect at = place();
    const QSize pixels = at.size() * devicePixelRatioF();
    if (m_scaled.size() != pixels)
        m_scaled = m_image.scaled(pixels, Qt::IgnoreAspectRatio, Qt::SmoothTransformation);
    if (m_image.hasAlphaChannel())
        painter.fillRect(at, look::currentRoles().sunken);
    painter.drawImage(at, m_scaled);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))  // A click needs no ring.
        look::drawFocusRing(&painter, QRectF(at).adjusted(-3, -3, 3, 3), look::kRadius, look::currentRoles());
}
