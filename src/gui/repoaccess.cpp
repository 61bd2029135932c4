// SPDX-License-Identifier: Apache-2.0
#include "gui/repoaccess.h"

#include "engine/engine.h"
#include "gui/accounts/accessdialog.h"
#include "gui/accounts/signin.h"
#include "gui/repobanners.h"
#include "gui/weblinks.h"
#include "hub/hubclient.h"

#include <QEvent>
#include <QLocale>
#include <QPushButton>
#include <QTime>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using Access = Error::Access;

namespace {

constexpr std::chrono::milliseconds kLongestPause = 5min;
constexpr std::chrono::milliseconds kLongestWait = 24h;

bool isRefusal(const Error &error)
{
    return error.kind == Error::Kind::Gated || error.kind == Error::Kind::MissingScope;
}

bool isSame(const std::optional<Error> &known, const Error &error)
{
    return known && known->kind == error.kind && known->access == error.access && known->message == error.message;
}

}  // namespace

RepoAccess::RepoAccess(Engine *engine, SignIn *signIn, RepoBanners *banners, QWidget *page)
    : QObject(page),
      m_engine(engine),
      m_signIn(signIn),
      m_banners(banners),
      m_page(page)
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, [this] {
        m_isDue = !isInFront();
        if (!m_isDue)
            look();
    });
    page->installEventFilter(this);
}

RepoAccess::~RepoAccess() = default;

void RepoAccess::begin(const HubId &hub, const RepoId &repo)
{
    m_hub = hub;
    m_signIn->follow(hub);
    m_visit = std::make_unique<QObject>();
    delete m_dialog;
    m_repo = repo;
    m_gate = RepoInfo::Gate::None;
    m_refusal.reset();
    m_hasAsked = false;
    m_hasAskedElsewhere = false;
    m_isLooking = false;
    m_isDue = false;
    m_page->window()->installEventFilter(this);
    waitAnew();
}

void RepoAccess::enter(const RepoInfo &info)
{
    const bool isNews = m_gate != info.gate;
    m_repo = info.id;
    m_gate = info.gate;
    if (!isNews)
        return;
    waitAnew();
    look();
}

QPushButton *RepoAccess::showError(const Error &error, bool blocks)
{
    if (isRefusal(error))
        m_refusal = error;
    if (error.kind == Error::Kind::Gated && error.access == Access::Pending)
        wait();
    return m_banners->showError(error, blocks, lineOf(error));
}

/// What stands below the sentence; empty where what the Hub said says more.
QString RepoAccess::lineOf(const Error &error) const
{
    if (error.kind != Error::Kind::Gated || m_gate == RepoInfo::Gate::None)
        return {};
    switch (error.access) {
    case Access::SignedOut:
        return m_signIn->asker(m_hub).isSignedIn() ? tr("The Hub does not know your token any more: sign in again.")
                                                   : tr("Sign in, then ask for access.");
    case Access::NotAsked: return QString(m_signIn->asker(m_hub).sentence() + u' ' + answeredBy()).trimmed();
    case Access::Pending:
        return tr("Hubdeck looks again by itself; it did so last at %1.")
            .arg(QLocale().toString(QTime::currentTime(), QLocale::ShortFormat));
    case Access::Rejected: break;
    }
    return m_signIn->asker(m_hub).sentence();
}

QString RepoAccess::answeredBy() const
{
    return m_gate == RepoInfo::Gate::Automatic ? tr("Requests are answered automatically, usually within a minute.")
                                               : tr("Requests are answered by its authors.");
}

void RepoAccess::follow(gui::Remedy remedy, QWidget *button)
{
    switch (remedy) {
    case gui::Remedy::SignIn: m_signIn->ask(m_hub); break;
    case gui::Remedy::ChangeAccount: m_signIn->change(m_hub, button); break;
    case gui::Remedy::OpenTokens: m_banners->openPage(gui::tokensUrl(m_engine->endpoint(m_hub))); break;
    case gui::Remedy::OpenOnHub: m_banners->openPage(gui::repoUrl(m_engine->endpoint(m_hub), {m_repo, {}, {}})); break;
    case gui::Remedy::RequestAccess: request(); break;
    case gui::Remedy::LookAgain: look(); break;
    default: break;
    }
}

