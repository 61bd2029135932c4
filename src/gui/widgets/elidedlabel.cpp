// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/elidedlabel.h"

#include "gui/theme/isolated.h"
#include "gui/theme/plaintip.h"

#include <QHelpEvent>
#include <QPainter>
#include <QStyle>
#include <QToolTip>

namespace look {

ElidedLabel::ElidedLabel(QWidget *parent) : QLabel(parent)
{
    setTextFormat(Qt::PlainText);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void ElidedLabel::setType(Type type)
{
    m_type = type;
    updateGeometry();
    update();
}

// The font is asked for whenever it is needed, never kept: the desktop may change it at any time.
QSize ElidedLabel::sizeHint() const
{
    const QFontMetrics metrics(inkFont());
    return {metrics.horizontalAdvance(text()) + 2, metrics.height()};
}

QSize ElidedLabel::minimumSizeHint() const
{
    const QFontMetrics metrics(inkFont());
    return {qMin(sizeHint().width(), m_least * metrics.averageCharWidth()), metrics.height()};
}

void ElidedLabel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setLayoutDirection(layoutDirection());  // It has the program's, and a path's label has its own.
    painter.setFont(inkFont());
    painter.setPen(m_tone ? currentRoles().of(*m_tone) : palette().color(QPalette::WindowText));
    const QString shown = painter.fontMetrics().elidedText(text(), m_mode, width());
    painter.drawText(rect(), int(QStyle::visualAlignment(layoutDirection(), Qt::AlignLeading | Qt::AlignVCenter)),
                     isolated(shown, layoutDirection()));
}

bool ElidedLabel::event(QEvent *event)
{
    if (event->type() != QEvent::ToolTip || sizeHint().width() <= width() + 2)
        return QLabel::event(event);
    QToolTip::showText(static_cast<QHelpEvent *>(event)->globalPos(), plainTip(text()), this);
    return true;
}

}
