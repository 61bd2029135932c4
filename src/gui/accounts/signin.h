// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QObject>
#include <QPointer>

class Accounts;
class Engine;
class LoginDialog;
class QMenu;
class QWidget;

/// Signing in and out, and changing accounts, as the window offers it. What was refused is tried again by itself
/// whenever somebody else asks.
class SignIn final : public QObject
{
    Q_OBJECT

public:
    /// All outlive it.
    SignIn(Engine *engine, Accounts *accounts, QWidget *window);

    void ask();              ///< Shows the dialog, once.
    void fill(QMenu *menu);  ///< With who there is, and what can be done about it, as of now.
    /// Shows that menu below \a button; where nobody else ever signed in, the dialog.
    void change(const QWidget *button);

    QString text() const;     ///< Who asks, and whom: "alice at huggingface.co".
    QString who() const;      ///< The same as a sentence; empty for nobody.
    QString tip() const;      ///< Where the token comes from, and what is wrong with it.
    bool isSignedIn() const;  ///< Requests have a token.
    bool hasTrouble() const;

Q_SIGNALS:
    void changed();       ///< What text() and the others say.
    void askerChanged();  ///< From now on somebody else asks the Hub: what it showed may not be all, or not be theirs.

private:
    void addAccounts(QMenu *menu);
    QString asker() const;
    void onChanged();
    void signOut();

    Engine *m_engine;
    Accounts *m_accounts;
    QWidget *m_window;
    QPointer<LoginDialog> m_dialog;
    QString m_asker;
};
