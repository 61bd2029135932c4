// SPDX-License-Identifier: Apache-2.0
#include "gui/filesarea.h"

#include "engine/reposession.h"
#include "gui/filespage.h"
#include "gui/preview/previewpane.h"
#include "gui/theme/metrics.h"
#include "gui/widgets/button.h"
#include "gui/widgets/rowtree.h"
#include "local/settings.h"
#include "models/columns.h"
#include "models/filemodel.h"
#include "models/previewfeed.h"

#include <QEvent>
#include <QSplitter>
#include <QStyle>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr int kLeastPreview = 240;
constexpr int kMostCounted = 5'000;  // Rows and files that are counted while somebody waits.

FolderEntry folderOf(const QModelIndex &row, const RepoSession &session)
{
    FolderEntry folder{.name = row.data(Qt::DisplayRole).toString(),
                       .path = row.data(FileModel::PathRole).toString(),
                       .isFolder = true};
    const QVariant bytes = row.siblingAtColumn(models::FileColumn::Size).data(models::BytesRole);
    folder.bytes = bytes.isValid() ? bytes.toLongLong() : -1;
    if (session.isWhole() && session.tree().count() <= kMostCounted)
        folder.files = int(session.tree().filesBelow(folder.path).size());
    return folder;
}

/// A repository that goes folder by folder has the files of the one that is shown.
FolderEntry fileOf(const QModelIndex &row, const RepoSession &session)
{
    const QString path = row.data(FileModel::PathRole).toString();
    if (const RemoteFile *file = session.tree().find(path))
        return {.name = path.section(u'/', -1), .path = path, .file = *file};
    const QList<FolderEntry> entries = session.entries();
    const auto found = std::ranges::find(entries, path, &FolderEntry::path);
    if (found != entries.cend())
        return *found;
    FolderEntry unknown{.name = path.section(u'/', -1), .path = path};
    unknown.file.path = path;
    return unknown;
}

}  // namespace

FilesArea::FilesArea(Engine *engine, Settings *settings, const DiskSpace *disk, QWidget *parent)
    : QWidget(parent),
      m_settings(settings),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_files(new FilesPage(engine, settings, disk, m_splitter)),
      m_feed(new PreviewFeed(engine, this)),
      m_preview(new PreviewPane(m_feed, this)),
      m_toggle(look::Button::ofIcon(u"preview"_s, tr("Show the preview"), this)),
      m_isOpen(settings->isPreviewOpen())
{
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins({});
    column->addWidget(m_splitter);
    m_splitter->setHandleWidth(look::kHair);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(m_files);
    m_splitter->addWidget(m_preview);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_preview->setMinimumWidth(kLeastPreview);
    m_preview->setVisible(m_isOpen);
    m_preview->installEventFilter(this);
    m_toggle->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    m_toggle->setCheckable(true);
    m_toggle->setChecked(m_isOpen);
    connect(m_toggle, &QPushButton::toggled, this, &FilesArea::setPreviewOpen);  // An assistive tool does not click.
    connect(m_splitter, &QSplitter::splitterMoved, this, [this] { m_settings->setPreviewWidth(m_preview->width()); });
    connect(m_preview, &PreviewPane::closeAsked, this, [this] {
        setPreviewOpen(false);
        m_files->focusList();
    });
    connect(m_files, &FilesPage::previewAsked, this, [this] { setPreviewOpen(true); });
    connect(m_preview, &PreviewPane::leaveAsked, this, &FilesArea::leavePreview);
    connectList();
}

FilesArea::~FilesArea()
{
    m_files->list()->selectionModel()->disconnect(this);
    m_files->list()->model()->disconnect(this);
    m_preview->removeEventFilter(this);
}

void FilesArea::connectList()
{
    const look::RowTree *list = m_files->list();
    m_lookSoon.setSingleShot(true);
    m_lookSoon.setInterval(20ms);
    connect(&m_lookSoon, &QTimer::timeout, this, &FilesArea::look);
    connect(list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] { m_lookSoon.start(); });
    // Another folder: Qt says nothing of a selection that goes with its rows.
    connect(list->model(), &QAbstractItemModel::modelReset, this, [this] { m_lookSoon.start(); });
    const auto open = [this](const QModelIndex &index) {
        if (!index.siblingAtColumn(0).data(FileModel::IsFolderRole).toBool())
            setPreviewOpen(true);
    };
    connect(list, &QAbstractItemView::activated, this, open);
    connect(list, &QAbstractItemView::pressed, this,
            [this](const QModelIndex &index) { m_pressedCheck = index.siblingAtColumn(0).data(Qt::CheckStateRole); });
    connect(list, &QAbstractItemView::clicked, this, [this, open](const QModelIndex &index) {
        // In a wide window it is open unless somebody closed it; a check box is no wish to look.
        if (m_isNarrow && index.siblingAtColumn(0).data(Qt::CheckStateRole) == m_pressedCheck)
            open(index);
    });
}

