// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <QByteArray>
#include <QSettings>
#include <QStringList>
#include <QUrl>

/// What the window remembers, typed: a getter, a setter and a default a key. Never a token, never a signed address.
class Settings
{
public:
    enum class Appearance { System, Light, Dark };

    /// \a file: an ini file of one's own (the demo, tests); empty: the user's, in the XDG config folder.
    explicit Settings(const QString &file = {});

    QByteArray windowGeometry() const;
    void setWindowGeometry(const QByteArray &geometry);
    QByteArray filesHeader() const;
    void setFilesHeader(const QByteArray &state);
    QByteArray transfersHeader() const;
    void setTransfersHeader(const QByteArray &state);
    QByteArray cacheHeader() const;
    void setCacheHeader(const QByteArray &state);
    QByteArray splitter() const;
    void setSplitter(const QByteArray &state);
    int previewWidth() const;
    void setPreviewWidth(int width);
    bool isPreviewOpen() const;
    void setPreviewOpen(bool isOpen);
    QString lastLocation() const;  ///< As core::locationText() writes it; empty the first time.
    void setLastLocation(const QString &location);
    QStringList recentLocations() const;  ///< Newest first, each once, twenty at the most.
    void addRecentLocation(const QString &location);
    QStringList favourites() const;  ///< Locations of repositories, newest first.
    void setFavourites(const QStringList &locations);
    bool isDiscoverList() const;  ///< Results as lines, else as cards.
    void setDiscoverList(bool isList);
    QByteArray accounts() const;  ///< Who signed in, without any token, as accounts/ writes it.
    void setAccounts(const QByteArray &json);
    QByteArray sources() const;  ///< Saved connections, as Sources writes them.
    void setSources(const QByteArray &json);
    QString clientId() const;  ///< What this program is registered as at the Hub, for signing in by the browser.
    void setClientId(const QString &id);
    void sync() { m_store.sync(); }  ///< With what other programs of ours wrote.
    QUrl endpoint() const;  ///< Of the Hub that is asked; not valid where none was chosen.
    void setEndpoint(const QUrl &endpoint);
    QString cacheFolder() const;  ///< Empty where none was chosen.
    void setCacheFolder(const QString &folder);
    QString caFile() const;  ///< Certificates that are trusted beside the system's; empty where none was chosen.
    void setCaFile(const QString &file);
    QString proxy() const;  ///< As hub::proxyUrl() reads it; empty where none was chosen.
    void setProxy(const QString &proxy);
    Appearance appearance() const;
    void setAppearance(Appearance appearance);
    qint64 speedLimit() const;  ///< Bytes a second, of all transfers together; 0: none.
    void setSpeedLimit(qint64 bytesPerSecond);
    int downloadsAtOnce() const;  ///< 0 where none was chosen: as many as can be.
    void setDownloadsAtOnce(int count);

private:
    void setOrRemove(const QString &key, const QString &value);

    QSettings m_store;
};
