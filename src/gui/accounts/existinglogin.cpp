// SPDX-License-Identifier: Apache-2.0
#include "gui/accounts/existinglogin.h"

#include "accounts/tokencheck.h"
#include "core/plaintext.h"
#include "engine/engine.h"
#include "gui/accounts/accountwell.h"
#include "gui/theme/metrics.h"
#include "gui/widgets/iconlabel.h"
#include "gui/widgets/label.h"
#include "hub/hubclient.h"

#include <QCheckBox>
#include <QComboBox>
#include <QFutureWatcher>
#include <QVBoxLayout>
#include <QtConcurrent/QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace {

/// Those that may be for the Hub that is asked: hf does not write down which one it signed in to.
QList<HfLogin> loginsFor(const QUrl &endpoint, const EngineOptions &options)
{
    const bool isTheirs = !options.isDemo && hub::isSameOrigin(endpoint, options.environment.endpoint);
    return isTheirs ? hfLogins(options.environment) : QList<HfLogin>();
}

}  // namespace

ExistingLogin::ExistingLogin(Engine *engine, QUrl endpoint, QWidget *parent)
    : LoginPage(parent),
      m_engine(engine),
      m_endpoint(std::move(endpoint)),
      m_logins(loginsFor(m_endpoint, engine->options())),
      m_what(new look::Label({}, look::Type::Body, this)),
      m_choice(new QComboBox(this)),
      m_well(new AccountWell(this)),
      m_note(new look::IconLabel(this)),
      m_keep(new QCheckBox(tr("Keep the file, so that hf and Python go on working"), this))
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(look::kSmall, 0, look::kSmall, 0);
    column->setSpacing(look::kMedium);
    for (QWidget *widget : QList<QWidget *>{m_what->wrapped(), m_choice, m_well, m_note, m_keep})
        column->addWidget(widget);
    column->addStretch();
    m_choice->setAccessibleName(tr("Logins of hf"));
    m_keep->setChecked(true);
    m_well->setState(u"warning"_s, models::Tone::Warning);
    m_well->hide();
    m_note->setWordWrap(true);
    m_note->hide();
    setUp();
    connect(m_choice, &QComboBox::currentIndexChanged, this, &ExistingLogin::showLogin);
}

ExistingLogin::~ExistingLogin() = default;

void ExistingLogin::setUp()
{
    for (const HfLogin &login : std::as_const(m_logins))
        m_choice->addItem(login.name.isEmpty() ? tr("A login without a name") : core::visible(login.name));
    m_choice->setVisible(m_logins.size() > 1);
    m_keep->setVisible(hasLogins());
    m_what->setText(hasLogins() ? tr("hf has signed in on this computer before:")
                                : tr("hf has not signed in on this computer."));
}

LoginPage::Action ExistingLogin::action() const
{
    const QString text = m_keep->isChecked() || !hasLogins() ? tr("Take over") : tr("Move to keychain");
    return {text, u"key"_s, m_isAllowed && m_found.contains(m_choice->currentIndex())};
}

void ExistingLogin::begin()
{
    connect(m_keep, &QCheckBox::toggled, this, &LoginPage::changed, Qt::UniqueConnection);
    if (hasLogins() && m_isAllowed)
        showLogin(qMax(0, m_choice->currentIndex()));
}

void ExistingLogin::setAllowed(bool isAllowed)
{
    m_isAllowed = isAllowed;
    if (isVisible())
        begin();
    Q_EMIT changed();
}

void ExistingLogin::showLogin(int index)
{
    const auto found = m_found.constFind(index);
    m_well->setVisible(found != m_found.cend());
    m_note->hide();
    if (found != m_found.cend()) {
        m_well->setIdentity(found->identity);
        m_well->setNote(tr("Kept unencrypted in a file of hf"));
    } else if (m_errors.contains(index)) {
        m_note->tell(u"damaged"_s, models::Tone::Danger, m_errors.value(index));
    } else if (m_isAllowed && m_asked != index) {
        check(index);
    }
    Q_EMIT changed();
}

void ExistingLogin::check(int index)
{
    m_asked = index;
    m_note->tell(u"clock"_s, models::Tone::Neutral, tr("Asking %1 whose it is").arg(m_endpoint.host()));
    auto *check = new TokenCheck(m_engine->hub()->network(), m_endpoint, m_logins[index].token, this);
    connect(check, &Job::finished, this, [this, check, index] {
        check->deleteLater();
        const auto way = m_logins[index].refreshToken.isEmpty() ? Account::Way::Token : Account::Way::Browser;
        if (check->error())
            m_errors[index] = check->error()->message;
        else
            m_found[index] = {m_endpoint, check->identity(), way};
        showLogin(qMax(0, m_choice->currentIndex()));
    });
    check->start();
}

void ExistingLogin::act()
{
    const int index = qMax(0, m_choice->currentIndex());
    const HfLogin &login = m_logins[index];
    if (m_found.contains(index))
        Q_EMIT found(m_found[index], {login.token, login.refreshToken, login.expires});
}

/// What the keychain does not have stays with `hf`: else the next run would have it no more.
void ExistingLogin::signedIn(bool isKept)
{
    if (m_keep->isChecked() || !isKept)
        return LoginPage::signedIn(isKept);
    auto *watcher = new QFutureWatcher<std::optional<Error>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher] {
        watcher->deleteLater();
        Q_EMIT settled(watcher->result());
    });
    const QByteArray token = m_logins[qMax(0, m_choice->currentIndex())].token;
    watcher->setFuture(QtConcurrent::run(m_engine->pool(), &forgetHfLogin, m_engine->options().environment, token));
}
