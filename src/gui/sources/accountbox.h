// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QComboBox>
#include <QStringList>
#include <QUrl>

class Engine;
class SignIn;

/// As whom a Hub is asked: whoever is signed in, one of the accounts that are known there, or one that signs in now.
class AccountBox final : public QComboBox
{
    Q_OBJECT

public:
    explicit AccountBox(QWidget *parent = nullptr);

    void setSignIn(const Engine *engine, SignIn *signIn);  ///< Both outlive it.
    /// Not valid: nobody can be known there. The account stays, whether or not it is.
    void setEndpoint(const QUrl &endpoint);
    void setAccount(const QString &account);
    QString account() const { return currentData().toString(); }  ///< Empty: whoever is signed in.
    bool isKnown() const;                                         ///< It is signed in there, if one is named.
    void signIn(bool takesNext);  ///< Shows the dialog; \a takesNext: who is new there then is chosen.

Q_SIGNALS:
    void accountChanged();
    void accountsChanged();  ///< Who is known there may have changed, or what is known of them.

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;

private:
    void fill(const QString &account);
    void onActivated(int index);
    void onChanged();

    const Engine *m_engine = nullptr;
    SignIn *m_signIn = nullptr;
    QUrl m_endpoint;
    QStringList m_known;
    QString m_before;  // The account, to go back to it.
    bool m_takesNext = false;
    bool m_isStepping = false;  // From entry to entry, by a key or the wheel.
};
