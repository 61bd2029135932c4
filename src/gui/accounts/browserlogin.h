// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/accounts/loginpage.h"

#include <QPointer>
#include <QTimer>

class DeviceSignIn;
class Engine;
class TokenCheck;
struct Error;

namespace look {
class Button;
class IconLabel;
class Label;
class Well;
}  // namespace look

/// Signs in with a browser: shows the code that is to be entered there, and waits until somebody did.
class BrowserLogin final : public LoginPage
{
    Q_OBJECT

public:
    /// \a engine outlives the page.
    BrowserLogin(Engine *engine, QUrl endpoint, QWidget *parent = nullptr);
    ~BrowserLogin() override;

    Action action() const override;
    void act() override;
    void begin() override;
    void setAllowed(bool isAllowed) override;

private:
    void ask();
    void showCode();
    void showTimeLeft();
    void onEnded();
    void check(const Secret &secret);
    void showError(const Error &error);

    Engine *m_engine;
    const QUrl m_endpoint;
    const QString m_clientId;  // Of the Hub that Hubdeck is set to alone; empty: none.
    look::Label *m_what;
    look::Well *m_well;
    look::Label *m_code;
    look::Button *m_copy;
    look::IconLabel *m_note;
    look::Label *m_left;
    QTimer m_second;
    QPointer<DeviceSignIn> m_signIn;
    bool m_hasFailed = false;
    bool m_isAllowed = true;
};
