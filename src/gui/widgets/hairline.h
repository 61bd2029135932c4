// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace look {

/// The one line between two areas that lie above each other.
class Hairline final : public QWidget
{
    Q_OBJECT

public:
    explicit Hairline(QWidget *parent = nullptr);

protected:
    void paintEvent(QPaintEvent *event) override;
};

}
