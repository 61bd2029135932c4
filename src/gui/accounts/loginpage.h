// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/account.h"
#include "accounts/secret.h"
#include "core/error.h"

#include <QWidget>

/// One way to sign in, as a page of the dialog: finds out who it is, and hands on what the dialog then keeps.
class LoginPage : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    /// What the dialog's first button does while this page is in front.
    struct Action {
        QString text;
        QString icon;
        bool isEnabled = true;
    };

    virtual Action action() const = 0;
    virtual void act() = 0;
    virtual void begin() {}  ///< It came to the front.
    /// What it found is used now; \a isKept: in the keychain, else for this run alone. settled() follows.
    virtual void signedIn(bool isKept)
    {
        Q_UNUSED(isKept)
        Q_EMIT settled({});
    }
    virtual void setAllowed(bool isAllowed) = 0;  ///< Whether a token may be sent to this Hub.

Q_SIGNALS:
    void changed();  ///< action()
    void found(const Account &account, const Secret &secret);
    void settled(const std::optional<Error> &error);  ///< Nothing is left to do; or what could not be done.
};
