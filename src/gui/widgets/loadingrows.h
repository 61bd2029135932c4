// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QTimer>
#include <QWidget>

namespace look {

/// Where a list will be: nothing for the first moment, then quiet bars in the places of its rows. Loading is not empty.
class LoadingRows final : public QWidget
{
    Q_OBJECT

public:
    explicit LoadingRows(QWidget *parent = nullptr);

protected:
    void showEvent(QShowEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    QTimer m_patience;
};

}
