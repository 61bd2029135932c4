// SPDX-License-Identifier: Apache-2.0
#include "accounts/secretservice.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>

using namespace Qt::Literals::StringLiterals;

#if defined(Q_OS_UNIX) && !defined(Q_OS_DARWIN)
static secretservice::State stateOf(const QDBusPendingReply<QDBusVariant> &reply)
{
    using enum secretservice::State;
    if (!reply.isError())
        return reply.value().variant().toBool() ? Locked : Unlocked;
    const QDBusError::ErrorType error = reply.error().type();
    const bool isSilent = error == QDBusError::NoReply || error == QDBusError::Timeout || error == QDBusError::TimedOut;
    return isSilent ? Silent : Absent;
}

void secretservice::askState(QObject *context, std::function<void(State)> done)
{
    constexpr int patience = 5000;
    const auto bus = QDBusConnection::sessionBus();
    if (!bus.isConnected()) {  // Then a call never ends.
        QMetaObject::invokeMethod(
            context, [done = std::move(done)] { done(State::Absent); }, Qt::QueuedConnection);
        return;
    }
    auto call
        = QDBusMessage::createMethodCall(u"org.freedesktop.secrets"_s, u"/org/freedesktop/secrets/aliases/default"_s,
                                         u"org.freedesktop.DBus.Properties"_s, u"Get"_s);
    call << u"org.freedesktop.Secret.Collection"_s << u"Locked"_s;
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, patience), context);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, context, [watcher, done = std::move(done)] {
        watcher->deleteLater();
        done(stateOf(*watcher));
    });
}
#else
void secretservice::askState(QObject *context, std::function<void(State)> done)
{
    QMetaObject::invokeMethod(
        context, [done = std::move(done)] { done(State::Unlocked); }, Qt::QueuedConnection);
}
#endif
