// SPDX-License-Identifier: Apache-2.0
#include "gui/accounts/signin.h"

#include "accounts/accounts.h"
#include "accounts/tokenstore.h"
#include "core/plaintext.h"
#include "engine/engine.h"
#include "gui/accounts/accounttexts.h"
#include "gui/accounts/logindialog.h"
#include "gui/theme/icons.h"

#include <QActionGroup>
#include <QMenu>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using Source = TokenStore::Source;

SignIn::SignIn(Engine *engine, Accounts *accounts, QWidget *window)
    : QObject(window),
      m_engine(engine),
      m_accounts(accounts),
      m_window(window)
{
    m_asker = asker();
    connect(accounts, &Accounts::changed, this, &SignIn::onChanged);
}

/// Alike as long as the same person asks, whatever the token.
QString SignIn::asker() const
{
    return isSignedIn() ? text() : QString();
}

void SignIn::onChanged()
{
    Q_EMIT changed();
    if (std::exchange(m_asker, asker()) == m_asker)
        return;
    m_engine->retryRefused();
    Q_EMIT askerChanged();
}

void SignIn::ask()
{
    if (!m_dialog)
        m_dialog = new LoginDialog(m_engine, m_accounts, m_window);
    m_dialog->open();
    m_dialog->raise();
}

void SignIn::change(const QWidget *button)
{
    const QUrl &endpoint = m_engine->options().endpoint;
    const auto chosen = m_accounts->chosen(endpoint);
    const bool isOnlyOne = std::ranges::all_of(
        m_accounts->at(endpoint), [&](const Account &account) { return chosen && chosen->isSame(account); });
    if (isOnlyOne)
        return ask();
    auto *menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fill(menu);
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

bool SignIn::isSignedIn() const
{
    return m_accounts->tokens().source(m_engine->options().endpoint) != Source::Nobody;
}

bool SignIn::hasTrouble() const
{
    return m_accounts->trouble(m_engine->options().endpoint).has_value();
}

QString SignIn::text() const
{
    const QUrl &endpoint = m_engine->options().endpoint;
    const auto account = m_accounts->chosen(endpoint);
    switch (m_accounts->tokens().source(endpoint)) {
    case Source::Variable: return tr("Token of the environment · %1").arg(endpoint.host());
    case Source::File: return tr("Login of hf · %1").arg(endpoint.host());
    case Source::Account:
    case Source::Nobody: break;
    }
    return account ? tr("%1 at %2").arg(core::visible(account->name()), endpoint.host())
                   : tr("Not signed in · %1").arg(endpoint.host());
}

QString SignIn::who() const
{
    const QUrl &endpoint = m_engine->options().endpoint;
    const auto account = m_accounts->chosen(endpoint);
    switch (m_accounts->tokens().source(endpoint)) {
    case Source::Variable: return tr("You are signed in with the token in HF_TOKEN.");
    case Source::File: return tr("You are signed in with the token in the file of hf.");
    case Source::Account:
        return account ? tr("You are signed in as %1.").arg(core::visible(account->name())) : QString();
    case Source::Nobody: break;
    }
    return {};
}

QString SignIn::tip() const
{
    const QUrl &endpoint = m_engine->options().endpoint;
    const auto trouble = m_accounts->trouble(endpoint);
    const auto account = m_accounts->chosen(endpoint);
    switch (m_accounts->tokens().source(endpoint)) {
    case Source::Variable: return tr("The token comes from HF_TOKEN, which is set in the environment.");
    case Source::File: return tr("The token comes from the file that hf keeps.");
    case Source::Account:
    case Source::Nobody: break;
    }
    if (trouble)
        return trouble->message;
    if (!account)
        return tr("Sign in to see private and gated repositories.");
    const QString where
        = account->isKept ? tr("The token comes from the keychain.") : tr("The token is used for this run only.");
    QStringList lines{gui::tokenText(account->identity), gui::memberText(account->identity),
                      gui::expiryText(account->identity), where};
    lines.removeAll({});
    return lines.join(u'\n');
}

void SignIn::fill(QMenu *menu)
{
    menu->clear();
    addAccounts(menu);
    connect(menu->addAction(look::lineIcon(u"plus"_s), tr("Sign in with another account…")), &QAction::triggered, this,
            &SignIn::ask);
    if (const auto account = m_accounts->chosen(m_engine->options().endpoint))
        connect(menu->addAction(look::lineIcon(u"close"_s), tr("Sign out %1").arg(core::visible(account->name()))),
                &QAction::triggered, this, &SignIn::signOut);
}

void SignIn::addAccounts(QMenu *menu)
{
    const QUrl &endpoint = m_engine->options().endpoint;
    const auto chosen = m_accounts->chosen(endpoint);
    auto *group = new QActionGroup(menu);
    for (const Account &account : m_accounts->at(endpoint)) {
        QAction *action = group->addAction(
            menu->addAction(u"%1 · %2"_s.arg(core::visible(account.name()), gui::tokenText(account.identity))));
        action->setCheckable(true);
        action->setChecked(chosen && chosen->isSame(account));
        connect(action, &QAction::triggered, this,
                [this, endpoint, name = account.name()] { m_accounts->choose(endpoint, name); });
    }
    if (m_accounts->tokens().source(endpoint) == Source::Variable)
        menu->addAction(tr("HF_TOKEN of the environment counts"))->setEnabled(false);
    const auto trouble = m_accounts->trouble(endpoint);
    if (trouble && trouble->kind == Error::Kind::Keychain) {
        connect(menu->addAction(look::lineIcon(u"retry"_s), tr("Ask the keychain again")), &QAction::triggered, this,
                [this, endpoint] { m_accounts->load(endpoint); });
    }
    if (!menu->isEmpty())
        menu->addSeparator();
}

void SignIn::signOut()
{
    if (const auto account = m_accounts->chosen(m_engine->options().endpoint))
        m_accounts->signOut(*account, this,
                            [](const KeychainAnswer &) {});  // What went wrong is the account's trouble.
}
