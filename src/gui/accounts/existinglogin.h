// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/hflogin.h"
#include "gui/accounts/loginpage.h"

class AccountWell;
class Engine;
class QCheckBox;
class QComboBox;

namespace look {
class IconLabel;
class Label;
}  // namespace look

/// Offers what `hf auth login` left on this computer; whether its file stays is the user's choice.
class ExistingLogin final : public LoginPage
{
    Q_OBJECT

public:
    /// \a engine outlives the page.
    ExistingLogin(Engine *engine, QUrl endpoint, QWidget *parent = nullptr);
    ~ExistingLogin() override;

    Action action() const override;
    void act() override;
    void begin() override;
    void signedIn(bool isKept) override;
    void setAllowed(bool isAllowed) override;

    bool hasLogins() const { return !m_logins.isEmpty(); }

private:
    void setUp();
    void showLogin(int index);
    void check(int index);

    Engine *m_engine;
    const QUrl m_endpoint;
    QList<HfLogin> m_logins;
    QHash<int, Account> m_found;  ///< By the index of the login: the Hub is asked once a token.
    QHash<int, QString> m_errors;
    look::Label *m_what;
    QComboBox *m_choice;
    AccountWell *m_well;
    look::IconLabel *m_note;
    QCheckBox *m_keep;
    int m_asked = -1;
    bool m_isAllowed = true;
};
