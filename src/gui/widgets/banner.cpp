// SPDX-License-Identifier: Apache-2.0
#include "gui/widgets/banner.h"

#include "gui/theme/colormath.h"
#include "gui/theme/deckpaint.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/widgets/button.h"
#include "gui/widgets/label.h"

#include <QHBoxLayout>
#include <QPainter>
#include <QStyle>

#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace look {

namespace {

QString iconOf(Tone tone)
{
    switch (tone) {
    case Tone::Success: return u"cached"_s;
    case Tone::Warning: return u"warning"_s;
    case Tone::Danger: return u"damaged"_s;
    default: return u"info"_s;
    }
}

}

Banner::Banner(Tone tone, const QString &sentence, QWidget *parent)
    : QFrame(parent),
      m_tone(tone),
      m_sentence(new Label(sentence, Type::Body, this)),
      m_detail(new Label({}, Type::Small, this))
{
    setAccessibleName(sentence);
    m_sentence->setWordWrap(true);
    m_sentence->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_detail->subtle()->wrapped();
    m_detail->hide();

    auto text = std::make_unique<QVBoxLayout>();
    text->setSpacing(1);
    text->addWidget(m_sentence);
    text->addWidget(m_detail);
    Button *close = Button::ofIcon(u"close"_s, tr("Dismiss"), this);
    connect(close, &QPushButton::clicked, this, &Banner::dismissed);

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(kMedium, kTight + 2, kTight + 2, kTight + 2);
    row->setSpacing(kSmall);
    row->addSpacing(kIcon + kSmall);  // The icon is painted. Not a margin: those are not mirrored.
    row->addLayout(text.release(), 1);
    row->addSpacing(kSmall);
    row->addWidget(close);
}

void Banner::setDetail(const QString &detail)
{
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
}

void Banner::setDetails(const QString &details)
{
    m_detail->setText(details);
    m_detail->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *show = new Button(tr("Details"), {}, Button::Kind::Link, this);
    connect(show, &QPushButton::clicked, m_detail, [label = m_detail] { label->setVisible(label->isHidden()); });
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->count() - 1 - qMin(m_actions, 1), show);  // Before the one that mends, if that is there.
}

QPushButton *Banner::addAction(const QString &text, bool isNextStep)
{
    const Button::Kind mends = isNextStep ? Button::Kind::Primary : Button::Kind::Normal;
    auto *button = new Button(text, {}, m_actions > 0 ? Button::Kind::Link : mends, this);
    auto *row = static_cast<QHBoxLayout *>(layout());
    row->insertWidget(row->count() - 1 - m_actions, button);  // The one that mends stands last, before the cross.
    ++m_actions;
    return button;
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    const Roles &roles = currentRoles();
    fillRounded(&painter, rect(), kCardRadius, roles.groundOf(m_tone));
    strokeRounded(&painter, rect(), kCardRadius, mix(roles.content, roles.of(m_tone), 0.28));
    const QRect icon(kMedium, 0, kIcon, height());
    drawLineIcon(&painter, iconOf(m_tone), QStyle::visualRect(layoutDirection(), rect(), icon), roles.of(m_tone));
}

}
