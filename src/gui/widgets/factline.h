// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/widgets/badge.h"

#include <QWidget>

namespace look {

/// The facts below a title, an icon and a few words each. Those that do not fit are left out whole, from the end.
class FactLine final : public QWidget
{
    Q_OBJECT

public:
    explicit FactLine(QWidget *parent = nullptr);

    void setFacts(const QList<Badge> &facts);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QList<Badge> m_facts;
};

}
