// SPDX-License-Identifier: Apache-2.0
#include "local/settings.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static constexpr auto kWindowGeometry = "window/geometry"_L1;
static constexpr auto kFilesHeader = "files/header"_L1;
static constexpr auto kTransfersHeader = "transfers/header"_L1;
static constexpr auto kCacheHeader = "cache/header"_L1;
static constexpr auto kSplitter = "window/splitter"_L1;
static constexpr auto kLastLocation = "location/last"_L1;
static constexpr auto kRecentLocations = "location/recent"_L1;
static constexpr auto kAppearance = "window/appearance"_L1;
static constexpr auto kSpeedLimit = "transfers/speedLimit"_L1;
static constexpr int kMostRecent = 20;

/// In the order of Settings::Appearance; words, since people edit this file.
static constexpr QLatin1StringView kAppearances[] = {"system"_L1, "light"_L1, "dark"_L1};

static QString userFile()
{
    return QSettings(QSettings::IniFormat, QSettings::UserScope, u"hubdeck"_s, u"hubdeck"_s).fileName();
}

Settings::Settings(const QString &file) : m_store(file.isEmpty() ? userFile() : file, QSettings::IniFormat) {}

QByteArray Settings::windowGeometry() const
{
    return m_store.value(kWindowGeometry).toByteArray();
}

void Settings::setWindowGeometry(const QByteArray &geometry)
{
    m_store.setValue(kWindowGeometry, geometry);
}

QByteArray Settings::filesHeader() const
{
    return m_store.value(kFilesHeader).toByteArray();
}

void Settings::setFilesHeader(const QByteArray &state)
{
    m_store.setValue(kFilesHeader, state);
}

QByteArray Settings::transfersHeader() const
{
    return m_store.value(kTransfersHeader).toByteArray();
}

void Settings::setTransfersHeader(const QByteArray &state)
{
    m_store.setValue(kTransfersHeader, state);
}

QByteArray Settings::cacheHeader() const
{
    return m_store.value(kCacheHeader).toByteArray();
}

void Settings::setCacheHeader(const QByteArray &state)
{
    m_store.setValue(kCacheHeader, state);
}

QByteArray Settings::splitter() const
{
    return m_store.value(kSplitter).toByteArray();
}

void Settings::setSplitter(const QByteArray &state)
{
    m_store.setValue(kSplitter, state);
}

QString Settings::lastLocation() const
{
    return m_store.value(kLastLocation).toString();
}

void Settings::setLastLocation(const QString &location)
{
    m_store.setValue(kLastLocation, location);
}

QStringList Settings::recentLocations() const
{
    return m_store.value(kRecentLocations).toStringList().mid(0, kMostRecent);
}

void Settings::addRecentLocation(const QString &location)
{
    if (location.isEmpty())
        return;
    QStringList recent = recentLocations();
    recent.removeAll(location);
    recent.prepend(location);
    m_store.setValue(kRecentLocations, recent.mid(0, kMostRecent));
}

Settings::Appearance Settings::appearance() const
{
    const QString word = m_store.value(kAppearance).toString();
    const auto known = std::ranges::find(kAppearances, word);
    return known == std::end(kAppearances) ? Appearance::System : Appearance(known - std::begin(kAppearances));
}

void Settings::setAppearance(Appearance appearance)
{
    m_store.setValue(kAppearance, QString(kAppearances[int(appearance)]));
}

qint64 Settings::speedLimit() const
{
    return std::max<qint64>(0, m_store.value(kSpeedLimit).toLongLong());
}

void Settings::setSpeedLimit(qint64 bytesPerSecond)
{
    m_store.setValue(kSpeedLimit, bytesPerSecond);
}
