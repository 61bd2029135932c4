// SPDX-License-Identifier: Apache-2.0
#include "local/handout.h"

#include "core/safename.h"

#include <QDateTime>
#include <QDir>
#include <QFileInfo>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;

// POSIX. The same for Windows: CreateHardLinkW.

namespace {

constexpr auto kPrefix = ".hubdeck.drag-"_L1;
constexpr int kStaleAfterDays = 1;

/// What a program that was killed left: nobody copies from it any more.
void sweep(const QDir &repo)
{
    const QDateTime stale = QDateTime::currentDateTimeUtc().addDays(-kStaleAfterDays);
    const auto folders = repo.entryInfoList({kPrefix + u'*'}, QDir::Dirs | QDir::Hidden | QDir::NoSymLinks);
    for (const QFileInfo &folder : folders) {
        if (folder.lastModified() < stale)
            QDir(folder.absoluteFilePath()).removeRecursively();
    }
}

/// Where the file lies in truth; empty where that is no file below \a root.
QString contentOf(const QString &file, const QString &root)
{
    const QString content = QFileInfo(file).canonicalFilePath();
    const bool isBelow = content.startsWith(QFileInfo(root).canonicalFilePath() + u'/');
    return isBelow && QFileInfo(content).isFile() ? content : QString();
}

}  // namespace

HandOut::HandOut(const RepoCache &cache, const QString &commit, const QString &folder, const QStringList &paths)
    : m_folder(cache.layout().repo(cache.repo()) + u'/' + kPrefix)
{
    sweep(QDir(cache.layout().repo(cache.repo())));
    const QString above = folder.isEmpty() ? QString() : folder + u'/';
    for (const QString &path : paths.first(qMin(paths.size(), kMaxFiles))) {
        const bool isOurs = core::isCommit(commit) && core::whyUnsafe(path).isEmpty() && path.startsWith(above);
        if (isOurs)
            give(cache, cache.layout().pointer(cache.repo(), commit, path), path.mid(above.size()));
    }
}

void HandOut::give(const RepoCache &cache, const QString &source, const QString &name)
{
    const QString content = contentOf(source, cache.layout().root());
    if (content.isEmpty())
        return;
    const QString given = m_folder.filePath(name);
    const bool isGiven = m_folder.isValid() && QDir().mkpath(QFileInfo(given).path())
        && ::link(QFile::encodeName(content).constData(), QFile::encodeName(given).constData()) == 0;
    const QString place = isGiven ? m_folder.filePath(name.section(u'/', 0, 0)) : source;
    if (!m_places.contains(place))
        m_places << place;
}
