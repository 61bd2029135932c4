// SPDX-License-Identifier: Apache-2.0
#include "core/texts.h"
#include "engine/engine.h"
#include "gui/cachepage.h"
#include "gui/errorbanner.h"
#include "gui/questions.h"
#include "gui/snapshotsaver.h"
#include "gui/weblinks.h"
#include "gui/widgets/banner.h"
#include "gui/widgets/buttonmenu.h"
#include "models/cachemodel.h"
#include "models/cacheproxy.h"
#include "models/cachetexts.h"
#include "ui_cachepage.h"

#include <QKeyEvent>
#include <QMenu>

// What CachePage does with what is chosen in it.

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// The commit of \a row; of a repository's row what "main" was, or else one that is here: another would need the Hub.
/// Null where there is none.
const CachedCommit *commitOf(const CachedRepo &repo, const QModelIndex &row)
{
    if (!repo.id() || row.data(CacheModel::IsPartsRole).toBool() || repo.commits.isEmpty())
        return nullptr;
    const QString wanted = row.siblingAtColumn(0).data(CacheModel::CommitRole).toString();
    const auto isIt = [&wanted](const CachedCommit &known) {
        return wanted.isEmpty() ? known.refs.contains(u"main"_s) : known.commit == wanted;
    };
    const auto commit = std::ranges::find_if(repo.commits, isIt);
    return commit != repo.commits.cend() ? &*commit : &repo.commits.constFirst();
}

}  // namespace

void CachePage::connectMap()
{
    connect(m_ui->map, &look::SpaceMap::clicked, this, &CachePage::selectInMap);
    connect(m_ui->map, &look::SpaceMap::activated, this, [this](int entry) {
        if (entry < m_mapped.size())
            openRow(m_model->indexOf(m_mapped[entry]));
    });
}

void CachePage::selectInMap(int entry)
{
    const QModelIndex row = entry < m_mapped.size() ? m_model->indexOf(m_mapped[entry]) : QModelIndex();
    const QModelIndex shown = m_proxy->mapFromSource(row);
    if (shown.isValid())
        m_ui->list->setCurrentIndex(shown);
}

void CachePage::connectButtons()
{
    connect(m_ui->cleanUp, &QPushButton::clicked, this, [this] { m_model->checkWhatNobodyNames(); });
    connect(m_ui->open, &QPushButton::clicked, this, &CachePage::openSelected);
    connect(m_ui->showFolder, &QPushButton::clicked, this, &CachePage::showSelected);
    connect(m_ui->resume, &QPushButton::clicked, this, &CachePage::resumeSelected);
    connect(m_ui->remove, &QPushButton::clicked, this, &CachePage::askRemoval);
    m_saver = new SnapshotSaver(m_engine, m_ui->banners, this);
    connect(m_saver, &SnapshotSaver::downloadAsked, this, &CachePage::downloadAsked);
    connect(m_ui->save, &QPushButton::clicked, this, [this] {
        auto *menu = new QMenu(this);
        menu->setAttribute(Qt::WA_DeleteOnClose);
        if (fillSaving(menu))
            menu->popup(m_ui->save->mapToGlobal(QPoint(0, -menu->sizeHint().height())));
    });
    connect(m_ui->list, &QAbstractItemView::activated, this,
            [this](const QModelIndex &index) { openRow(m_proxy->mapToSource(index)); });
}

void CachePage::connectMenu()
{
    m_ui->list->installEventFilter(this);
    m_ui->list->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_ui->list, &QWidget::customContextMenuRequested, this, [this](const QPoint &at) {
        QMenu *menu = look::menuOf({m_ui->open, m_ui->showFolder, m_ui->resume}, this);
        fillSaving(menu);
        menu->addSeparator();
        QAction *remove = menu->addAction(m_ui->remove->icon(), m_ui->remove->text());
        remove->setEnabled(m_ui->remove->isEnabled());
        connect(remove, &QAction::triggered, m_ui->remove, &QPushButton::click);
        menu->popup(m_ui->list->viewport()->mapToGlobal(at));
    });
}

bool CachePage::eventFilter(QObject *watched, QEvent *event)
{
    const bool isKey = watched == m_ui->list && event->type() == QEvent::KeyPress;
    if (isKey && static_cast<QKeyEvent *>(event)->matches(QKeySequence::Delete)) {
        m_ui->remove->click();
        return true;
    }
    return WindowPage::eventFilter(watched, event);
}

QModelIndexList CachePage::selectedRows() const
{
    QModelIndexList rows;
    for (const QModelIndex &row : m_ui->list->selectionModel()->selectedRows())
        rows << m_proxy->mapToSource(row);
    return rows;
}

QList<CacheChoice> CachePage::chosen() const
{
    if (const QList<CacheChoice> checked = m_model->checked(); !checked.isEmpty())
        return checked;
    QList<CacheChoice> choices;  // One a repository: what two rows of it are together is one deletion.
    for (const QModelIndex &row : selectedRows()) {
        const CacheChoice choice = m_model->choiceOf(row);
        const auto known = std::ranges::find(choices, choice.folder, &CacheChoice::folder);
        if (known == choices.end()) {
            choices << choice;
            continue;
        }
        known->commits += choice.commits;
        known->isAll = known->isAll || choice.isAll;
        known->parts = known->parts || choice.parts;
    }
    return choices;
}

