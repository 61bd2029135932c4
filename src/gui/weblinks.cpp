// SPDX-License-Identifier: Apache-2.0
#include "gui/weblinks.h"

#include "hub/url.h"

#include <QCoreApplication>
#include <QDBusConnection>
#include <QDBusMessage>
#include <QDBusPendingCallWatcher>
#include <QDBusPendingReply>
#include <QDesktopServices>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace {

QStringList repoSegments(const RepoId &repo)
{
    const QString prefix = core::webPrefixOf(repo.type).chopped(repo.type == RepoType::Model ? 0 : 1);
    return (prefix.isEmpty() ? QStringList() : QStringList{prefix}) + repo.name.split(u'/');
}

QString revisionOf(const Location &location)
{
    return location.revision.isEmpty() ? u"main"_s : location.revision;
}

}  // namespace

QUrl gui::repoUrl(const QUrl &endpoint, const Location &location)
{
    if (location.path.isEmpty() && location.revision.isEmpty())
        return hub::url(endpoint, repoSegments(location.repo));
    const QStringList path = location.path.isEmpty() ? QStringList() : location.path.split(u'/');
    return hub::url(endpoint, repoSegments(location.repo) + QStringList{u"tree"_s, revisionOf(location)} + path);
}

QUrl gui::commitUrl(const QUrl &endpoint, const RepoId &repo, const QString &commit)
{
    return hub::url(endpoint, repoSegments(repo) + QStringList{u"commit"_s, commit});
}

QUrl gui::fileUrl(const QUrl &endpoint, const Location &location, bool isFile)
{
    if (!isFile)
        return repoUrl(endpoint, location);
    return hub::url(endpoint,
                    repoSegments(location.repo) + QStringList{u"blob"_s, revisionOf(location)}
                        + location.path.split(u'/'));
}

QUrl gui::uploadUrl(const QUrl &endpoint, const Location &location)
{
    return hub::url(endpoint, repoSegments(location.repo) + QStringList{u"upload"_s, revisionOf(location)});
}

QUrl gui::newRepoUrl(const QUrl &endpoint, RepoType type)
{
    switch (type) {
    case RepoType::Dataset: return hub::url(endpoint, {u"new-dataset"_s});
    case RepoType::Space: return hub::url(endpoint, {u"new-space"_s});
    case RepoType::Model: break;
    }
    return hub::url(endpoint, {u"new"_s});
}

QUrl gui::tokensUrl(const QUrl &endpoint)
{
    return hub::url(endpoint, {u"settings"_s, u"tokens"_s});
}

bool gui::mayOpen(const QUrl &url)
{
    return url.isValid() && url.scheme() == "https"_L1 && !url.host().isEmpty() && url.userInfo().isEmpty();
}

bool gui::openInBrowser(const QUrl &url)
{
    return mayOpen(url) && QDesktopServices::openUrl(url);
}

void gui::showInFolder(const QString &path)
{
    // The file managers' own interface selects the file; where none answers, its folder is opened.
    QDBusMessage call
        = QDBusMessage::createMethodCall(u"org.freedesktop.FileManager1"_s, u"/org/freedesktop/FileManager1"_s,
                                         u"org.freedesktop.FileManager1"_s, u"ShowItems"_s);
    call.setArguments({QStringList{QUrl::fromLocalFile(path).toString(QUrl::FullyEncoded)}, QString()});
    auto *watcher = new QDBusPendingCallWatcher(QDBusConnection::sessionBus().asyncCall(call, 3000), qApp);
    QObject::connect(watcher, &QDBusPendingCallWatcher::finished, watcher, [watcher, path] {
        if (watcher->isError()) {
            const QFileInfo info(path);
            QDesktopServices::openUrl(QUrl::fromLocalFile(info.isDir() ? path : info.path()));
        }
        watcher->deleteLater();
    });
}
