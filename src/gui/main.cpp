// SPDX-License-Identifier: Apache-2.0
#include "accounts/accounts.h"
#include "accounts/tokenrefresh.h"
#include "core/translations.h"
#include "engine/engine.h"
#include "engine/process.h"
#include "gui/appearance.h"
#include "gui/background.h"
#include "gui/demohub.h"
#include "gui/desktop/singleinstance.h"
#include "gui/mainwindow.h"
#include "gui/options.h"
#include "gui/startpage.h"
#include "gui/tour.h"
#include "gui/widgets/accessibleroles.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/bannerplace.h"
#include "hub/hubclient.h"
#include "local/environment.h"
#include "local/settings.h"

#include <QApplication>
#include <QDir>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTimer>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr std::chrono::seconds kKeychainPatience{2};

/// For the demo's Hub: a cache of its own, nobody's token, and nothing of the environment.
EngineOptions demoOptions(const DemoHub &hub, const QString &folder)
{
    EngineOptions options = EngineOptions::of(QProcessEnvironment());
    options.isDemo = true;
    options.endpoint = options.defaultEndpoint = hub.endpoint();
    options.cacheRoot = options.defaultCacheRoot = folder + "/cache"_L1;
    options.journal = folder + "/transfers.sqlite"_L1;
    return options;
}

QString userFolder()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + "/hubdeck"_L1;
}

/// The user's own Hub, with a queue that the next run goes on with.
EngineOptions userOptions(const QProcessEnvironment &environment, const Settings &settings)
{
    EngineOptions options = EngineOptions::of(environment);
    options.adopt(settings, Environment::of(environment));
    options.journal = userFolder() + "/transfers.sqlite"_L1;
    return options;
}

/// The exit code where another start has the queue already; a tour wants a window of its own all the same.
std::optional<int> handOver(SingleInstance &instance, const Options &options)
{
    const auto role = options.tour.isEmpty() ? instance.begin(options.links) : SingleInstance::Role::First;
    if (role == SingleInstance::Role::First)
        return {};
    if (role == SingleInstance::Role::HandedOver)
        return 0;
    const QString why = QCoreApplication::translate("main", "Another Hubdeck is running and does not answer.");
    std::fputs(qPrintable(u"hubdeck: %1\n"_s.arg(why)), stderr);
    return 1;
}

/// A tour shows a download: on the demo's Hub each begins with nothing, and leaves what it fetched.
void emptyCache(const QString &folder)
{
    if (!QFileInfo(folder).isSymLink())
        QDir(folder).removeRecursively();
}

/// Opens what the command line names, or where one was the last time.
void begin(MainWindow &window, const Options &options)
{
    if (options.links.isEmpty())
        return window.restore();
    for (const QString &link : options.links)
        window.openLink(link);
}

/// Calls \a done once the keychain gave the token: what is private would not be found before. A keychain that waits for
/// its password is not waited for: what was refused is asked for again when it answers at last.
void whenSignedIn(Accounts &accounts, const QUrl &endpoint, std::function<void()> done)
{
    auto *patience = new QTimer(&accounts);
    patience->setSingleShot(true);
    QObject::connect(&accounts, &Accounts::loaded, patience, [patience] { patience->start(0); });
    QObject::connect(patience, &QTimer::timeout, &accounts, [patience, done = std::move(done)] {
        patience->deleteLater();
        done();
    });
    patience->start(kKeychainPatience);
    accounts.load(endpoint);
}

void beginDemo(MainWindow &window, DemoHub &hub, const Options &options)
{
    look::BannerPlace *banners = window.startPage()->banners();
    banners->show(new look::Banner(models::Tone::Neutral,
                                   QCoreApplication::translate("main", "The demo Hub is starting."), banners));
    QObject::connect(&hub, &DemoHub::failed, &window, &MainWindow::showError);
    QObject::connect(&hub, &DemoHub::ready, &window, [&window, options, banners] {
        banners->clear();
        window.startPage()->setExamples({u"demo/tiny-llama"_s, u"datasets/demo/tables"_s, u"spaces/demo/hello"_s,
                                         u"demo/many-files"_s, u"demo/gated"_s});
        for (const QString &link : options.links)
            window.openLink(link);
    });
    hub.start();
}

}  // namespace

int main(int argc, char **argv)
{
    engine::prepareProcess();
    const QProcessEnvironment environment = engine::takeEnvironment();
    const QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"hubdeck"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(HUBDECK_VERSION));
    QGuiApplication::setApplicationDisplayName(u"Hubdeck"_s);
    QGuiApplication::setDesktopFileName(u"org.hubdeck.Hubdeck"_s);
    look::installAccessibleRoles();
    const Translations translations(Translations::wanted());
    const Options options = Options::parse(QCoreApplication::arguments());

    const QString demoFolder = DemoHub::defaultFolder();
    SingleInstance instance(options.demo ? demoFolder : userFolder());
    if (const auto code = handOver(instance, options))
        return *code;
    std::unique_ptr<DemoHub> hub;
    if (options.demo)
        hub = std::make_unique<DemoHub>(demoFolder + "/hub"_L1);
    if (options.demo && !options.tour.isEmpty())
        emptyCache(demoFolder + "/cache"_L1);
    Settings settings(options.demo ? demoFolder + "/settings.ini"_L1 : QString());
    Engine engine(options.demo ? demoOptions(*hub, demoFolder) : userOptions(environment, settings));
    Keychain keychain;
    Accounts accounts(&settings, &keychain, engine.options().tokens);
    const TokenRefresh refresh(&accounts, engine.hub()->network(), engine.options().endpoint,
                               engine.options().clientId);
    Appearance appearance(&settings);
    MainWindow window(&engine, &accounts, &settings, &appearance);
    Background background(&engine, &window);
    QObject::connect(&instance, &SingleInstance::started, &window, [&](const QStringList &links) {
        background.bringToFront();
        for (const QString &link : links)
            window.openLink(link);
    });
    window.show();

    std::unique_ptr<Tour> tour;
    if (!options.tour.isEmpty()) {
        tour = std::make_unique<Tour>(&window, &appearance, options.tour);
        QObject::connect(tour.get(), &Tour::finished, qApp, &QCoreApplication::exit, Qt::QueuedConnection);
    }
    if (hub) {
        if (tour)
            QObject::connect(hub.get(), &DemoHub::ready, tour.get(), &Tour::start);
        beginDemo(window, *hub, options);
    } else {
        whenSignedIn(accounts, engine.options().endpoint, [&] {
            begin(window, options);
            if (tour)
                tour->start();
        });
    }
    return QApplication::exec();
}
