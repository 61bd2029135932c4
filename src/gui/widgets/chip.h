// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QAbstractButton>

namespace look {

/// A filter that is on. Pressing it takes it away; so does Delete. Without a filter it is hidden.
class Chip final : public QAbstractButton
{
    Q_OBJECT

public:
    explicit Chip(QWidget *parent = nullptr);

    void setFilter(const QString &text);

    QSize sizeHint() const override;

Q_SIGNALS:
    void removed();

protected:
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
};

}
