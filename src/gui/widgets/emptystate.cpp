// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/emptystate.h"

#include "gui/theme/deckpaint.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/widgets/button.h"
#include "gui/widgets/label.h"

#include <QPainter>
#include <QVBoxLayout>

namespace look {

namespace {

constexpr int kDisc = 72;
constexpr int kFigure = 32;
constexpr int kLineLength = 420;  // About 60 characters.

}

EmptyState::EmptyState(const QString &icon, const QString &title, const QString &reason, QWidget *parent)
    : QWidget(parent),
      m_icon(icon),
      m_disc(new QWidget(this)),
      m_reason((new Label(reason, Type::Body, this))->subtle()->wrapped())
{
    // Where what it stands for goes while it has the keyboard, the keyboard comes here, and is seen and heard.
    setFocusPolicy(Qt::ClickFocus);
    setAccessibleName(title);
    setAccessibleDescription(reason);
    m_disc->setFixedSize(kDisc, kDisc);
    auto *heading = new Label(title, Type::Heading, this);
    heading->setAlignment(Qt::AlignCenter);
    m_reason->setAlignment(Qt::AlignHCenter);

    // A wrapped label that is added with an alignment gets the height of one line: the column's width is fixed instead.
    auto *text = new QWidget(this);
    text->setMaximumWidth(kLineLength + 2 * kLarge);
    m_column = new QVBoxLayout(text);
    QVBoxLayout *column = m_column;
    column->setContentsMargins(kLarge, kSmall, kLarge, kSmall);
    auto *row = new QHBoxLayout(this);
    row->addStretch();
    row->addWidget(text, 100);
    row->addStretch();
    column->setSpacing(kTight);
    column->addStretch(2);
    column->addWidget(m_disc, 0, Qt::AlignHCenter);
    column->addSpacing(kMedium);
    column->addWidget(heading, 0, Qt::AlignHCenter);
    column->addWidget(m_reason);
    column->addSpacing(kMedium);
    column->addStretch(3);
}

void EmptyState::setReason(const QString &reason)
{
    m_reason->setText(reason);
    setAccessibleDescription(reason);
}

QPushButton *EmptyState::addAction(const QString &text, bool link)
{
    auto *button = new Button(text, {}, link ? Button::Kind::Link : Button::Kind::Normal, this);
    m_column->insertWidget(m_column->count() - 1, button, 0, Qt::AlignHCenter);
    return button;
}

/// In a low window the words go before the picture.
void EmptyState::resizeEvent(QResizeEvent *)
{
    const int hidden = m_disc->isHidden() ? kDisc + m_column->spacing() : 0;
    m_disc->setVisible(height() >= m_column->minimumSize().height() + hidden);
}

void EmptyState::paintEvent(QPaintEvent *)
{
    if (m_disc->isHidden())
        return;
    QPainter painter(this);
    const Roles &roles = currentRoles();
    const QRect disc(m_disc->mapTo(this, QPoint()), m_disc->size());
    fillRounded(&painter, disc, kDisc / 2.0, roles.sunken);
    QRect figure(0, 0, kFigure, kFigure);
    figure.moveCenter(disc.center());
    drawLineIcon(&painter, m_icon, figure, roles.subtle);
    if (hasFocus() && window()->testAttribute(Qt::WA_KeyboardFocusChange))  // A click needs no ring.
        drawFocusRing(&painter, disc, kDisc / 2.0, roles);
}

}
