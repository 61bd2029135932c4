// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/theme/roles.h"

#include <QLabel>

namespace look {

/// A small quiet fact with its icon: "⛁ 212 GB free". Follows font and palette by painting itself. With setWordWrap()
/// it takes as many lines as it needs.
class IconLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit IconLabel(QWidget *parent = nullptr) : IconLabel(QString(), parent) {}  ///< For forms.
    explicit IconLabel(const QString &icon, QWidget *parent = nullptr);

    void setIconName(const QString &icon);
    void setTone(Tone tone);    ///< Of the icon; the text stays quiet.
    void setLoud(bool isLoud);  ///< The text has the tone, too.
    /// All at once, loud where it is an error, and shows it.
    void tell(const QString &icon, Tone tone, const QString &text);

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int textWidth() const;

    QString m_icon;
    Tone m_tone = Tone::Neutral;
    bool m_isLoud = false;
};

}
