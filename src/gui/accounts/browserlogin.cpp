// SPDX-License-Identifier: Apache-2.0
#include "gui/accounts/browserlogin.h"

#include "accounts/devicesignin.h"
#include "accounts/tokencheck.h"
#include "core/texts.h"
#include "engine/engine.h"
#include "gui/theme/metrics.h"
#include "gui/weblinks.h"
#include "gui/widgets/button.h"
#include "gui/widgets/iconlabel.h"
#include "gui/widgets/label.h"
#include "gui/widgets/well.h"
#include "hub/hubclient.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

BrowserLogin::BrowserLogin(Engine *engine, QUrl endpoint, QWidget *parent)
    : LoginPage(parent),
      m_engine(engine),
      m_endpoint(std::move(endpoint)),
      m_clientId(engine->options().clientIdAt(m_endpoint)),
      m_what(new look::Label({}, look::Type::Body, this)),
      m_well(new look::Well(this)),
      m_code(new look::Label({}, look::Type::DisplayCode, m_well)),
      m_copy(new look::Button(tr("Copy"), u"copy"_s, look::Button::Kind::Flat, m_well)),
      m_note(new look::IconLabel(this)),
      m_left(new look::Label({}, look::Type::Small, this))
{
    m_what->wrapped();
    m_code->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_copy->setAccessibleName(tr("Copy the code"));
    auto *inWell = new QHBoxLayout(m_well);
    inWell->setContentsMargins(look::kLarge + 2, look::kMedium, look::kMedium, look::kMedium);
    inWell->addWidget(m_code, 1);
    inWell->addWidget(m_copy);
    auto notes = std::make_unique<QHBoxLayout>();
    notes->setSpacing(look::kSmall);
    notes->addWidget(m_note, 1);
    notes->addWidget(m_left->subtle());
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::kSmall, 0, look::kSmall, 0);
    column->setSpacing(look::kMedium);
    column->addWidget(m_what);
    column->addWidget(m_well);
    column->addLayout(notes.release());
    column->addStretch();
    m_well->hide();
    m_note->setWordWrap(true);
    m_note->hide();
    m_second.setInterval(1s);
    connect(&m_second, &QTimer::timeout, this, &BrowserLogin::showTimeLeft);
    connect(m_copy, &QPushButton::clicked, this, [this] { QGuiApplication::clipboard()->setText(m_code->text()); });
    m_what->setText(tr("Sign in with a browser, on this computer or another one."));
    if (m_clientId.isEmpty())
        m_what->setText(tr("Hubdeck is not registered at %1 for this. Create a token there and sign in with that.")
                            .arg(m_endpoint.host()));
}

BrowserLogin::~BrowserLogin() = default;

LoginPage::Action BrowserLogin::action() const
{
    if (m_clientId.isEmpty())
        return {tr("Create a token on the Hub"), u"external"_s, gui::mayOpen(gui::tokensUrl(m_endpoint))};
    if (m_hasFailed)
        return {tr("Try again"), u"retry"_s, m_isAllowed};
    const bool hasCode = m_signIn && !m_code->text().isEmpty();
    return {tr("Open sign-in page"), u"external"_s, hasCode && gui::mayOpen(m_signIn->code().filledPage)};
}

void BrowserLogin::act()
{
    if (m_clientId.isEmpty())
        gui::openInBrowser(gui::tokensUrl(m_endpoint));
    else if (m_hasFailed)
        ask();
    else if (m_signIn)
        gui::openInBrowser(m_signIn->code().filledPage);
}

void BrowserLogin::begin()
{
    if (!m_signIn && !m_hasFailed && m_isAllowed && !m_clientId.isEmpty())
        ask();
}

void BrowserLogin::setAllowed(bool isAllowed)
{
    m_isAllowed = isAllowed;
    if (isVisible())
        begin();
    Q_EMIT changed();
}

void BrowserLogin::ask()
{
    m_hasFailed = false;
    m_code->clear();
    m_well->hide();
    m_note->tell(u"clock"_s, models::Tone::Neutral, tr("Asking %1 for a code").arg(m_endpoint.host()));
    m_left->clear();
    m_signIn = new DeviceSignIn(m_engine->hub()->network(), m_endpoint, m_clientId, this);
    connect(m_signIn, &DeviceSignIn::codeReceived, this, &BrowserLogin::showCode);
    connect(m_signIn, &Job::finished, this, &BrowserLogin::onEnded);
    m_signIn->start();
    Q_EMIT changed();
}

void BrowserLogin::showCode()
{
    const DeviceCode &code = m_signIn->code();
    m_what->setText(tr("Open %1 and enter this code there:").arg(code.page.toString(QUrl::RemoveUserInfo)));
    m_code->setText(code.code);
    m_code->setAccessibleName(tr("Code: %1").arg(code.code));
    m_well->show();
    m_note->tell(u"clock"_s, models::Tone::Accent, tr("Waiting for you to approve in the browser"));
    m_second.start();
    showTimeLeft();
    Q_EMIT changed();
}

void BrowserLogin::showTimeLeft()
{
    m_left->setText(m_signIn ? tr("%1 left").arg(core::leftText(m_signIn->timeLeft().count())) : QString());
}

void BrowserLogin::onEnded()
{
    DeviceSignIn *signIn = m_signIn;
    m_signIn = nullptr;
    m_second.stop();
    m_left->clear();
    signIn->deleteLater();
    if (signIn->state() == Job::State::Cancelled)
        return;
    if (signIn->error())
        showError(*signIn->error());
    else
        check(signIn->secret());
}

void BrowserLogin::check(const Secret &secret)
{
    m_note->setText(tr("Asking %1 who you are").arg(m_endpoint.host()));
    auto *check = new TokenCheck(m_engine->hub()->network(), m_endpoint, secret.token, this);
    connect(check, &Job::finished, this, [this, check, secret] {
        check->deleteLater();
        if (check->error())
            return showError(*check->error());
        m_note->hide();
        Q_EMIT found({m_endpoint, check->identity(), Account::Way::Browser}, secret);
    });
    check->start();
}

void BrowserLogin::showError(const Error &error)
{
    m_hasFailed = true;
    m_well->hide();
    m_what->setText(tr("Sign in with a browser, on this computer or another one."));
    m_note->tell(u"damaged"_s, models::Tone::Danger, error.message);
    Q_EMIT changed();
}
