// SPDX-License-Identifier: Apache-2.0
// makeicon PICTURE.svg NAME.ico|NAME.icns: what Windows and macOS want instead of an SVG. Both are lists of PNGs.
#include <QBuffer>
#include <QDataStream>
#include <QFile>
#include <QImage>
#include <QPainter>
#include <QSvgRenderer>

#include <array>
#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray png(QSvgRenderer &svg, int size)
{
    QImage image(size, size, QImage::Format_ARGB32);
    image.fill(Qt::transparent);
    QPainter painter(&image);
    svg.render(&painter);
    painter.end();
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    image.save(&buffer, "PNG");
    return bytes;
}

/// A directory of 16 bytes a picture, then the pictures. 256 is written as 0.
QByteArray ico(QSvgRenderer &svg)
{
    constexpr std::array sizes{16, 24, 32, 48, 64, 128, 256};
    QByteArray directory;
    QByteArray pictures;
    QDataStream out(&directory, QIODevice::WriteOnly);
    out.setByteOrder(QDataStream::LittleEndian);
    out << quint16(0) << quint16(1) << quint16(sizes.size());
    for (const int size : sizes) {
        const QByteArray picture = png(svg, size);
        const auto offset = 6 + 16 * sizes.size() + quint32(pictures.size());
        out << quint8(size) << quint8(size) << quint8(0) << quint8(0) << quint16(1) << quint16(32)
            << quint32(picture.size()) << quint32(offset);
        pictures += picture;
    }
    return directory + pictures;
}

/// Each picture under a name of four letters that says its size; twice for a size that is also another's double.
QByteArray icns(QSvgRenderer &svg)
{
    struct Entry {
        const char *name;
        int size;
    };
    constexpr std::array<Entry, 8> entries{{{"ic11", 32},
                                            {"ic12", 64},
                                            {"ic07", 128},
                                            {"ic13", 256},
                                            {"ic08", 256},
                                            {"ic14", 512},
                                            {"ic09", 512},
                                            {"ic10", 1024}}};
    QByteArray body;
    const auto length = [](qsizetype bytes) {
        QByteArray written;
        QDataStream(&written, QIODevice::WriteOnly) << quint32(bytes + 8);  // With the name and itself.
        return written;
    };
    for (const Entry &entry : entries) {
        const QByteArray picture = png(svg, entry.size);
        body += entry.name + length(picture.size()) + picture;
    }
    return "icns" + length(body.size()) + body;
}

}  // namespace

int main(int argc, char **argv)
{
    if (argc != 3)
        return 2;
    QSvgRenderer svg(QFile::decodeName(argv[1]));
    QFile file(QFile::decodeName(argv[2]));
    if (!svg.isValid() || !file.open(QIODevice::WriteOnly)) {
        std::fprintf(stderr, "makeicon: cannot read %s or write %s\n", argv[1], argv[2]);
        return 1;
    }
    const QByteArray bytes = file.fileName().endsWith(".icns"_L1) ? icns(svg) : ico(svg);
    return file.write(bytes) == bytes.size() && file.flush() ? 0 : 1;
}