QAbstractButton *FilesArea::toggle() const
{
    return m_toggle;
}

QWidget *FilesArea::shownPreview() const
{
    return m_preview->isVisible() ? m_preview : nullptr;
}

bool FilesArea::isPreviewed() const
{
    return m_preview->isVisible() && !m_lookSoon.isActive() && m_feed->isSettled();
}

void FilesArea::setSession(RepoSession *session)
{
    m_files->setSession(session);
    m_feed->setSession(session);
    if (m_session)
        m_session->disconnect(this);
    m_session = session;
    if (session)
        connect(session, &RepoSession::statesChanged, this, [this] { m_lookSoon.start(); });
}

void FilesArea::setPreviewOpen(bool isOpen)
{
    m_toggle->setChecked(isOpen);
    if (std::exchange(m_isOpen, isOpen) == isOpen)
        return;
    if (!m_isNarrow)
        m_settings->setPreviewOpen(isOpen);
    m_preview->setVisible(isOpen);
    place();
    Q_EMIT previewOpened(isOpen);
}

/// From the preview back to the list; where the preview hides half of it, the preview goes.
void FilesArea::leavePreview()
{
    if (m_isNarrow)
        setPreviewOpen(false);
    m_files->focusList();
}

void FilesArea::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    setNarrow(window()->width() < kNarrowBelow);
    place();
}

void FilesArea::setNarrow(bool isNarrow)
{
    if (std::exchange(m_isNarrow, isNarrow) == isNarrow)
        return;
    if (isNarrow)
        m_preview->setParent(this);
    else
        m_splitter->addWidget(m_preview);
    m_isPlaced = false;
    m_preview->setOverlay(isNarrow);
    const bool isOpen = !isNarrow && m_settings->isPreviewOpen();
    m_preview->setVisible(isOpen);
    m_toggle->setChecked(isOpen);
    if (std::exchange(m_isOpen, isOpen) != isOpen)
        Q_EMIT previewOpened(isOpen);
}

void FilesArea::place()
{
    if (!m_isOpen)
        return;
    if (!m_isNarrow) {
        if (!std::exchange(m_isPlaced, true))
            m_splitter->setSizes({qMax(1, width() - m_settings->previewWidth()), m_settings->previewWidth()});
        return;
    }
    const look::RowTree *list = m_files->list();
    const int height = list->isVisible() ? list->mapTo(this, QPoint(0, list->height())).y() : this->height();
    const int most = qMax(kLeastPreview, width() / 2);
    m_preview->setGeometry(QStyle::visualRect(layoutDirection(), rect(), QRect(width() - most, 0, most, height)));
    m_preview->raise();
}

bool FilesArea::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_preview && event->type() == QEvent::Show) {
        look();
        m_feed->setActive(true);
    } else if (watched == m_preview && event->type() == QEvent::Hide) {
        m_feed->setActive(false);
    }
    return QWidget::eventFilter(watched, event);
}

void FilesArea::look()
{
    if (m_preview->isVisible())  // Else nobody sees it.
        m_feed->look(selection());
}

FileSelection FilesArea::selection() const
{
    FileSelection selection;
    const QItemSelectionModel *selected = m_files->list()->selectionModel();
    if (!m_session || m_session->commit().isEmpty() || !selected->hasSelection())
        return selection;
    for (const QItemSelectionRange &range : selected->selection())
        selection.count += range.height();
    if (selection.count > kMostCounted)
        return selection;
    for (const QModelIndex &row : selected->selectedRows()) {
        const bool isFolder = row.data(FileModel::IsFolderRole).toBool();
        selection.entries << (isFolder ? folderOf(row, *m_session) : fileOf(row, *m_session));
    }
    if (selection.count == 1) {
        const QModelIndex state = selected->selectedRows().constFirst().siblingAtColumn(models::FileColumn::State);
        selection.state = state.data(Qt::AccessibleTextRole).toString();
    }
    return selection;
}
