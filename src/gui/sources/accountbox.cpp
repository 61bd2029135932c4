// SPDX-License-Identifier: Apache-2.0
#include "gui/sources/accountbox.h"

#include "core/plaintext.h"
#include "engine/engine.h"
#include "gui/accounts/signin.h"
#include "hub/url.h"

#include <QScopedValueRollback>
#include <QSignalBlocker>

static constexpr int kAsksRole = Qt::UserRole + 1;  // Of the entry that is no account, but signs in with one.

AccountBox::AccountBox(QWidget *parent) : QComboBox(parent)
{
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(20);
    connect(this, &QComboBox::activated, this, &AccountBox::onActivated);
}

void AccountBox::setSignIn(const Engine *engine, SignIn *signIn)
{
    m_engine = engine;
    m_signIn = signIn;
    connect(signIn, &SignIn::changed, this, &AccountBox::onChanged);
}

void AccountBox::setEndpoint(const QUrl &endpoint)
{
    m_endpoint = endpoint;
    fill(account());
}

void AccountBox::setAccount(const QString &account)
{
    fill(account);
    Q_EMIT accountChanged();
}

bool AccountBox::isKnown() const
{
    return account().isEmpty() || m_known.contains(account());
}

void AccountBox::fill(const QString &account)
{
    m_known.clear();
    if (m_endpoint.isValid()) {
        for (const Account &known : m_signIn->accountsAt(m_engine->idOf(m_endpoint)))
            m_known << known.name();
    }
    QStringList names = m_known;
    if (!account.isEmpty() && !names.contains(account))
        names << account;
    const QSignalBlocker blocker(this);
    clear();
    addItem(tr("Whoever is signed in"), QString());
    for (const QString &name : std::as_const(names))
        addItem(core::visible(name), name);
    if (m_endpoint.isValid() && hub::isConfidential(m_endpoint)) {
        addItem(tr("Sign in with another account…"), account);
        setItemData(count() - 1, true, kAsksRole);
    }
    setCurrentIndex(findData(account));
    m_before = account;
}

void AccountBox::onActivated(int index)
{
    if (!itemData(index, kAsksRole).toBool()) {
        if (std::exchange(m_before, account()) != account())
            Q_EMIT accountChanged();
        return;
    }
    setCurrentIndex(findData(m_before));
    if (!m_isStepping)
        signIn(true);
}

void AccountBox::signIn(bool takesNext)
{
    m_takesNext = takesNext;
    m_signIn->ask(m_engine->idOf(m_endpoint));
}

void AccountBox::onChanged()
{
    const QStringList before = m_known;
    fill(account());
    for (const QString &name : std::as_const(m_known)) {
        if (m_takesNext && !before.contains(name)) {
            m_takesNext = false;
            setAccount(name);
        }
    }
    Q_EMIT accountsChanged();
}

/// Whoever steps past the last entry does not want to sign in.
void AccountBox::keyPressEvent(QKeyEvent *event)
{
    const QScopedValueRollback stepping(m_isStepping, true);
    QComboBox::keyPressEvent(event);
}

void AccountBox::wheelEvent(QWheelEvent *event)
{
    const QScopedValueRollback stepping(m_isStepping, true);
    QComboBox::wheelEvent(event);
}
