// SPDX-License-Identifier: Apache-2.0
#include "gui/statusline.h"

#include "core/texts.h"
#include "engine/engine.h"
#include "engine/hubwatch.h"
#include "gui/accounts/signin.h"
#include "gui/theme/metrics.h"
#include "gui/theme/plaintip.h"
#include "gui/theme/type.h"
#include "gui/transferlimits.h"
#include "gui/widgets/button.h"
#include "gui/widgets/iconlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QMenu>

using namespace Qt::Literals::StringLiterals;

StatusLine::StatusLine(QWidget *parent)
    : QWidget(parent),
      m_account(new look::Button({}, u"user"_s, look::Button::Kind::Quiet, this)),
      m_signIn(new look::Button(tr("Sign in"), {}, look::Button::Kind::Link, this)),
      m_offline(new look::IconLabel(u"offline"_s, this)),
      m_speed(new look::IconLabel(u"download"_s, this)),
      m_limit(new look::Button({}, u"filter"_s, look::Button::Kind::Quiet, this)),
      m_free(new look::IconLabel(u"disk"_s, this))
{
    setAccessibleName(tr("Status"));
    setMinimumHeight(26);
    m_signIn->setAccessibleName(tr("Sign in"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(look::kMedium, 2, look::kMedium, 2);
    row->setSpacing(look::kLarge);
    row->addWidget(m_account);
    row->addWidget(m_signIn);
    row->addWidget(m_offline);
    row->addStretch();
    row->addWidget(m_speed);
    row->addWidget(m_limit);
    row->addWidget(m_free);
    m_offline->setText(tr("Offline"));
    m_offline->setTone(models::Tone::Warning);
    m_offline->hide();
    setSpeed(0, 0);
    setFreeSpace(-1);
}

void StatusLine::standLast()
{
    QWidget *last = window()->previousInFocusChain();
    while (last != window() && last->focusPolicy() == Qt::NoFocus)  // Qt puts nothing behind one without focus.
        last = last->previousInFocusChain();
    setTabOrder(last, m_account);
    setTabOrder(m_account, m_signIn);
    setTabOrder(m_signIn, m_limit);
}

void StatusLine::setEngine(Engine *engine)
{
    showOffline(*engine);
    connect(&engine->watch(), &HubWatch::changed, this, [this, engine] { showOffline(*engine); });
}

void StatusLine::setSignIn(SignIn *signIn)
{
    const auto show = [this, signIn] { showAccount(*signIn); };
    connect(signIn, &SignIn::changed, this, show);
    connect(m_signIn, &QPushButton::clicked, signIn, [signIn] { signIn->ask(); });
    auto *menu = new QMenu(m_account);
    connect(menu, &QMenu::aboutToShow, signIn, [menu, signIn] { signIn->fill(menu); });
    m_account->setMenu(menu);  // Not popup(): assistive tools find a button's own menu.
    show();
}

void StatusLine::setLimits(TransferLimits *limits)
{
    const auto show = [this, limits] {
        m_limit->setAccessibleName(limits->text());
        m_limit->setToolTip(tr("%1: press to choose another").arg(limits->text()));
        arrange();
    };
    connect(limits, &TransferLimits::changed, this, show);
    connect(m_limit, &QPushButton::clicked, limits, [this, limits] { limits->popUp(m_limit); });
    show();
}

/// Where not all has room, the limit is its icon alone.
void StatusLine::arrange()
{
    m_limit->setFont(look::fontOf(look::Type::Small));  // Of now: the desktop's font may change.
    for (look::Button *button : {m_account, m_signIn, m_limit})
        button->setFixedHeight(qMax(22, button->fontMetrics().height()));
    const QString text = m_limit->accessibleName();
    const int needed = layout()->sizeHint().width();
    if (needed > width())
        m_limit->setText({});
    else if (!m_limit->text().isEmpty()
             || needed + m_limit->fontMetrics().horizontalAdvance(text) + look::kHuge < width())
        m_limit->setText(text);
}

QSize StatusLine::minimumSizeHint() const
{
    return {0, QWidget::minimumSizeHint().height()};  // It has a way to be narrow.
}

bool StatusLine::event(QEvent *event)
{
    // Of a label whose text grew, too.
    const bool isNews = event->type() == QEvent::Resize || event->type() == QEvent::LayoutRequest;
    const bool isTaken = QWidget::event(event);
    if (isNews)
        arrange();
    return isTaken;
}

void StatusLine::showAccount(const SignIn &signIn)
{
    const Asker asker = signIn.asker();
    m_account->setText(asker.text());
    m_account->setIconName(asker.hasTrouble() ? u"warning"_s : u"user"_s);
    m_account->setAccessibleName(tr("Account: %1").arg(asker.text()));
    look::setPlainTip(m_account, asker.tip());
    m_signIn->setVisible(!asker.isSignedIn() && !asker.hasTrouble());
}

void StatusLine::showOffline(Engine &engine)
{
    const HubWatch &watch = engine.watch();
    m_offline->setVisible(watch.isOffline());
    look::setPlainTip(
        m_offline,
        watch.isSetOffline()
            ? tr("HF_HUB_OFFLINE is set in the environment: Hubdeck asks no Hub for anything.")
            : tr("%1 cannot be reached. Hubdeck goes on by itself when it can.").arg(engine.options().endpoint.host()));
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
