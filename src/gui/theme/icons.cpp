// SPDX-License-Identifier: Apache-2.0
#include "gui/theme/icons.h"

#include "gui/theme/colormath.h"

#include <QApplication>
#include <QFile>
#include <QHash>
#include <QIconEngine>
#include <QPainter>
#include <QPalette>
#include <QPixmapCache>
#include <QSvgRenderer>
#include <optional>

using namespace Qt::Literals::StringLiterals;

namespace look {

namespace {

QByteArray source(const QString &name)
{
    static QHash<QString, QByteArray> sources;
    const auto found = sources.constFind(name);
    if (found != sources.cend())
        return *found;
    QFile file(u":/icons/%1.svg"_s.arg(name));
    const QByteArray svg = file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    if (svg.isEmpty() && !name.isEmpty())
        qWarning("There is no icon \"%s\".", qPrintable(name));
    return *sources.insert(name, svg);
}

/// The icon as a pixmap; the stroke stays 1.5 px wide at every size (2 px from 32 px on).
QPixmap rendered(const QString &name, int size, qreal ratio, const QColor &color)
{
    const QString key = u"icons/%1/%2/%3/%4"_s.arg(name).arg(size).arg(ratio).arg(color.rgba(), 0, 16);
    QPixmap pixmap;
    if (QPixmapCache::find(key, &pixmap))
        return pixmap;
    const double stroke = (size >= 32 ? 2.0 : 1.5) * 16 / size;
    QByteArray svg = source(name);
    svg.replace("currentColor", color.name().toLatin1());
    svg.replace("stroke-width=\"1.5\"", "stroke-width=\"" + QByteArray::number(stroke) + '"');
    pixmap = QPixmap(QSize(size, size) * ratio);
    pixmap.setDevicePixelRatio(ratio);
    pixmap.fill(Qt::transparent);
    QSvgRenderer renderer(svg);
    QPainter painter(&pixmap);
    renderer.render(&painter, QRectF(0, 0, size, size));
    QPixmapCache::insert(key, pixmap);
    return pixmap;
}

class LineIconEngine final : public QIconEngine
{
public:
    LineIconEngine(QString name, std::optional<Tone> tone) : m_name(std::move(name)), m_tone(tone) {}

    void paint(QPainter *painter, const QRect &rect, QIcon::Mode mode, QIcon::State) override
    {
        drawLineIcon(painter, m_name, rect, colorOf(mode));
    }

    QPixmap pixmap(const QSize &size, QIcon::Mode mode, QIcon::State state) override
    {
        return scaledPixmap(size, mode, state, 1.0);
    }

    QPixmap scaledPixmap(const QSize &size, QIcon::Mode mode, QIcon::State, qreal scale) override
    {
        return rendered(m_name, qRound(qMin(size.width(), size.height()) / scale), scale, colorOf(mode));
    }

    QIconEngine *clone() const override { return new LineIconEngine(*this); }

private:
    QColor colorOf(QIcon::Mode mode) const
    {
        const QPalette palette = QApplication::palette();
        if (mode == QIcon::Disabled)
            return palette.color(QPalette::Disabled, QPalette::WindowText);
        if (m_tone)
            return currentRoles().of(*m_tone);
        return mix(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.82);
    }

    QString m_name;
    std::optional<Tone> m_tone;
};

}

QIcon lineIcon(const QString &name)
{
    return QIcon(new LineIconEngine(name, {}));
}

QIcon lineIcon(const QString &name, Tone tone)
{
    return QIcon(new LineIconEngine(name, tone));
}

void drawLineIcon(QPainter *painter, const QString &name, const QRect &rect, const QColor &color)
{
    const int size = qMin(rect.width(), rect.height());
    const QPixmap icon = rendered(name, size, painter->device()->devicePixelRatioF(), color);
    painter->drawPixmap(rect.x() + (rect.width() - size) / 2, rect.y() + (rect.height() - size) / 2, icon);
}

}