void CachePage::updateFoot()
{
    m_plan = local::planRemoval(m_view.contents(), chosen());
    const QModelIndexList rows = selectedRows();
    const CachedRepo *repo = rows.size() == 1 ? m_model->repoAt(rows.constFirst()) : nullptr;
    const bool isParts = repo && rows.constFirst().data(CacheModel::IsPartsRole).toBool();
    const bool canResume = isParts && std::ranges::any_of(repo->parts, &CachedPart::isResumable);
    m_ui->open->setEnabled(repo && repo->id() && !isParts);
    m_ui->showFolder->setEnabled(repo);
    m_ui->save->setEnabled(repo && commitOf(*repo, rows.constFirst()));
    m_ui->resume->setVisible(canResume);
    m_ui->frees->setText(m_plan.isEmpty() ? tr("Nothing chosen") : models::removalHeadOf(m_plan));
    const QString stays = models::removalNoteOf(m_plan);
    m_ui->stays->setText(m_plan.isEmpty()      ? tr("Check or select what you want to delete")
                             : stays.isEmpty() ? tr("Nothing of it is needed elsewhere")
                                               : stays);
    m_ui->remove->setEnabled(!m_plan.isEmpty());
    m_ui->remove->setText(m_plan.isEmpty() ? tr("Delete…") : tr("Delete %1…").arg(core::sizeText(m_plan.bytes())));
    updateMap();
}

void CachePage::openRow(const QModelIndex &row)
{
    const CachedRepo *repo = m_model->repoAt(row);
    if (!repo || !repo->id() || row.data(CacheModel::IsPartsRole).toBool())
        return;
    const CachedCommit *shown = commitOf(*repo, row);
    const bool isMain = !shown || shown->refs.contains(u"main"_s);
    const QString revision = isMain ? QString() : shown->refs.value(0, shown->commit);
    Q_EMIT locationAsked({*repo->id(), revision, {}});
}

bool CachePage::fillSaving(QMenu *menu)
{
    const QModelIndexList rows = selectedRows();
    const CachedRepo *repo = rows.size() == 1 ? m_model->repoAt(rows.constFirst()) : nullptr;
    const CachedCommit *commit = repo ? commitOf(*repo, rows.constFirst()) : nullptr;
    if (!commit)
        return false;
    m_saver->fill(menu, *repo->id(), commit->commit, commit->refs.value(0));
    return true;
}

void CachePage::openSelected()
{
    if (const QModelIndexList rows = selectedRows(); !rows.isEmpty())
        openRow(rows.constFirst());
}

void CachePage::showSelected()
{
    const QModelIndexList rows = selectedRows();
    const CachedRepo *repo = rows.isEmpty() ? nullptr : m_model->repoAt(rows.constFirst());
    if (!repo)
        return;
    QString path = m_view.contents().root + u'/' + repo->folder;
    if (const QString commit = rows.constFirst().data(CacheModel::CommitRole).toString(); !commit.isEmpty())
        path += "/snapshots/"_L1 + commit;
    else if (rows.constFirst().data(CacheModel::IsPartsRole).toBool())
        path += "/blobs"_L1;
    gui::showInFolder(path);
}

void CachePage::resumeSelected()
{
    const QModelIndexList rows = selectedRows();
    const CachedRepo *repo = rows.isEmpty() ? nullptr : m_model->repoAt(rows.constFirst());
    if (!repo)
        return;
    m_view.findDownloads(*repo, this, [this](const QList<DownloadWish> &wishes) {
        for (const DownloadWish &wish : wishes)
            Q_EMIT downloadAsked(wish);
        if (wishes.isEmpty())
            m_ui->banners->show(new look::Banner(
                models::Tone::Neutral,
                tr("Nothing here says which files these are parts of. Open the repository and download them there: "
                   "it goes on from what is here."),
                m_ui->banners));
    });
}

void CachePage::askRemoval()
{
    const QList<CacheChoice> choices = chosen();
    const QString question = models::removalQuestionOf(m_plan, m_view.contents());
    const QString stays = models::removalNoteOf(m_plan);
    const QString detail = tr("What is deleted can be downloaded again.");
    gui::askDeletion(this, question, stays.isEmpty() ? detail : stays + u".\n"_s + detail,
                     tr("Delete %1").arg(core::sizeText(m_plan.bytes())), [this, choices] {
                         m_model->clearChecks();
                         m_ui->list->clearSelection();
                         m_view.remove(choices);
                     });
}

void CachePage::onRemoved(const RemovalOutcome &outcome)
{
    if (outcome.error)
        return m_ui->banners->show(gui::makeWarning(*outcome.error, m_ui->banners));
    const bool isHeld = !outcome.held.isEmpty();
    auto *banner = new look::Banner(isHeld ? models::Tone::Warning : models::Tone::Success,
                                    models::removedTextOf(outcome), m_ui->banners);
    if (isHeld)
        banner->setDetail(models::heldTextOf(outcome, m_view.contents()));
    else
        QTimer::singleShot(6s, banner, &look::Banner::dismissed);
    m_ui->banners->show(banner);
}
