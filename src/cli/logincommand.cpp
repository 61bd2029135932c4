// SPDX-License-Identifier: Apache-2.0
#include "cli/logincommand.h"

#include "accounts/devicesignin.h"
#include "accounts/tokencheck.h"
#include "accounts/tokenstore.h"
#include "hub/hubclient.h"

#include <termios.h>
#include <unistd.h>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kLongestToken = 8 << 10;

/// Whether the terminal shows what is typed.
void setEcho(bool isOn)
{
    termios state = {};
    if (::tcgetattr(STDIN_FILENO, &state) != 0)
        return;
    state.c_lflag = isOn ? state.c_lflag | ECHO : state.c_lflag & ~tcflag_t(ECHO);
    ::tcsetattr(STDIN_FILENO, TCSANOW, &state);
}

}  // namespace

LoginCommand::~LoginCommand()
{
    hideTyping(false);  // Ctrl+C leaves the terminal as it was.
}

void LoginCommand::hideTyping(bool isHidden)
{
    if (std::exchange(m_isHidden, isHidden) != isHidden)
        setEcho(!isHidden);
}

void LoginCommand::describe(QCommandLineParser &parser) const
{
    parser.addOption({u"token-stdin"_s, tr("Read an access token from standard input.")});
}

QString LoginCommand::take(const QCommandLineParser &parser)
{
    m_stdin.setEnabled(false);
    m_isFromStdin = parser.isSet(u"token-stdin"_s);
    if (!parser.positionalArguments()
             .isEmpty())  // One might be a token, which everybody sees in the list of processes.
        return tr("A token is never taken from the command line: give it by --token-stdin.");
    if (!m_isFromStdin && engine()->options().clientId.isEmpty())
        return tr("No client id is set, so a browser cannot sign this program in: give a token by --token-stdin.");
    return {};
}

void LoginCommand::start()
{
    if (m_isFromStdin)
        readToken();
    else
        askBrowser();
}

void LoginCommand::readToken()
{
    if (::isatty(STDIN_FILENO)) {
        terminal()->note(tr("Paste the token and press Enter; it is not shown."));
        hideTyping(true);
    }
    connect(&m_stdin, &QSocketNotifier::activated, this, &LoginCommand::takeBytes);
    m_stdin.setEnabled(true);
}

void LoginCommand::takeBytes()
{
    char bytes[1024];
    const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (count > 0)
        m_typed.append(bytes, count);
    const bool isWhole = count <= 0 || m_typed.contains('\n') || m_typed.size() > kLongestToken;
    if (!isWhole)
        return;
    m_stdin.setEnabled(false);
    hideTyping(false);
    check({TokenCheck::cleaned(QString::fromUtf8(m_typed.left(m_typed.indexOf('\n'))))}, Account::Way::Token);
}

void LoginCommand::askBrowser()
{
    const EngineOptions &options = engine()->options();
    auto *job = new DeviceSignIn(engine()->hub()->network(), options.endpoint, options.clientId, this);
    connect(job, &DeviceSignIn::codeReceived, this, [this, job] {
        const QString page = job->code().page.toString(QUrl::RemoveUserInfo);
        terminal()->note(tr("Open %1 in a browser and enter the code %2.").arg(page, job->code().code));
    });
    connect(job, &Job::finished, this, [this, job] {
        job->deleteLater();
        if (job->error())
            fail(*job->error());
        else
            check(job->secret(), Account::Way::Browser);
    });
    job->start();
}

void LoginCommand::check(const Secret &secret, Account::Way way)
{
    const QUrl &endpoint = engine()->options().endpoint;
    auto *job = new TokenCheck(engine()->hub()->network(), endpoint, secret.token, this);
    connect(job, &Job::finished, this, [this, job, secret, way, endpoint] {
        job->deleteLater();
        if (job->error())
            return fail(*job->error());
        keep({endpoint, job->identity(), way}, secret);
    });
    job->start();
}

void LoginCommand::keep(const Account &account, const Secret &secret)
{
    accounts()->signIn(
        account, secret, Accounts::Keep::InKeychain, this, [this, account](const KeychainAnswer &answer) {
            if (const auto error = answer.error()) {
                terminal()->note(
                    tr("Without a keychain the token can be given in HF_TOKEN, for as long as that is set."));
                return fail(*error);
            }
            terminal()->line(tr("Signed in as %1 at %2.").arg(account.name(), account.endpoint.host()));
            if (accounts()->tokens().source(account.endpoint) == TokenStore::Source::Variable)
                terminal()->note(tr("HF_TOKEN is set in the environment: its token is used all the same."));
            Q_EMIT finished(cli::Done);
        });
}
