// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

namespace look {

/// The first letter of somebody's name on a round ground of a colour of its own; no picture is fetched for it.
class Avatar final : public QWidget
{
    Q_OBJECT

public:
    explicit Avatar(QWidget *parent = nullptr);

    void setName(const QString &name);

    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
};

}  // namespace look
