// SPDX-License-Identifier: Apache-2.0
#include "localhub/seed/pictures.h"

#include "localhub/seed/random.h"

#include <QBuffer>
#include <QImage>
#include <QPainter>

namespace localhub {

using namespace seed;

namespace {

QByteArray encoded(const QImage &image)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    if (!image.save(&buffer, "PNG"))
        qFatal("Qt cannot write PNG here.");
    return bytes;
}

QImage tile(int number)
{
    QImage image(96, 96, QImage::Format_RGB32);
    const int hue = number * 47 % 360;
    image.fill(QColor::fromHsv(hue, 60, 245));
    QPainter painter(&image);
    painter.setPen(Qt::NoPen);
    painter.setBrush(QColor::fromHsv((hue + 180) % 360, 160, 170));
    const int inset = 16 + number % 4 * 4;
    const QRect rect = image.rect().adjusted(inset, inset, -inset, -inset);
    switch (number % 3) {
    case 0: painter.drawEllipse(rect); break;
    case 1: painter.drawRect(rect); break;
    default:
        const QPoint triangle[] = {rect.bottomLeft(), rect.bottomRight(), {rect.center().x(), rect.top()}};
        painter.drawPolygon(triangle, 3);
    }
    return image;
}

}  // namespace

QByteArray seed::bannerPng(int width, int height)
{
    QImage image(width, height, QImage::Format_RGB32);
    for (int y = 0; y < height; ++y) {
        auto *line = reinterpret_cast<QRgb *>(image.scanLine(y));
        for (int x = 0; x < width; ++x)
            line[x] = qRgb(30 + 60 * x / width, 60 + 90 * y / height, 120 + 80 * (x + y) / (width + height));
    }
    QPainter painter(&image);
    painter.setPen(Qt::NoPen);
    Random random(7);
    for (int i = 0; i < 24; ++i) {
        painter.setBrush(QColor(255, 255, 255, 20 + random.below(50)));
        const int radius = 6 + random.below(height / 5);
        painter.drawEllipse(QPoint(random.below(width), random.below(height)), radius, radius);
    }
    return encoded(image);
}

QByteArray seed::lossCurvePng()
{
    QImage image(640, 360, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    painter.setPen(QColor(225, 225, 225));
    for (int x = 40; x < 640; x += 60)
        painter.drawLine(x, 20, x, 340);
    for (int y = 20; y <= 340; y += 40)
        painter.drawLine(40, y, 620, y);
    painter.setPen(QPen(QColor(200, 90, 30), 2));
    Random random(11);
    QPoint last(40, 40);
    for (int x = 42; x <= 620; x += 2) {
        const QPoint next(x, 320 - 280 * 60 / (x + 20) + random.below(9) - 4);
        painter.drawLine(last, next);
        last = next;
    }
    return encoded(image);
}

QByteArray seed::attentionPng()
{
    constexpr int kWords = 16;
    constexpr int kSquare = 20;
    QImage image(kWords * kSquare, kWords * kSquare, QImage::Format_RGB32);
    image.fill(QColor(20, 20, 40));
    QPainter painter(&image);
    Random random(13);
    for (int y = 0; y < kWords; ++y) {
        for (int x = 0; x <= y; ++x) {
            const int bright = qMin(255, 40 + random.below(120) + (x == y ? 90 : 0) + (x == 0 ? 60 : 0));
            painter.fillRect(x * kSquare, y * kSquare, kSquare - 1, kSquare - 1, QColor(bright, bright * 3 / 4, 60));
        }
    }
    return encoded(image);
}

QByteArray seed::tilePng(int number)
{
    return encoded(tile(number));
}

}  // namespace localhub
