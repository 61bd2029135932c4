// SPDX-License-Identifier: Apache-2.0
#include "gui/desktop/sleepguard.h"

#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusUnixFileDescriptor>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kPortal = "org.freedesktop.portal.Desktop"_L1;
constexpr auto kPortalPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto kLogind = "org.freedesktop.login1"_L1;
constexpr auto kLogindPath = "/org/freedesktop/login1"_L1;
constexpr uint kSuspend = 4;  // Of the portal's flags.

}  // namespace

SleepGuard::~SleepGuard()
{
    release();
}

void SleepGuard::hold(const QString &why)
{
    if (!std::exchange(m_isHeld, true))
        askPortal(why);
}

void SleepGuard::release()
{
    m_isHeld = false;
    if (const auto letGo = std::exchange(m_letGo, nullptr))
        letGo();
}

void SleepGuard::ask(const QDBusConnection &bus, const QDBusMessage &call, const OnReply &onReply)
{
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, 5000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [watcher, onReply] {
        onReply(*watcher);
        watcher->deleteLater();
    });
}

void SleepGuard::askPortal(const QString &why)
{
    QDBusMessage call
        = QDBusMessage::createMethodCall(kPortal, kPortalPath, u"org.freedesktop.portal.Inhibit"_s, u"Inhibit"_s);
    call << QString() << kSuspend << QVariantMap{{u"reason"_s, why}};
    ask(QDBusConnection::sessionBus(), call, [this, why](const QDBusPendingReply<QDBusObjectPath> &reply) {
        if (reply.isError())
            return askLogind(why);
        grant([path = reply.value().path()] {
            QDBusConnection::sessionBus().send(
                QDBusMessage::createMethodCall(kPortal, path, u"org.freedesktop.portal.Request"_s, u"Close"_s));
        });
    });
}

void SleepGuard::askLogind(const QString &why)
{
    if (!m_isHeld)
        return;
    QDBusMessage call
        = QDBusMessage::createMethodCall(kLogind, kLogindPath, u"org.freedesktop.login1.Manager"_s, u"Inhibit"_s);
    call << u"sleep"_s << u"Hubdeck"_s << why << u"block"_s;
    ask(QDBusConnection::systemBus(), call, [this](const QDBusPendingReply<QDBusUnixFileDescriptor> &reply) {
        if (!reply.isError())
            grant([lock = reply.value()]() mutable { lock = {}; });  // It lasts as long as the descriptor is open.
    });
}

/// What was granted after it was released, or for the second time, is let go at once.
void SleepGuard::grant(std::function<void()> letGo)
{
    if (m_isHeld && !m_letGo)
        m_letGo = std::move(letGo);
    else
        letGo();
}
