// SPDX-License-Identifier: Apache-2.0
#include "gui/appearance.h"

#include "gui/theme/deckstyle.h"
#include "gui/theme/palettes.h"

#include <QApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDBusVariant>
#include <QStyle>

using namespace Qt::Literals::StringLiterals;

namespace {

// The desktop portal of freedesktop.org; its colour scheme is 0 (none), 1 (dark) or 2 (light).
constexpr auto kService = "org.freedesktop.portal.Desktop"_L1;
constexpr auto kPath = "/org/freedesktop/portal/desktop"_L1;
constexpr auto kInterface = "org.freedesktop.portal.Settings"_L1;
constexpr auto kGroup = "org.freedesktop.appearance"_L1;
constexpr auto kKey = "color-scheme"_L1;

/// Older portals wrap the value in one more variant.
bool meansDark(QVariant value)
{
    while (value.canConvert<QDBusVariant>())
        value = value.value<QDBusVariant>().variant();
    return value.toUInt() == 1;
}

}  // namespace

Appearance::Appearance(Settings *settings, QObject *parent)
    : QObject(parent),
      m_settings(settings),
      m_hasOwnPalette(qApp->style()->name() == "fusion"_L1 && !look::desktopHasPalette())
{
    m_isDark = settings->appearance() == Settings::Appearance::Dark;
    look::DeckStyle::apply(m_isDark);
    askPortal();
}

void Appearance::choose(Settings::Appearance appearance)
{
    m_settings->setAppearance(appearance);
    apply();
}

void Appearance::setDark(bool dark)
{
    if (dark == m_isDark || !m_hasOwnPalette)
        return;
    m_isDark = dark;
    QApplication::setPalette(dark ? look::darkPalette() : look::lightPalette());
}

void Appearance::apply()
{
    const Settings::Appearance chosen = m_settings->appearance();
    setDark(chosen == Settings::Appearance::System ? m_systemIsDark : chosen == Settings::Appearance::Dark);
}

void Appearance::askPortal()
{
    QDBusConnection bus = QDBusConnection::sessionBus();
    if (!bus.isConnected())
        return;
    bus.connect(kService, kPath, kInterface, u"SettingChanged"_s, this,
                SLOT(onSettingChanged(QString, QString, QDBusVariant)));
    QDBusMessage call = QDBusMessage::createMethodCall(kService, kPath, kInterface, u"Read"_s);
    call.setArguments({QString(kGroup), QString(kKey)});
    auto *watcher = new QDBusPendingCallWatcher(bus.asyncCall(call, 2000), this);
    connect(watcher, &QDBusPendingCallWatcher::finished, this, [this, watcher] {
        const QDBusPendingReply<QDBusVariant> reply = *watcher;
        if (!reply.isError()) {
            m_systemIsDark = meansDark(reply.value().variant());
            apply();
        }
        watcher->deleteLater();
    });
}

void Appearance::onSettingChanged(const QString &group, const QString &key, const QDBusVariant &value)
{
    if (group != kGroup || key != kKey)
        return;
    m_systemIsDark = meansDark(value.variant());
    apply();
}
