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
#include <QUrl>
#include <QtConcurrent/QtConcurrentRun>

using namespace Qt::Literals::StringLiterals;

struct FilesDrag::Wish {
    QStringList paths;  // Of files, those in the folders that are dragged as well.
    QString links;
};

namespace {

constexpr qsizetype kMostKept = 8;  // Drags, whose files stay a while.

/// The files that \a selected names: its folders stand for what lies in them, as far as the list of it is here.
QStringList filesOf(const QStringList &selected, const RepoSession &session)
{
    QStringList files;
    for (const QString &path : selected) {
        if (files.size() > HandOut::kMaxFiles)
            break;
        if (session.tree().find(path) || !session.isWhole())
            files << path;
        else
            for (const RemoteFile &file : session.tree().filesBelow(path))
                files << file.path;
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
    const Wish wish{filesOf(selected, *session), linksOf(selected, *session)};
    auto *watcher = new QFutureWatcher<std::shared_ptr<HandOut>>(this);
    connect(watcher, &QFutureWatcherBase::finished, this, [this, watcher, wish] {
        watcher->deleteLater();
        take(wish, watcher->result());
    });
    watcher->setFuture(QtConcurrent::run(
        m_engine->pool(),
        [cache = m_engine->cache(session->repo()), commit = session->commit(), folder = session->folder(),
         paths = wish.paths] { return std::make_shared<HandOut>(cache, commit, folder, paths); }));
}

void FilesDrag::take(const Wish &wish, const std::shared_ptr<HandOut> &files)
{
    auto data = std::make_unique<QMimeData>();
    QList<QUrl> urls;
    for (const QString &place : files->places())
        urls << QUrl::fromLocalFile(place);
    if (urls.isEmpty())
        data->setText(wish.links);
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
