// SPDX-License-Identifier: Apache-2.0
#include "gui/accounts/logindialog.h"

#include "engine/engine.h"
#include "gui/accounts/browserlogin.h"
#include "gui/accounts/existinglogin.h"
#include "gui/accounts/tokenlogin.h"
#include "gui/theme/metrics.h"
#include "ui_logindialog.h"

#include <QEvent>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kWidth = 500 - 2 * look::kHuge;

/// Whether people expect their tokens to be sent there: the Hub itself, and this computer.
bool isExpected(const QUrl &endpoint)
{
    return hub::isTheHub(endpoint) || hub::isLoopback(endpoint);
}

}  // namespace

LoginDialog::LoginDialog(Engine *engine, Accounts *accounts, const QUrl &endpoint, QWidget *parent)
    : QDialog(parent),
      m_ui(std::make_unique<Ui::LoginDialog>()),
      m_accounts(accounts),
      m_endpoint(endpoint)
{
    m_ui->setupUi(this);
    setAttribute(Qt::WA_DeleteOnClose);
    setAutoFillBackground(true);
    setBackgroundRole(QPalette::Base);
    m_ui->why->setMinimumWidth(look::widthFor(kWidth, fontMetrics()));  // Not the dialog's: it grows with its pages.
    m_ui->host->setText(endpoint.host());
    m_ui->host->setAccessibleDescription(tr("The Hub that is signed in to"));
    auto *existing = new ExistingLogin(engine, endpoint, m_ui->views);
    m_pages
        = {new BrowserLogin(engine, endpoint, m_ui->views), new TokenLogin(engine, endpoint, m_ui->views), existing};
    for (LoginPage *page : m_pages) {
        m_ui->views->addWidget(page);
        connect(page, &LoginPage::changed, this, &LoginDialog::forgetTrouble);
        connect(page, &LoginPage::changed, this, &LoginDialog::showAction);
        connect(page, &LoginPage::settled, this, &LoginDialog::onSettled);
        connect(page, &LoginPage::found, this, [this, page](const Account &account, const Secret &secret) {
            if (m_isKeeping)
                return;  // Somebody is being signed in already.
            m_finder = page;
            m_account = account;
            m_secret = secret;
            keep(Accounts::Keep::InKeychain);
        });
    }
    setUpTabs();
    setUpFoot();
    askPermission();
    m_ui->tabs->setCurrentIndex(existing->hasLogins() ? 2 : engine->options().clientIdAt(endpoint).isEmpty() ? 1 : 0);
    showPage();
}

LoginDialog::~LoginDialog() = default;

void LoginDialog::setUpTabs()
{
    m_ui->tabs->setDrawBase(false);
    m_ui->tabs->setExpanding(false);
    m_ui->tabs->setAccessibleName(tr("Ways to sign in"));
    m_ui->tabs->addTab(tr("With the browser"));
    m_ui->tabs->addTab(tr("With a token"));
    m_ui->tabs->addTab(tr("Existing login"));
    connect(m_ui->tabs, &QTabBar::currentChanged, this, &LoginDialog::showPage);
}

void LoginDialog::setUpFoot()
{
    m_ui->trouble->hide();
    m_ui->thisRun->hide();
    connect(m_ui->cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_ui->act, &QPushButton::clicked, this, [this] { page()->act(); });
    connect(m_ui->thisRun, &QPushButton::clicked, this, [this] { keep(Accounts::Keep::ThisRun); });
}

/// A token is asked about only where it may be sent: to another Hub's address once somebody said so, by its name.
void LoginDialog::askPermission()
{
    const bool isAsked = !isExpected(m_endpoint) && m_accounts->at(m_endpoint).isEmpty();
    m_ui->allow->setText(tr("Send a token to %1, which is not huggingface.co").arg(m_endpoint.host()));
    m_ui->allow->setVisible(isAsked);
    for (LoginPage *page : m_pages)
        page->setAllowed(!isAsked);
    connect(m_ui->allow, &QCheckBox::toggled, this, [this](bool isAllowed) {
        for (LoginPage *page : m_pages)
            page->setAllowed(isAllowed);
    });
}

/// As high as its pages need: they show more as they find it.
bool LoginDialog::event(QEvent *event)
{
    const bool isNews = event->type() == QEvent::LayoutRequest;
    const bool isTaken = QDialog::event(event);
    if (isNews)
        resize(width(), qMax(layout()->totalMinimumSize().height(), layout()->totalHeightForWidth(width())));
    return isTaken;
}

LoginPage *LoginDialog::page() const
{
    return m_pages[size_t(m_ui->tabs->currentIndex())];
}

void LoginDialog::showPage()
{
    m_ui->views->setCurrentWidget(page());
    page()->begin();
    forgetTrouble();
    showAction();
}

void LoginDialog::showAction()
{
    const LoginPage::Action action = page()->action();
    m_ui->act->setText(action.text);
    m_ui->act->setIconName(action.icon);
    m_ui->act->setEnabled(action.isEnabled && !m_isKeeping);
    m_ui->tabs->setEnabled(!m_isKeeping);
    m_ui->views->setEnabled(!m_isKeeping);
}

/// Of a keychain that did not take somebody: the pages are about somebody else by now.
void LoginDialog::forgetTrouble()
{
    if (m_isKeeping)
        return;
    m_ui->trouble->hide();
    m_ui->thisRun->hide();
}

void LoginDialog::keep(Accounts::Keep keep)
{
    m_isKeeping = true;
    m_ui->thisRun->hide();
    m_ui->trouble->tell(u"clock"_s, models::Tone::Neutral, tr("Waiting for the keychain"));
    showAction();
    m_accounts->signIn(m_account, m_secret, keep, this,
                       [this, keep](const KeychainAnswer &answer) { onKept(answer, keep); });
}

void LoginDialog::onKept(const KeychainAnswer &answer, Accounts::Keep keep)
{
    const auto error = answer.error();
    if (!error)
        return m_finder->signedIn(keep == Accounts::Keep::InKeychain);
    m_isKeeping = false;
    showAction();
    m_ui->trouble->tell(u"damaged"_s, models::Tone::Danger, error->message);
    m_ui->thisRun->show();
    m_ui->thisRun->setFocus();
}

/// Signed in by now. What could not be done besides is said before the dialog goes.
void LoginDialog::onSettled(const std::optional<Error> &error)
{
    if (!error)
        return accept();
    m_ui->trouble->tell(u"warning"_s, models::Tone::Danger,
                        tr("You are signed in, but the file of hf is as it was. %1").arg(error->message));
    m_ui->act->hide();
    m_ui->cancel->setText(tr("Close"));
    m_ui->cancel->setFocus();
}
