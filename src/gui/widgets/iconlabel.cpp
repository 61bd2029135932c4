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
constexpr int kTextBegins = kSide + kTight + 1;
constexpr int kShortestLine = 20;  // Letters, where there may be more lines.

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
    return {kTextBegins + textWidth() + 2, qMax(kSide, QFontMetrics(fontOf(Type::Small)).height())};
}

int IconLabel::textWidth() const
{
    const QFontMetrics metrics(fontOf(Type::Small));
    const int line = metrics.horizontalAdvance(text());
    return wordWrap() ? qMin(line, kShortestLine * metrics.averageCharWidth()) : line;
}

int IconLabel::heightForWidth(int width) const
{
    if (!wordWrap())
        return -1;
    const QRect room(0, 0, qMax(1, width - kTextBegins), QWIDGETSIZE_MAX);
    const QFontMetrics metrics(fontOf(Type::Small));
    return qMax(kSide, metrics.boundingRect(room, Qt::TextWordWrap, text()).height());
}

void IconLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Roles &roles = currentRoles();
    const QRect icon(0, 0, kSide, wordWrap() ? qMin(height(), sizeHint().height()) : height());
    drawLineIcon(&painter, m_icon, QStyle::visualRect(layoutDirection(), rect(), icon), roles.of(m_tone));
    painter.setFont(fontOf(Type::Small));
    painter.setPen(m_isLoud ? roles.of(m_tone) : roles.subtle);
    const QRect text = rect().adjusted(kTextBegins, 0, 0, 0);
    const int lines = wordWrap() ? int(Qt::TextWordWrap | Qt::AlignTop) : int(Qt::AlignVCenter);
    painter.drawText(QStyle::visualRect(layoutDirection(), rect(), text),
                     int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading)) | lines,
                     isolated(this->text(), layoutDirection()));
}

}
