// SPDX-License-Identifier: Apache-2.0
#include "accounts/secretservice.h"

#include <QDBusConnection>
#include <QDBusError>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

using namespace Qt::Literals::StringLiterals;

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
using secretservice::State;
using Done = std::function<void(State)>;

/// What is not running is not started for it.
static void ask(QDBusMessage call, QObject *context, std::function<void(const QDBusPendingCall &)> done)
{
    constexpr int patience = 5000;
    call.setAutoStartService(false);
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, patience), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(*watcher);
    });
}

static State stateOf(const QDBusPendingReply<QDBusVariant> &reply)
{
    if (!reply.isError())
        return reply.value().variant().toBool() ? State::Locked : State::Unlocked;
    const QDBusError::ErrorType error = reply.error().type();
    const bool isSilent = error == QDBusError::NoReply || error == QDBusError::Timeout || error == QDBusError::TimedOut;
    return isSilent ? State::Silent : State::Absent;
}

static void askSecretService(QObject *context, Done done)
{
    auto call
        = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets/aliases/default"_s,
                                         u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    call << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    ask(call, context, [done = std::move(done)](const QDBusPendingCall &reply) { done(stateOf(reply)); });
}

static QDBusMessage walletCall(const QString &version, const QString &method)
{
    return QDBusMessage::createMethodCall(u"org.kde.kwalletd"_s + version, u"/modules/kwalletd"_s + version,
                                          u"org.kde.KWallet"_s, method);
}

/// On Plasma QtKeychain prefers KWallet, if that answers quickly. Then \a application is among those that have it open,
/// and a Secret Service, which may be there besides and be locked, has no say.
static void askWalletsFirst(QStringList versions, const QString &application, QObject *context, Done done)
{
    if (versions.isEmpty())
        return askSecretService(context, std::move(done));
    const QString version = versions.takeFirst();
    ask(walletCall(version, u"networkWallet"_s), context, [=](const QDBusPendingReply<QString> &wallet) {
        if (wallet.isError())
            return askWalletsFirst(versions, application, context, done);
        ask(walletCall(version, u"users"_s) << wallet.value(), context,
            [=](const QDBusPendingReply<QStringList> &users) {
                if (!users.isError() && users.value().contains(application))
                    return done(State::NotAsked);
                askWalletsFirst(versions, application, context, done);
            });
    });
}

void secretservice::askState(const QString &application, QObject *context, Done done)
{
    if (QDBusConnection::sessionBus().isConnected())
        return askWalletsFirst({u"6"_s, u"5"_s}, application, context, std::move(done));
    // A call would never end.
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done(State::Absent); }, Qt::QueuedConnection);
}
#else
void secretservice::askState(const QString &, QObject *context, std::function<void(State)> done)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done(State::NotAsked); }, Qt::QueuedConnection);
}
#endif
