// SPDX-License-Identifier: Apache-2.0
#include "accounts/tokenrefresh.h"
#include "cli/cachecommand.h"
#include "cli/downloadcommand.h"
#include "cli/interrupts.h"
#include "cli/logincommand.h"
#include "cli/logoutcommand.h"
#include "cli/lscommand.h"
#include "cli/refscommand.h"
#include "cli/urlcommand.h"
#include "cli/whoamicommand.h"
#include "core/translations.h"
#include "engine/process.h"
#include "hub/hubclient.h"
#include "local/settings.h"

#include <QCoreApplication>
#include <QProcessEnvironment>
#include <QTimer>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds kRefreshPatience{5000};

/// The translation context of this file.
struct Cli {
    Q_DECLARE_TR_FUNCTIONS(cli)
};

using Maker = std::unique_ptr<Command> (*)(Engine *, Accounts *, Terminal *);

template<typename T>
std::unique_ptr<Command> make(Engine *engine, Accounts *accounts, Terminal *terminal)
{
    return std::make_unique<T>(engine, accounts, terminal);
}

struct Entry {
    const char *name;
    const char *help;
    Maker make;
};

constexpr Entry kCommands[] = {
    {"ls", QT_TRANSLATE_NOOP("cli", "List what a repository or a folder of it holds."), &make<LsCommand>},
    {"refs", QT_TRANSLATE_NOOP("cli", "List branches, tags and pull requests with their commits."), &make<RefsCommand>},
    {"url", QT_TRANSLATE_NOOP("cli", "Print the address of a file."), &make<UrlCommand>},
    {"download", QT_TRANSLATE_NOOP("cli", "Download a repository or files of it, each checked against its hash."),
     &make<DownloadCommand>},
    {"login", QT_TRANSLATE_NOOP("cli", "Sign in; the token is kept in the keychain."), &make<LoginCommand>},
    {"logout", QT_TRANSLATE_NOOP("cli", "Sign out, and take the token out of the keychain."), &make<LogoutCommand>},
    {"whoami", QT_TRANSLATE_NOOP("cli", "Print who is signed in, and where the token comes from."),
     &make<WhoamiCommand>},
    {"cache", QT_TRANSLATE_NOOP("cli", "List what the cache holds, or delete from it."), &make<CacheCommand>},
};

void printHelp(Terminal &terminal)
{
    terminal.line(Cli::tr("Usage: hubdeck-cli COMMAND …   (hubdeck-cli COMMAND --help tells more)"));
    terminal.line({});
    for (const Entry &entry : kCommands)
        terminal.line(u"  %1 %2"_s.arg(QString::fromLatin1(entry.name).leftJustified(10), Cli::tr(entry.help)));
}

/// Calls \a done once the keychain gave the token, and the Hub another one for it where that was about to end. A Hub
/// that does not answer is not waited for.
void whenSignedIn(Accounts &accounts, TokenRefresh &refresh, const QUrl &endpoint, QObject *context,
                  const std::function<void()> &done)
{
    auto *patience = new QTimer(context);
    patience->setSingleShot(true);
    QObject::connect(&accounts, &Accounts::loaded, patience,
                     [&refresh, patience] { patience->start(refresh.isBusy() ? kRefreshPatience : 0ms); });
    QObject::connect(&refresh, &TokenRefresh::ended, patience, [patience] { patience->start(0); });
    QObject::connect(patience, &QTimer::timeout, context, [&accounts, patience, done] {
        patience->disconnect();
        QObject::disconnect(&accounts, nullptr, patience, nullptr);
        patience->deleteLater();
        done();
    });
    accounts.load(endpoint);
}

int run(const Entry &entry, const QStringList &words, const QProcessEnvironment &environment, Terminal &terminal)
{
    std::unique_ptr<Command> command;
    const Interrupts interrupts([&command] { command->interrupt(); });  // Before the engine's threads: they inherit it.
    Settings settings;
    Keychain keychain;
    EngineOptions options = EngineOptions::of(environment);
    if (options.clientId.isEmpty())
        options.clientId = settings.clientId();
    Accounts accounts(&settings, &keychain, options.tokens);
    Engine engine(options);
    TokenRefresh refresh(&accounts, engine.hub()->network(), options.endpoint,
                         options.isOffline ? QString() : options.clientId);
    command = entry.make(&engine, &accounts, &terminal);
    QCommandLineParser parser;
    parser.setApplicationDescription(Cli::tr(entry.help));
    const QCommandLineOption help = parser.addHelpOption();
    command->describe(parser);
    const QString called = u"hubdeck-cli "_s + QString::fromLatin1(entry.name);
    if (!parser.parse(QStringList{called} + words)) {
        terminal.error({Error::Kind::Refused, parser.errorText(), {}});
        return cli::WrongUse;
    }
    if (parser.isSet(help)) {
        // Qt names the file that was started, and knows nothing of commands.
        const QString text = parser.helpText().replace(QCoreApplication::arguments().constFirst(), called);
        for (const QString &line : text.trimmed().split(u'\n'))
            terminal.line(line);
        return cli::Done;
    }
    if (const QString wrong = command->take(parser); !wrong.isEmpty()) {
        terminal.error({Error::Kind::Refused, wrong, {}});
        return cli::WrongUse;
    }
    // Queued: a command may be over before the event loop runs.
    QObject::connect(command.get(), &Command::finished, qApp, &QCoreApplication::exit, Qt::QueuedConnection);
    whenSignedIn(accounts, refresh, options.endpoint, command.get(), [&] {
        if (const auto trouble = accounts.trouble(options.endpoint))
            terminal.note(trouble->message);
        command->start();
    });
    const int code = QCoreApplication::exec();
    terminal.clearProgress();
    command.reset();  // It uses the engine, which goes first.
    return code;
}

}  // namespace

int main(int argc, char **argv)
{
    engine::prepareProcess();
    const QProcessEnvironment environment = engine::takeEnvironment();
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"hubdeck-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HUBDECK_VERSION));
    const Translations translations(Translations::wanted());
    Terminal terminal;
    QStringList words = QCoreApplication::arguments().sliced(1);
    if (words.isEmpty() || words.constFirst() == "--help"_L1 || words.constFirst() == "-h"_L1) {
        printHelp(terminal);
        return words.isEmpty() ? cli::WrongUse : cli::Done;
    }
    if (words.constFirst() == "--version"_L1) {
        terminal.line(u"hubdeck-cli "_s + QCoreApplication::applicationVersion());
        return cli::Done;
    }
    const QString name = words.takeFirst();
    for (const Entry &entry : kCommands) {
        if (name == QLatin1String(entry.name))
            return run(entry, words, environment, terminal);
    }
    terminal.error({Error::Kind::Refused, Cli::tr("There is no command \"%1\".").arg(name), {}});
    printHelp(terminal);
    return cli::WrongUse;
}
