// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/hubid.h"
#include "gui/accounts/asker.h"

#include <QObject>
#include <QPointer>

#include <functional>

class Accounts;
class Engine;
class LoginDialog;
class QMenu;
class QWidget;

/// Signing in and out, and changing accounts, as the window offers it, at the Hub that Hubdeck is set to and at those
/// of saved sources. What was refused is tried again by itself whenever somebody else asks.
class SignIn final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    SignIn(Engine *engine, Accounts *accounts, QWidget *window);

    Asker asker(const HubId &hub = {}) const;
    QList<Account> accountsAt(const HubId &hub) const;
    void ask(const HubId &hub = {});  ///< Shows the dialog, once.
    /// With who there is at \a hub, and what can be done about it, as of now.
    void fill(QMenu *menu, const HubId &hub = {});
    /// Shows that menu below \a button; where nobody else ever signed in, the dialog.
    void change(const HubId &hub, const QWidget *button);
    /// Calls \a done once the keychain gave the token that \a hub is asked with, where there is one: what is private
    /// would not be found before. A keychain that waits for its password is not waited for: what was refused is asked
    /// for again when it answers at last.
    void whenReady(const HubId &hub, std::function<void()> done);
    void follow(const HubId &hub);  ///< What is in front comes from there, beside the Hub that Hubdeck is set to.

Q_SIGNALS:
    void changed();       ///< What an Asker says.
    void askerChanged();  ///< From now on somebody else asks: what a Hub showed may not be all, or not be theirs.
    void picked(const HubId &hub);  ///< Somebody else is to ask for what is in front, as its account was named.

private:
    void addAccounts(QMenu *menu, const HubId &hub);
    QString askers() const;
    void onChanged();
    void signOut(const HubId &hub);

    Engine *m_engine;
    Accounts *m_accounts;
    QWidget *m_window;
    QPointer<LoginDialog> m_dialog;
    HubId m_followed;
    QString m_askers;
};
