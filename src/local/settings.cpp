// SPDX-License-Identifier: Apache-2.0
#include "local/settings.h"

#include "local/environment.h"

#include <QDir>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

static constexpr auto kWindowGeometry = "window/geometry"_L1;
static constexpr auto kFilesHeader = "files/header"_L1;
static constexpr auto kTransfersHeader = "transfers/header"_L1;
static constexpr auto kCacheHeader = "cache/header"_L1;
static constexpr auto kSplitter = "window/splitter"_L1;
static constexpr auto kPreviewWidth = "preview/width"_L1;
static constexpr auto kPreviewOpen = "preview/open"_L1;
static constexpr auto kLastLocation = "location/last"_L1;
static constexpr auto kRecentLocations = "location/recent"_L1;
static constexpr auto kFavourites = "location/favourites"_L1;
static constexpr auto kDiscoverList = "discover/list"_L1;
static constexpr auto kAccounts = "accounts/list"_L1;
static constexpr auto kSources = "location/sources"_L1;
static constexpr auto kClientId = "accounts/clientId"_L1;
static constexpr auto kEndpoint = "hub/endpoint"_L1;
static constexpr auto kCacheFolder = "cache/folder"_L1;
static constexpr auto kCaFile = "network/caFile"_L1;
static constexpr auto kProxy = "network/proxy"_L1;
static constexpr auto kAppearance = "window/appearance"_L1;
static constexpr auto kSpeedLimit = "transfers/speedLimit"_L1;
static constexpr auto kDownloadsAtOnce = "transfers/atOnce"_L1;
static constexpr int kMostRecent = 20;
static constexpr int kUsualPreview = 340;

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

int Settings::previewWidth() const
{
    const int width = m_store.value(kPreviewWidth, kUsualPreview).toInt();
    return width > 0 ? width : kUsualPreview;
}

void Settings::setPreviewWidth(int width)
{
    m_store.setValue(kPreviewWidth, width);
}

bool Settings::isPreviewOpen() const
{
    return m_store.value(kPreviewOpen, true).toBool();
}

void Settings::setPreviewOpen(bool isOpen)
{
    m_store.setValue(kPreviewOpen, isOpen);
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

QStringList Settings::favourites() const
{
    return m_store.value(kFavourites).toStringList();
}

void Settings::setFavourites(const QStringList &locations)
{
    m_store.setValue(kFavourites, locations);
}

bool Settings::isDiscoverList() const
{
    return m_store.value(kDiscoverList, false).toBool();
}

void Settings::setDiscoverList(bool isList)
{
    m_store.setValue(kDiscoverList, isList);
}

QByteArray Settings::accounts() const
{
    return m_store.value(kAccounts).toByteArray();
}

void Settings::setAccounts(const QByteArray &json)
{
    m_store.setValue(kAccounts, json);
}

QByteArray Settings::sources() const
{
    return m_store.value(kSources).toByteArray();
}

void Settings::setSources(const QByteArray &json)
{
    m_store.setValue(kSources, json);
}

QString Settings::clientId() const
{
    return m_store.value(kClientId).toString();
}

void Settings::setClientId(const QString &id)
{
    setOrRemove(kClientId, id);
}

QUrl Settings::endpoint() const
{
    return Environment::endpointOf(m_store.value(kEndpoint).toString());
}

void Settings::setEndpoint(const QUrl &endpoint)
{
    setOrRemove(kEndpoint, endpoint.toString(QUrl::FullyEncoded));
}

QString Settings::cacheFolder() const
{
    const QString folder = m_store.value(kCacheFolder).toString();
    return QDir::isAbsolutePath(folder) ? QDir::cleanPath(folder) : QString();
}

void Settings::setCacheFolder(const QString &folder)
{
    setOrRemove(kCacheFolder, folder);
}

QString Settings::caFile() const
{
    return m_store.value(kCaFile).toString();
}

void Settings::setCaFile(const QString &file)
{
    setOrRemove(kCaFile, file);
}

QString Settings::proxy() const
{
    return m_store.value(kProxy).toString();
}

void Settings::setProxy(const QString &proxy)
{
    setOrRemove(kProxy, proxy);
}

void Settings::setOrRemove(const QString &key, const QString &value)
{
    if (value.isEmpty())
        m_store.remove(key);
    else
        m_store.setValue(key, value);
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

int Settings::downloadsAtOnce() const
{
    return std::max(0, m_store.value(kDownloadsAtOnce).toInt());
}

void Settings::setDownloadsAtOnce(int count)
{
    m_store.setValue(kDownloadsAtOnce, count);
}