void RepoAccess::look()
{
    if (!m_visit || std::exchange(m_isLooking, true))
        return;
    m_timer.stop();
    m_isDue = false;
    m_engine->hub(m_hub)->send(hub::readCheck(m_repo), m_visit.get(),
                               [this](const Result<bool> &may) { onLooked(may); });
}

void RepoAccess::onLooked(const Result<bool> &may)
{
    m_isLooking = false;
    if (!may && isRefusal(may.error()))
        return refuse(may.error());
    if (!may)
        return m_refusal ? wait() : void();  // Who does not answer now may answer later.
    if (std::exchange(m_refusal, {})) {
        m_engine->retryRefused();
        Q_EMIT letIn();
    }
}

void RepoAccess::refuse(const Error &error)
{
    Error refusal = error;
    if (m_hasAsked && error.access == Access::NotAsked) {
        refusal.access = Access::Pending;
        refusal.message = tr("Your request for access is on its way.");
    }
    if (isSame(m_refusal, refusal))
        m_banners->setLine(lineOf(refusal));
    else
        showError(refusal);
    if (refusal.access == Access::Pending)
        wait();
}

void RepoAccess::waitAnew()
{
    m_timer.stop();
    m_pause = m_firstPause.value_or(m_gate == RepoInfo::Gate::Automatic ? 5s : 30s);
    m_waited = 0ms;
}

void RepoAccess::wait()
{
    if (m_timer.isActive() || m_waited >= kLongestWait)
        return;
    m_timer.start(m_pause);
    m_waited += m_pause;
    m_pause = qMin(2 * m_pause, kLongestPause);
}

bool RepoAccess::isInFront() const
{
    return m_page->isVisible() && !m_page->window()->isMinimized();
}

bool RepoAccess::eventFilter(QObject *watched, QEvent *event)
{
    const bool mayBeSeen = event->type() == QEvent::Show || event->type() == QEvent::WindowActivate
        || event->type() == QEvent::WindowStateChange;
    const bool isBack = m_hasAskedElsewhere && event->type() == QEvent::WindowActivate;
    if (mayBeSeen && (m_isDue || isBack) && isInFront())
        look();
    return QObject::eventFilter(watched, event);
}

void RepoAccess::request()
{
    if (!m_visit || m_dialog)
        return;
    m_engine->hub(m_hub)->send(hub::gate(m_repo), m_visit.get(), [this](const Result<Gate> &gate) {
        if (!gate)
            showError(gate.error());
        else if (gate->isKnown())
            showDialog(*gate);
        else
            askInBrowser();
    });
}

void RepoAccess::showDialog(const Gate &gate)
{
    if (m_dialog)
        return;
    m_dialog = new AccessDialog(gate, m_repo, m_page->window());
    const QUrl page = gui::repoUrl(m_engine->endpoint(m_hub), {m_repo, {}, {}});
    m_dialog->setPage(page);
    connect(m_dialog, &AccessDialog::asked, this, &RepoAccess::send);
    connect(m_dialog, &AccessDialog::pageAsked, this, &RepoAccess::askInBrowser);
    m_dialog->open();
}

void RepoAccess::send(const hub::Query &answers)
{
    m_engine->hub(m_hub)->send(hub::askAccess(m_repo, answers), m_visit.get(), [this](const Result<bool> &taken) {
        if (!taken)
            return m_dialog ? m_dialog->showError(taken.error()) : void();
        if (m_dialog)
            m_dialog->accept();
        m_hasAsked = true;
        waitAnew();
        look();
    });
}

/// What the authors ask, or how, is known to the Hub's own page alone. Whoever comes back from there may be let in.
void RepoAccess::askInBrowser()
{
    if (gui::openInBrowser(gui::repoUrl(m_engine->endpoint(m_hub), {m_repo, {}, {}})))
        m_hasAskedElsewhere = true;
    else
        m_banners->setLine(
            tr("Its authors ask for something that only a page in the web can ask, and this Hub has none."));
}
