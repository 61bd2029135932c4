// SPDX-License-Identifier: Apache-2.0
#include "gui/desktop/singleinstance.h"

#include <QCryptographicHash>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QDir>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr auto kPath = "/org/hubdeck/Hubdeck"_L1;
constexpr auto kInterface = "org.freedesktop.Application"_L1;
constexpr int kPatience = 5000;  // Milliseconds

/// The desktop's leave to come to the front, which only whoever was clicked has.
struct Token {
    QLatin1StringView key;
    const char *variable;
};
constexpr Token kTokens[]
    = {{"activation-token"_L1, "XDG_ACTIVATION_TOKEN"}, {"desktop-startup-id"_L1, "DESKTOP_STARTUP_ID"}};

QVariantMap ownTokens()
{
    QVariantMap data;
    for (const auto &[key, variable] : kTokens) {
        if (qEnvironmentVariableIsSet(variable))
            data[key] = qEnvironmentVariable(variable);
    }
    return data;
}

}  // namespace

SingleInstance::SingleInstance(const QString &home, QObject *parent) : QObject(parent)
{
    const QByteArray folder = QDir::cleanPath(QDir(home).absolutePath()).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(folder, QCryptographicHash::Sha256).toHex().left(16);
    m_name = u"org.hubdeck.Hubdeck.at"_s + QString::fromLatin1(hash);
}

SingleInstance::~SingleInstance()
{
    QDBusConnection::sessionBus().unregisterService(m_name);
}

SingleInstance::Role SingleInstance::begin(const QStringList &links)
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return Role::First;
    bus.registerObject(kPath, this, QDBusConnection::ExportScriptableSlots);  // Before somebody may call it.
    if (bus.registerService(m_name))
        return Role::First;
    bus.unregisterObject(kPath);
    QDBusMessage call
        = QDBusMessage::createMethodCall(m_name, kPath, kInterface, links.isEmpty() ? u"Activate"_s : u"Open"_s);
    if (!links.isEmpty())
        call << links;
    call << ownTokens();
    const QDBusMessage reply = bus.call(call, QDBus::Block, kPatience);
    if (reply.type() == QDBusMessage::ReplyMessage)
        return Role::HandedOver;
    // It may have ended just now.
    bus.registerObject(kPath, this, QDBusConnection::ExportScriptableSlots);
    return bus.registerService(m_name) ? Role::First : Role::Unanswered;
}

void SingleInstance::Activate(const QVariantMap &platformData)
{
    Open({}, platformData);
}

void SingleInstance::Open(const QStringList &uris, const QVariantMap &platformData)
{
    for (const auto &[key, variable] : kTokens) {  // Qt looks there when a window asks to come to the front.
        if (const QByteArray token = platformData.value(key).toString().toUtf8(); !token.isEmpty())
            qputenv(variable, token);
    }
    Q_EMIT started(uris);
}
