// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/iconlabel.h"

#include "gui/theme/icons.h"
#include "gui/theme/isolated.h"
#include "gui/theme/metrics.h"
#include "gui/theme/type.h"

#include <QPainter>
#include <QStyle>

namespace look {

namespace {

constexpr int kSide = 14;

}

IconLabel::IconLabel(const QString &icon, QWidget *parent) : QLabel(parent), m_icon(icon)
{
    setTextFormat(Qt::PlainText);
}

void IconLabel::setIconName(const QString &icon)
{
    m_icon = icon;
    update();
}

void IconLabel::setTone(Tone tone)
{
    m_tone = tone;
    update();
}

void IconLabel::setLoud(bool isLoud)
{
    m_isLoud = isLoud;
    update();
}

void IconLabel::tell(const QString &icon, Tone tone, const QString &text)
{
    setIconName(icon);
    setTone(tone);
    setLoud(tone == Tone::Danger);
    setText(text);
    show();
}

QSize IconLabel::sizeHint() const
{
    const QFontMetrics metrics(fontOf(Type::Small));
    return {kSide + kTight + 1 + metrics.horizontalAdvance(text()) + 2, qMax(kSide, metrics.height())};
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Roles &roles = currentRoles();
    const QRect icon(0, 0, kSide, height());
    drawLineIcon(&painter, m_icon, QStyle::visualRect(layoutDirection(), rect(), icon), roles.of(m_tone));
    painter.setFont(fontOf(Type::Small));
    painter.setPen(m_isLoud ? roles.of(m_tone) : roles.subtle);
    const QRect text = rect().adjusted(kSide + kTight + 1, 0, 0, 0);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), text),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter)),
                     isolated(this->text(), layoutDirection()));
}

}
