// SPDX-License-Identifier: Apache-2.0
#include "gui/desktop/notifier.h"

#include <QGuiApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QVariantMap>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kService = "org.freedesktop.Notifications"_L1;
constexpr auto kPath = "/org/freedesktop/Notifications"_L1;
constexpr int kServersChoice = -1;  // How long it is shown.

QDBusMessage callOf(const QString &method)
{
    return QDBusMessage::createMethodCall(kService, kPath, kService, method);
}

}  // namespace

Notifier::Notifier(QObject *parent) : QObject(parent)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    bus.connect(kService, kPath, kService, u"ActionInvoked"_s, this, SLOT(onActionInvoked(uint, QString)));
    bus.connect(kService, kPath, kService, u"NotificationClosed"_s, this, SLOT(onClosed(uint, uint)));
}

void Notifier::show(const QString &title, const QString &body, bool isUrgent)
{
    if (!QDBusConnection::sessionBus().isConnected()) {
        QMetaObject::invokeMethod(this, &Notifier::settled, Qt::QueuedConnection);  // No call would ever be answered.
        return;
    }
    // Where the service reads the body as markup, what comes from a server must not be any.
    auto *watcher
        = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(callOf(u"GetCapabilities"_s)), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [=, this] {
        const QDBusPendingReply<QStringList> reply = *watcher;
        if (reply.isError())
            Q_EMIT settled();
        else
            send(title, reply.value().contains(u"body-markup"_s) ? body.toHtmlEscaped() : body, isUrgent);
        watcher->deleteLater();
    });
}

void Notifier::send(const QString &title, const QString &body, bool isUrgent)
{
    const QVariantMap hints{{u"desktop-entry"_s, QGuiApplication::desktopFileName()},
                            {u"urgency"_s, QVariant::fromValue(uchar(isUrgent ? 2 : 1))}};
    QDBusMessage call = callOf(u"Notify"_s);
    call << u"Hubdeck"_s << m_id << QGuiApplication::desktopFileName() << title << body
         << QStringList{u"default"_s, tr("Show")} << hints << kServersChoice;
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<uint> reply = *watcher;
        m_id = reply.isError() ? 0 : reply.value();
        watcher->deleteLater();
        Q_EMIT settled();
    });
}

void Notifier::withdraw()
{
    if (m_id == 0)
        return;
    QDBusMessage call = callOf(u"CloseNotification"_s);
    call << std::exchange(m_id, 0);
    QDBusConnection::sessionBus().send(call);
}

void Notifier::onActionInvoked(uint id, const QString &)
{
    if (id == m_id)
        Q_EMIT pressed();
}

void Notifier::onClosed(uint id, uint)
{
    if (id == m_id)
        m_id = 0;
}
