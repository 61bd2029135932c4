// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QWidget>

namespace look {

/// The last two minutes of throughput, newest at the right. A stall is a line on the ground, not a gap.
class SpeedGraph final : public QWidget
{
    Q_OBJECT

public:
    explicit SpeedGraph(QWidget *parent = nullptr);

    void setSamples(const QList<double> &bytesPerSecond);
    void setLimit(double bytesPerSecond);  ///< A dashed line; 0 is none.

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    double top() const;  ///< Of the scale.
    void drawLine(QPainter *painter, const QRectF &plot, double top) const;

    QList<double> m_samples;
    double m_limit = 0;
};

}
