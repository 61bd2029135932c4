// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace look {

/// The one line between two areas.
class Hairline final : public QWidget
{
    Q_OBJECT

public:
    explicit Hairline(QWidget *parent = nullptr);

    void setOrientation(Qt::Orientation orientation);  ///< Qt::Vertical between areas beside each other.

protected:
    void paintEvent(QPaintEvent *event) override;
};

}
