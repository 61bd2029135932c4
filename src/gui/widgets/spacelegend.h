// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QList>
#include <QWidget>

namespace look {

/// What the hues of a SpaceMap mean, and how much of each there is. Parts that do not fit are left out whole.
class SpaceLegend final : public QWidget
{
    Q_OBJECT

public:
    struct Part {
        QString text;
        QString icon;
        int kind;  ///< Index of Roles::series().
    };

    explicit SpaceLegend(QWidget *parent = nullptr);

    void setParts(const QList<Part> &parts);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Part> m_parts;
};

}
