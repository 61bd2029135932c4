// SPDX-License-Identifier: Apache-2.0
#include "gui/filesdrag.h"

#include "core/location.h"
#include "engine/engine.h"
#include "engine/reposession.h"
#include "gui/fileschoice.h"
#include "gui/theme/icons.h"
#include "gui/theme/metrics.h"
#include "gui/widgets/rowtree.h"
#include "local/handout.h"

#include <QDrag>
#include <QFutureWatcher>
#include <QGuiApplication>
#include <QMimeData>
#include <QSet>
#include <QUrl>
#include <QtConcurrent/QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qsizetype kMostKept = 8;  // Drags, whose files stay a while.

/// Of \a all, those that \a selected names, or that lie in a folder that it names.
QStringList filesOf(const QStringList &selected, const RemoteFiles &all)
{
    const QSet<QString> names(selected.cbegin(), selected.cend());
    QStringList files;
    for (const RemoteFile &file : all) {
        bool isMeant = names.contains(file.path);
        for (qsizetype end = file.path.indexOf(u'/'); !isMeant && end > 0; end = file.path.indexOf(u'/', end + 1))
            isMeant = names.contains(file.path.first(end));
        if (isMeant)
            files << file.path;
        if (files.size() >= HandOut::kMaxFiles)
            break;
    }
    return files;
}

QString linksOf(const QStringList &selected, const RepoSession &session)
{
    QStringList links;
    const QString revision = session.revision() == "main"_L1 ? QString() : session.revision();
    for (const QString &path : selected.first(qMin(selected.size(), HandOut::kMaxFiles)))
        links << core::hfUri({session.repo(), revision, path});
    return links.join(u'\n');
}

}  // namespace

FilesDrag::FilesDrag(Engine *engine, const FilesChoice *choice, look::RowTree *list)
    : QObject(list),
      m_engine(engine),
      m_choice(choice),
      m_list(list)
{
    list->setDragEnabled(true);
    connect(list, &look::RowTree::dragAsked, this, &FilesDrag::begin);
}

void FilesDrag::begin()
{
    const RepoSession *session = m_choice->session();
    const QStringList selected = m_choice->selectedPaths();
    if (!session || selected.isEmpty())
        return;
    auto *watcher = new QFutureWatcher<std::shared_ptr<HandOut>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, links = linksOf(selected, *session)] {
        watcher->deleteLater();
        take(watcher->result(), links);
    });
    // Of a repository that is listed folder by folder nobody knows what lies in those that are selected.
    const RemoteFiles all = session->isWhole() ? session->tree().files() : RemoteFiles();
    watcher->setFuture(QtConcurrent::run(m_engine->pool(),
                                         [cache = m_engine->cache(session->repo()), commit = session->commit(),
                                          folder = session->folder(), selected, all] {
                                             const QStringList paths
                                                 = all.isEmpty() ? selected : filesOf(selected, all);
                                             return std::make_shared<HandOut>(cache, commit, folder, paths);
                                         }));
}

void FilesDrag::take(const std::shared_ptr<HandOut> &files, const QString &links)
{
    auto data = std::make_unique<QMimeData>();
    QList<QUrl> urls;
    for (const QString &place : files->places())
        urls << QUrl::fromLocalFile(place);
    if (urls.isEmpty())
        data->setText(links);
    else
        data->setUrls(urls);
    m_given << files;
    if (m_given.size() > kMostKept)
        m_given.removeFirst();
    Q_EMIT ready(data.get());
    if (!QGuiApplication::mouseButtons().testFlag(Qt::LeftButton))
        return;  // It was let go meanwhile.
    auto *drag = new QDrag(m_list);
    drag->setMimeData(data.release());
    drag->setPixmap(look::lineIcon(u"file"_s).pixmap(2 * look::kIcon));
    drag->exec(Qt::CopyAction);  // Never a move: the cache's contents are not the user's to take away.
}
