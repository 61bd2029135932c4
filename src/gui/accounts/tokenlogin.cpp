// SPDX-License-Identifier: Apache-2.0
#include "gui/accounts/tokenlogin.h"

#include "accounts/tokencheck.h"
#include "engine/engine.h"
#include "gui/accounts/accountwell.h"
#include "gui/theme/metrics.h"
#include "gui/theme/plaintip.h"
#include "gui/weblinks.h"
#include "gui/widgets/button.h"
#include "gui/widgets/iconlabel.h"
#include "gui/widgets/label.h"
#include "hub/hubclient.h"

#include <QLineEdit>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

/// How many letters one change of \a before put in: a key brings one, a paste the whole token.
static qsizetype lettersAdded(const QString &before, const QString &after)
{
    const qsizetype shorter = qMin(before.size(), after.size());
    const auto first = std::mismatch(before.begin(), before.begin() + shorter, after.begin()).first;
    const qsizetype head = first - before.begin();
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    return after.size() - head - tail;
}

TokenLogin::TokenLogin(Engine *engine, QUrl endpoint, QWidget *parent)
    : LoginPage(parent),
      m_engine(engine),
      m_endpoint(std::move(endpoint)),
      m_edit(new QLineEdit(this)),
      m_note(new look::IconLabel(this)),
      m_well(new AccountWell(this)),
      m_create(new look::Button(tr("Create a token on the Hub"), {}, look::Button::Kind::Link, this))
{
    auto *label = new look::Label(tr("Paste an access token from your Hub settings:"), look::Type::Body, this);
    label->setBuddy(m_edit);
    m_edit->setAccessibleName(tr("Access token"));
    m_edit->setEchoMode(QLineEdit::Password);
    m_edit->setInputMethodHints(Qt::ImhSensitiveData | Qt::ImhNoPredictiveText | Qt::ImhNoAutoUppercase);
    m_well->setState(u"cached"_s, models::Tone::Success);
    const QUrl page = gui::tokensUrl(m_endpoint);
    m_create->setFlush(true);
    m_create->setVisible(gui::mayOpen(page));
    look::setPlainTip(m_create, tr("Opens %1 in the browser").arg(page.host()));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::kSmall, 0, look::kSmall, 0);
    column->setSpacing(look::kSmall);
    column->addWidget(label);
    column->addWidget(m_edit);
    column->addWidget(m_note);
    column->addWidget(m_well);
    column->addWidget(m_create, 0, Qt::AlignLeading);
    column->addStretch();
    m_note->setWordWrap(true);
    m_note->hide();
    m_well->hide();
    connect(m_edit, &QLineEdit::textChanged, this, &TokenLogin::onEdited);
    connect(m_create, &QPushButton::clicked, this, [page] { gui::openInBrowser(page); });
}

TokenLogin::~TokenLogin() = default;

LoginPage::Action TokenLogin::action() const
{
    return {tr("Sign in"), u"key"_s, m_isAllowed && !m_edit->text().isEmpty() && !m_check};
}

void TokenLogin::begin()
{
    m_edit->setFocus();
}

void TokenLogin::setAllowed(bool isAllowed)
{
    m_isAllowed = isAllowed;
    if (isAllowed && !m_found && !m_check && !m_edit->text().isEmpty())
        check();
    Q_EMIT changed();
}

/// What is pasted is asked about at once, what is typed when somebody presses Enter.
void TokenLogin::onEdited(const QString &text)
{
    const bool isPasted = lettersAdded(std::exchange(m_before, text), text) > 1;
    if (m_check)
        m_check->cancel();
    m_found.reset();
    m_token.clear();
    m_well->hide();
    m_note->hide();
    if (isPasted && m_isAllowed)
        check();
    Q_EMIT changed();
}

void TokenLogin::act()
{
    if (m_found)
        Q_EMIT found(*m_found, {m_token});
    else if (!m_check)
        check();
}

void TokenLogin::check()
{
    m_check = new TokenCheck(m_engine->hub()->network(), m_endpoint, TokenCheck::cleaned(m_edit->text()), this);
    connect(m_check, &Job::finished, this, &TokenLogin::onChecked);
    m_note->tell(u"clock"_s, models::Tone::Neutral, tr("Asking %1 whose it is").arg(m_endpoint.host()));
    m_check->start();
    Q_EMIT changed();
}

void TokenLogin::onChecked()
{
    TokenCheck *check = m_check;
    m_check = nullptr;
    check->deleteLater();
    if (check->state() == Job::State::Cancelled)
        return;
    if (check->error()) {
        m_note->tell(u"damaged"_s, models::Tone::Danger, check->error()->message);
    } else {
        m_found = Account{m_endpoint, check->identity(), Account::Way::Token};
        m_token = check->token();
        m_note->hide();
        m_well->setIdentity(check->identity());
        m_well->show();
    }
    Q_EMIT changed();
}

void TokenLogin::signedIn(bool isKept)
{
    m_edit->clear();  // With what could be undone.
    m_before.clear();
    m_token.clear();
    LoginPage::signedIn(isKept);
}
