// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QWidget>

struct Preview;

namespace look {
class ElidedLabel;
}

/// The top of the preview: what is looked at, a line of facts, and the cross.
class PreviewHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit PreviewHeader(QWidget *parent = nullptr);

    void setPreview(const Preview &preview);

Q_SIGNALS:
    void closeAsked();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_icon;
    QWidget *m_iconPlace;
    look::ElidedLabel *m_name;
    look::ElidedLabel *m_facts;
};
