// SPDX-License-Identifier: Apache-2.0
#include "gui/accounts/signin.h"

#include "accounts/accounts.h"
#include "core/plaintext.h"
#include "engine/engine.h"
#include "gui/accounts/accounttexts.h"
#include "gui/accounts/logindialog.h"
#include "gui/theme/icons.h"

#include <QActionGroup>
#include <QMenu>
#include <QTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::seconds kKeychainPatience{2};

}

SignIn::SignIn(Engine *engine, Accounts *accounts, QWidget *window)
    : QObject(window),
      m_engine(engine),
      m_accounts(accounts),
      m_window(window)
{
    m_askers = askers();
    connect(accounts, &Accounts::changed, this, &SignIn::onChanged);
}

Asker SignIn::asker(const HubId &hub) const
{
    return {m_accounts, m_engine->endpoint(hub), hub.account};
}

QList<Account> SignIn::accountsAt(const HubId &hub) const
{
    return m_accounts->at(m_engine->endpoint(hub));
}

/// Alike as long as the same people ask, whatever the token.
QString SignIn::askers() const
{
    QStringList texts;
    for (const Asker &one : {asker(), asker(m_followed)})
        texts << (one.isSignedIn() ? one.text() : QString());
    return texts.join(u'\n');
}

void SignIn::follow(const HubId &hub)
{
    m_followed = hub;
    m_askers = askers();
}

void SignIn::onChanged()
{
    Q_EMIT changed();
    if (std::exchange(m_askers, askers()) == m_askers)
        return;
    m_engine->retryRefused();
    Q_EMIT askerChanged();
}

void SignIn::whenReady(const HubId &hub, std::function<void()> done)
{
    auto *patience = new QTimer(this);
    patience->setSingleShot(true);
    connect(patience, &QTimer::timeout, this, [patience, done = std::move(done)] {
        patience->deleteLater();
        done();
    });
    patience->start(kKeychainPatience);
    m_accounts->load(m_engine->endpoint(hub), hub.account, patience, [patience] { patience->start(0); });
}

void SignIn::ask(const HubId &hub)
{
    const QUrl endpoint = m_engine->endpoint(hub);
    if (m_dialog && m_dialog->endpoint() != endpoint)
        delete m_dialog;
    if (!m_dialog)
        m_dialog = new LoginDialog(m_engine, m_accounts, endpoint, m_window);
    m_dialog->open();
    m_dialog->raise();
}

void SignIn::change(const HubId &hub, const QWidget *button)
{
    const auto current = asker(hub).account();
    const bool isOnlyOne = std::ranges::all_of(
        accountsAt(hub), [&](const Account &account) { return current && current->isSame(account); });
    if (isOnlyOne)
        return ask(hub);
    auto *menu = new QMenu(m_window);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fill(menu, hub);
    menu->popup(button->mapToGlobal(QPoint(0, button->height())));
}

void SignIn::fill(QMenu *menu, const HubId &hub)
{
    menu->clear();
    addAccounts(menu, hub);
    connect(menu->addAction(look::lineIcon(u"plus"_s), tr("Sign in with another account…")), &QAction::triggered, this,
            [this, hub] { ask(hub); });
    if (const auto account = asker(hub).account())
        connect(menu->addAction(look::lineIcon(u"close"_s), tr("Sign out %1").arg(core::visible(account->name()))),
                &QAction::triggered, this, [this, hub] { signOut(hub); });
}

void SignIn::addAccounts(QMenu *menu, const HubId &hub)
{
    const Asker now = asker(hub);
    auto *group = new QActionGroup(menu);
    for (const Account &account : accountsAt(hub)) {
        QAction *action = group->addAction(
            menu->addAction(u"%1 · %2"_s.arg(core::visible(account.name()), gui::tokenText(account.identity))));
        action->setCheckable(true);
        action->setChecked(now.account() && now.account()->isSame(account));
        connect(action, &QAction::triggered, this, [this, hub, endpoint = now.endpoint(), name = account.name()] {
            if (hub.account.isEmpty())
                m_accounts->choose(endpoint, name);
            else
                Q_EMIT picked({hub.endpoint, name});
        });
    }
    if (now.source() == TokenStore::Source::Variable)
        menu->addAction(tr("HF_TOKEN of the environment counts"))->setEnabled(false);
    const auto trouble = m_accounts->trouble(now.endpoint(), hub.account);
    if (trouble && trouble->kind == Error::Kind::Keychain) {
        connect(menu->addAction(look::lineIcon(u"retry"_s), tr("Ask the keychain again")), &QAction::triggered, this,
                [this, hub] { whenReady(hub, [] {}); });
    }
    if (!menu->isEmpty())
        menu->addSeparator();
}

void SignIn::signOut(const HubId &hub)
{
    if (const auto account = asker(hub).account())
        m_accounts->signOut(*account, this,
                            [](const KeychainAnswer &) {});  // What went wrong is the account's trouble.
}
