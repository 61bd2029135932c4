// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QImage>
#include <QWidget>

/// A picture as large as there is room for, and never larger than it is.
class ImagePreview final : public QWidget
{
    Q_OBJECT

public:
    explicit ImagePreview(QWidget *parent = nullptr);

    void setImage(const QImage &image, const QSize &pixels);

    QSize minimumSizeHint() const override { return {60, 60}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QRect place() const;

    QImage m_image;
    QImage m_scaled;  // As it was painted last.
};
