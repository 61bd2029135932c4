// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "accounts/accounts.h"

#include <QDialog>

#include <array>
#include <memory>

class Engine;
class LoginPage;

namespace Ui {
class LoginDialog;
}

/// Signs somebody in at a Hub, in one of three ways, and keeps the token in the keychain; where there is no
/// keychain it says so, and offers to use it for this run alone.
class LoginDialog final : public QDialog
{
    Q_OBJECT

public:
    /// Both outlive the dialog.
    LoginDialog(Engine *engine, Accounts *accounts, const QUrl &endpoint, QWidget *parent = nullptr);
    ~LoginDialog() override;

    const QUrl &endpoint() const { return m_endpoint; }  ///< Of the Hub that is signed in to.

protected:
    bool event(QEvent *event) override;

private:
    void setUpTabs();
    void setUpFoot();
    void askPermission();
    LoginPage *page() const;
    void showPage();
    void showAction();
    void forgetTrouble();
    void keep(Accounts::Keep keep);
    void onKept(const KeychainAnswer &answer, Accounts::Keep keep);
    void onSettled(const std::optional<Error> &error);

    std::unique_ptr<Ui::LoginDialog> m_ui;
    Accounts *m_accounts;
    const QUrl m_endpoint;
    std::array<LoginPage *, 3> m_pages;
    bool m_isKeeping = false;
    LoginPage *m_finder = nullptr;  ///< Who found m_account; another page may be in front by now.
    Account m_account;
    Secret m_secret;
};
