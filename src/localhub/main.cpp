// SPDX-License-Identifier: Apache-2.0
#include "localhub/options.h"
#include "localhub/seed/seeddemo.h"
#include "localhub/store/folderimport.h"

#include <QCoreApplication>
#include <QTextStream>

#include <poll.h>
#include <pthread.h>
#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>

using namespace Qt::Literals::StringLiterals;
using namespace localhub;

namespace {

int failed(const Error &error)
{
    QTextStream(stderr) << "hubdeck-localhub: " << error.message
                        << (error.detail.isEmpty() ? QString() : " ("_L1 + error.detail + ")"_L1) << Qt::endl;
    return 1;
}

sigset_t endingSignals()
{
    sigset_t signals;
    sigemptyset(&signals);
    sigaddset(&signals, SIGTERM);
    sigaddset(&signals, SIGINT);
    return signals;
}

/// Sleeps until SIGTERM or SIGINT comes, or where that is wished the standard input ends.
void waitForTheEnd(bool watchStdin)
{
    const sigset_t signals = endingSignals();
    pollfd ends[] = {{signalfd(-1, &signals, SFD_CLOEXEC), POLLIN, 0}, {STDIN_FILENO, POLLIN, 0}};
    for (;;) {
        if (::poll(ends, watchStdin ? 2 : 1, -1) < 0)
            continue;
        if (ends[0].revents)
            return;
        char ignored[256];
        if (ends[1].revents && ::read(STDIN_FILENO, ignored, sizeof ignored) <= 0)
            return;
    }
}

std::optional<Error> fill(Store &store, const Options &options)
{
    if (options.seed == "demo"_L1) {
        if (auto error = seedDemo(store))
            return error;
    }
    for (const Options::Folder &folder : options.folders) {
        if (auto error = importFolder(store, folder.name, folder.path))
            return error;
    }
    return {};
}

}  // namespace

int main(int argc, char *argv[])
{
    // Before any thread is made, so that none of them is interrupted.
    const sigset_t signals = endingSignals();
    pthread_sigmask(SIG_BLOCK, &signals, nullptr);
    std::signal(SIGPIPE, SIG_IGN);

    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"hubdeck-localhub"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HUBDECK_VERSION));
    const Result<Options> options = parsedOptions(QCoreApplication::arguments());
    if (!options)
        return failed(options.error()) + 1;
    const auto store = Store::open(options->directory);
    if (!store)
        return failed(store.error());
    if (const auto error = fill(**store, *options))
        return failed(*error);
    const auto server = Server::start(*store, options->server);
    if (!server)
        return failed(server.error());
    QTextStream(stdout) << "serving " << (*server)->url() << Qt::endl;
    waitForTheEnd(options->endsWithStdin);
    return 0;
}
