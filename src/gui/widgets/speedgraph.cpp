// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/speedgraph.h"

#include "core/texts.h"
#include "gui/theme/metrics.h"
#include "gui/theme/roles.h"
#include "gui/theme/type.h"

#include <QLocale>
#include <QPainter>
#include <QPainterPath>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace look {

namespace {

constexpr double kLeast = 1e6;  // Bytes a second: an idle scale in single bytes would say nothing.

/// The next of 1, 2, 5, 10, 20… above \a value, so that the scale does not breathe with every sample.
double roundScale(double value)
{
    const double power = std::pow(10.0, std::floor(std::log10(qMax(value, 1.0))));
    for (const double step : {1.0, 2.0, 5.0, 10.0}) {
        if (value <= step * power)
            return step * power;
    }
    return 10.0 * power;
}

/// A mark of the scale without figures that say nothing: "20 MB/s", but "2.5 MB/s".
QString markText(double bytesPerSecond)
{
    double value = bytesPerSecond;
    while (value >= 1000)
        value /= 1000;
    const int decimals = value < 10 && value > std::floor(value) ? 1 : 0;
    return SpeedGraph::tr("%1/s").arg(
        QLocale().formattedDataSize(qint64(bytesPerSecond), decimals, QLocale::DataSizeSIFormat));
}

}

SpeedGraph::SpeedGraph(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setLayoutDirection(Qt::LeftToRight);  // Time runs to the right in every language.
    setAccessibleName(tr("Speed"));
}

void SpeedGraph::setSamples(const QList<double> &bytesPerSecond)
{
    m_samples = bytesPerSecond;
    setAccessibleDescription(m_samples.isEmpty() ? QString() : core::speedText(m_samples.last()));
    update();
}

void SpeedGraph::setLimit(double bytesPerSecond)
{
    m_limit = bytesPerSecond;
    update();
}

QSize SpeedGraph::sizeHint() const
{
    return {320, 88};
}

double SpeedGraph::top() const
{
    double top = qMax(m_limit, kLeast);
    for (const double sample : m_samples)
        top = qMax(top, sample);
    return roundScale(top * 1.05);
}

void SpeedGraph::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(Qt::LeftToRight);  // A painter begins with the direction of the program.
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setFont(fontOf(Type::Small, font()));
    const Roles &roles = currentRoles();
    const double top = this->top();
    const auto widthOf = [&painter](const QString &text) { return painter.fontMetrics().horizontalAdvance(text); };
    const int labels = qMax(widthOf(markText(top)), widthOf(markText(top / 2))) + kSmall;
    const QRectF plot = QRectF(rect()).adjusted(labels, 8, -1, -8);
    for (const double share : {0.0, 0.5, 1.0}) {
        const double y = std::round(plot.bottom() - plot.height() * share) + 0.5;
        painter.setPen(QPen(roles.hairline, 1));
        painter.drawLine(QPointF(plot.left(), y), QPointF(plot.right(), y));
        painter.setPen(roles.subtle);
        const QRectF label(0, y - 10, labels - kSmall, 20);
        painter.drawText(label, Qt::AlignRight | Qt::AlignVCenter, share > 0 ? markText(top * share) : u"0"_s);
    }
    if (m_samples.size() > 1)
        drawLine(&painter, plot, top);
}

void SpeedGraph::drawLine(QPainter *painter, const QRectF &plot, double top) const
{
    const Roles &roles = currentRoles();
    const auto yOf = [&plot, top](double value) { return plot.bottom() - plot.height() * value / top; };
    const double step = plot.width() / double(m_samples.size() - 1);
    QPainterPath line(QPointF(plot.left(), yOf(m_samples.first())));
    for (qsizetype i = 1; i < m_samples.size(); ++i)
        line.lineTo(plot.left() + step * double(i), yOf(m_samples[i]));
    QPainterPath area = line;
    area.lineTo(plot.bottomRight());
    area.lineTo(plot.bottomLeft());
    QColor fill = roles.accent;
    fill.setAlphaF(roles.dark ? 0.20F : 0.12F);
    painter->fillPath(area, fill);
    painter->setPen(QPen(roles.accent, 1.5, Qt::SolidLine, Qt::RoundCap, Qt::RoundJoin));
    painter->drawPath(line);
    if (m_limit > 0) {
        painter->setPen(QPen(roles.warning, 1, Qt::DashLine));
        painter->drawLine(QPointF(plot.left(), yOf(m_limit)), QPointF(plot.right(), yOf(m_limit)));
    }
}

}
