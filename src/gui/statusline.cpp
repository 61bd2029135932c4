// SPDX-License-Identifier: Apache-2.0
#include "gui/statusline.h"

#include "core/texts.h"
#include "gui/theme/metrics.h"
#include "gui/theme/plaintip.h"
#include "gui/widgets/button.h"
#include "gui/widgets/iconlabel.h"

#include <QHBoxLayout>

using namespace Qt::Literals::StringLiterals;

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent),
      m_account(new look::IconLabel(u"user"_s, this)),
      m_signIn(new look::Button(tr("Sign in"), {}, look::Button::Kind::Link, this)),
      m_speed(new look::IconLabel(u"download"_s, this)),
      m_free(new look::IconLabel(u"disk"_s, this))
{
    setAccessibleName(tr("Status"));
    setMinimumHeight(26);
    m_signIn->setAccessibleName(tr("Sign in"));
    m_signIn->setFixedHeight(22);  // It stands in a line of small text.
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(look::kMedium, 2, look::kMedium, 2);
    row->setSpacing(look::kLarge);
    row->addWidget(m_account);
    row->addWidget(m_signIn);
    row->addStretch();
    row->addWidget(m_speed);
    row->addWidget(m_free);
    connect(m_signIn, &QPushButton::clicked, this, &StatusLine::signInAsked);
    setSpeed(0, 0);
    setFreeSpace(-1);
}

void StatusLine::standLast()
{
    setTabOrder(window()->previousInFocusChain(), m_signIn);
}

void StatusLine::setAccount(const QString &text, const QString &host, bool canSignIn)
{
    m_account->setText(text);
    m_signIn->setVisible(canSignIn);
    m_signIn->setToolTip(look::plainTip(tr("Opens %1 in the browser").arg(host)));
}

void StatusLine::setSpeed(qint64 bytesPerSecond, int active)
{
    m_speed->setVisible(active > 0);
    m_speed->setTone(bytesPerSecond > 0 ? models::Tone::Accent : models::Tone::Neutral);
    m_speed->setText(core::speedText(double(bytesPerSecond)));
}

void StatusLine::setFreeSpace(qint64 bytes)
{
    m_free->setVisible(bytes >= 0);
    m_free->setText(tr("%1 free").arg(core::sizeText(bytes)));
}
