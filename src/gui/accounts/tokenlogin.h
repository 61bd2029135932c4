// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "gui/accounts/loginpage.h"

#include <QPointer>

class AccountWell;
class Engine;
class QLineEdit;
class TokenCheck;

namespace look {
class Button;
class IconLabel;
}  // namespace look

/// Signs in with a token that was pasted: the Hub is asked once whose it is, and the answer is shown first.
class TokenLogin final : public LoginPage
{
    Q_OBJECT

public:
    /// \a engine outlives the page.
    TokenLogin(Engine *engine, QUrl endpoint, QWidget *parent = nullptr);
    ~TokenLogin() override;

    Action action() const override;
    void act() override;
    void begin() override;
    void signedIn(bool isKept) override;
    void setAllowed(bool isAllowed) override;

private:
    void onEdited(const QString &text);
    void check();
    void onChecked();

    Engine *m_engine;
    const QUrl m_endpoint;
    QLineEdit *m_edit;
    look::IconLabel *m_note;
    AccountWell *m_well;
    look::Button *m_create;
    QPointer<TokenCheck> m_check;
    std::optional<Account> m_found;
    QByteArray m_token;  ///< Of m_found.
    QString m_before;    ///< What the field had before the last change.
    bool m_isAllowed = true;
};
