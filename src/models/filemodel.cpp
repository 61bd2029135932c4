// SPDX-License-Identifier: Apache-2.0
#include "models/filemodel.h"

#include "core/plaintext.h"
#include "core/texts.h"
#include "engine/folderorder.h"
#include "models/columns.h"
#include "models/fileicon.h"
#include "models/tone.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using models::FileState;
namespace FileColumn = models::FileColumn;

namespace {

constexpr qsizetype kMany = 1000;  // To mark so many one by one takes long.

}

void FileModel::setCommit(const RepoId &repo, const QString &commit, const QHash<QString, LocalFile> *states)
{
    beginResetModel();
    m_repo = repo;
    m_commit = commit;
    m_states = states;
    m_folder.clear();
    m_entries.clear();
    m_counts.clear();
    m_changes.clear();
    m_checked.clear();
    m_isWhole = false;
    endResetModel();
    Q_EMIT checkedChanged();
}

void FileModel::setEntries(const QString &folder, QList<FolderEntry> entries)
{
    if (!std::ranges::is_sorted(entries, engine::comesBefore))
        std::ranges::sort(entries, engine::comesBefore);
    if (folder != m_folder) {
        beginResetModel();
        m_folder = folder;
        m_entries = std::move(entries);
        endResetModel();
        return;
    }
    removeAllBut(entries);
    mergeIn(entries);
}

void FileModel::addEntries(QList<FolderEntry> entries)
{
    std::ranges::sort(entries, engine::comesBefore);
    mergeIn(entries);
}

void FileModel::removeAllBut(const QList<FolderEntry> &sorted)
{
    const auto isGone
        = [&](const FolderEntry &entry) { return !std::ranges::binary_search(sorted, entry, engine::comesBefore); };
    for (int last = rowCount() - 1; last >= 0; --last) {
        if (!isGone(m_entries.at(last)))
            continue;
        int first = last;
        while (first > 0 && isGone(m_entries.at(first - 1)))
            --first;
        beginRemoveRows({}, first, last);
        m_entries.remove(first, last - first + 1);
        endRemoveRows();
        last = first;
    }
}

void FileModel::mergeIn(const QList<FolderEntry> &sorted)
{
    qsizetype row = 0;
    for (qsizetype next = 0; next < sorted.size();) {
        row = std::lower_bound(m_entries.cbegin() + row, m_entries.cend(), sorted[next], engine::comesBefore)
            - m_entries.cbegin();
        if (row < m_entries.size() && !engine::comesBefore(sorted[next], m_entries.at(row))) {
            if (m_entries.at(row) != sorted[next]) {
                m_entries[row] = sorted[next];
                Q_EMIT dataChanged(index(int(row), 0), index(int(row), columnCount() - 1));
            }
            ++next;
            continue;
        }
        qsizetype end = next + 1;  // All that belong before the same row come in at once.
        while (end < sorted.size() && (row == m_entries.size() || engine::comesBefore(sorted[end], m_entries.at(row))))
            ++end;
        beginInsertRows({}, int(row), int(row + end - next - 1));
        m_entries.insert(row, end - next, FolderEntry{});
        std::copy(sorted.cbegin() + next, sorted.cbegin() + end, m_entries.begin() + row);
        endInsertRows();
        row += end - next;
        next = end;
    }
}

void FileModel::setFolderCounts(const QHash<QString, FolderCount> &counts)
{
    if (m_counts == counts)
        return;
    m_counts = counts;
    const auto file = std::ranges::find(std::as_const(m_entries), false, &FolderEntry::isFolder);
    stateChanged(0, int(file - m_entries.cbegin()) - 1);
}

void FileModel::setChanges(const QHash<QString, LastChange> &changes, const QStringList &paths)
{
    m_changes = changes;
    int first = rowCount();
    int last = -1;
    for (const QString &path : paths) {
        const int row = rowOf(path);
        first = row < 0 ? first : qMin(first, row);
        last = qMax(last, row);
    }
    if (first <= last)
        Q_EMIT dataChanged(index(first, FileColumn::Change), index(last, FileColumn::When));
}

void FileModel::refreshStates()
{
    m_running.dropFinished();
    stateChanged(0, rowCount() - 1);
}

void FileModel::updateTransfers(const QList<TransferRow> &rows)
{
    m_running.update(rows);
    int first = rowCount();
    int last = -1;
    bool isOver = false;
    for (const TransferRow &row : rows) {
        const auto subject = m_running.subjectOf(row);
        if (!subject || subject->commit != m_commit || subject->repo != m_repo)
            continue;
        isOver |= subject->isOver;
        const int changed = subject->path.isEmpty() ? -1 : rowOf(subject->path);
        if (changed < 0)
            continue;
        first = qMin(first, changed);
        last = qMax(last, changed);
    }
    stateChanged(first, last);
    if (isOver)
        Q_EMIT transferOver();
}

void FileModel::stateChanged(int first, int last)
{
    if (first <= last) {
        Q_EMIT dataChanged(
            index(first, FileColumn::State), index(last, FileColumn::State),
            {models::StateRole, models::ShareRole, models::NoteRole, Qt::AccessibleTextRole, Qt::ToolTipRole});
    }
}

int FileModel::rowOf(const QString &path) const
{
    const QString name = m_folder.isEmpty() ? path : path.mid(m_folder.size() + 1);
    for (const bool isFolder : {false, true}) {
        const FolderEntry wanted{name, path, isFolder};
        const auto row = std::ranges::lower_bound(m_entries, wanted, engine::comesBefore);
        if (row != m_entries.end() && row->isFolder == isFolder && row->path == path)
            return int(row - m_entries.begin());
    }
    return -1;
}

FileModel::Shown FileModel::shownOf(const LocalFile &file, qint64 size) const
{
    switch (file.state) {
    case LocalState::Absent: break;
    case LocalState::Cached: return {FileState::Cached};
    case LocalState::Damaged: return {FileState::Damaged};
    case LocalState::OtherRevision: return {FileState::OtherRevision};
    case LocalState::Partly:
        const double share = size > 0 ? qMin(double(file.bytes) / double(size), 0.999) : 0;
        return {FileState::Partly, share, tr("%1 here").arg(core::percentText(share))};
    }
    return {FileState::Remote};
}

FileModel::Shown FileModel::shownOf(const FolderEntry &entry) const
{
    if (entry.isFolder) {
        const FolderCount count = m_counts.value(entry.path);
        if (count.cached == 0)
            return {FileState::Remote};
        if (count.cached == count.files)
            return {FileState::Cached};
        return {FileState::Partly, -1, tr("%1 of %2 cached").arg(count.cached).arg(count.files)};
    }
    if (const auto running = m_running.find(m_repo, m_commit, entry.path)) {
        const QString percent = core::percentText(running->share);
        if (running->isPaused)
            return {running->state, running->share, tr("Paused at %1").arg(percent)};
        return {running->state, running->share, running->state == FileState::Running ? percent : QString()};
    }
    return shownOf(m_states ? m_states->value(entry.path) : LocalFile{}, entry.file.size);
}

FileState FileModel::stateOf(int row) const
{
    return shownOf(m_entries[row]).state;
}

int FileModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_entries.size());
}

int FileModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : FileColumn::Count;
}

QVariant FileModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const FolderEntry &entry = m_entries[index.row()];
    switch (index.column()) {
    case FileColumn::Name: return nameData(entry, role);
    case FileColumn::Size: return sizeData(entry, role);
    case FileColumn::State: return stateData(entry, role);
    default: return changeData(m_changes.value(entry.path), index.column(), role);
    }
}

QVariant FileModel::nameData(const FolderEntry &entry, int role) const
{
    switch (role) {
    case Qt::DisplayRole: return core::visible(entry.name);
    case Qt::CheckStateRole: return m_checked.stateOf(entry.path);
    case Qt::AccessibleDescriptionRole: return entry.isFolder ? tr("Folder") : tr("File");
    case models::IconNameRole: return entry.isFolder ? u"folder"_s : models::fileIconOf(entry.name);
    case models::ToneRole: return int(entry.isFolder ? models::Tone::Accent : models::Tone::Neutral);
    case PathRole: return entry.path;
    case IsFolderRole: return entry.isFolder;
    default: return {};
    }
}

QVariant FileModel::sizeData(const FolderEntry &entry, int role)
{
    const qint64 bytes = entry.isFolder ? entry.bytes : entry.file.size;
    switch (role) {
    case models::BytesRole: return bytes;
    case Qt::AccessibleTextRole: return bytes < 0 ? tr("Not known yet") : core::sizeText(bytes);
    default: return {};
    }
}

QVariant FileModel::stateData(const FolderEntry &entry, int role) const
{
    if (role != models::StateRole && role != models::ShareRole && role != models::NoteRole
        && role != Qt::AccessibleTextRole && role != Qt::ToolTipRole)
        return {};
    const Shown shown = shownOf(entry);
    switch (role) {
    case models::StateRole: return int(shown.state);
    case models::ShareRole: return shown.share < 0 ? QVariant() : shown.share;
    case models::NoteRole: return shown.note;
    case Qt::AccessibleTextRole: return shown.note.isEmpty() ? models::textOf(shown.state) : shown.note;
    default: break;
    }
    if (shown.state == FileState::OtherRevision)
        return tr("Another content of it is cached, from commit %1.")
            .arg(m_states->value(entry.path).otherCommit.left(7));
    return {};
}

QVariant FileModel::changeData(const LastChange &change, int column, int role) const
{
    if (change.commit.isEmpty() || (role != Qt::DisplayRole && role != Qt::ToolTipRole))
        return {};
    const bool isTip = role == Qt::ToolTipRole;
    if (column == FileColumn::Change)
        return isTip ? tr("%1 (commit %2)").arg(core::visible(change.title), change.commit.left(7))
                     : core::visible(change.title);
    if (!change.date.isValid())
        return {};
    return isTip ? QLocale().toString(change.date.toLocalTime(), QLocale::LongFormat)
                 : core::whenText(change.date, QDateTime::currentDateTimeUtc());
}

QVariant FileModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && section == FileColumn::When)
        return int(Qt::AlignTrailing | Qt::AlignVCenter);
    if (role == Qt::TextAlignmentRole && section == FileColumn::Size)
        return int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case FileColumn::Name: return tr("Name");
    case FileColumn::Size: return tr("Size");
    case FileColumn::State: return tr("State");
    case FileColumn::Change: return tr("Last change");
    case FileColumn::When: return tr("When");
    default: return {};
    }
}

Qt::ItemFlags FileModel::flags(const QModelIndex &index) const
{
    return index.isValid() ? flagsOf(index.column()) : QAbstractTableModel::flags(index);
}

Qt::ItemFlags FileModel::flagsOf(int column)
{
    const Qt::ItemFlags flags
        = Qt::ItemIsSelectable | Qt::ItemIsEnabled | Qt::ItemIsDragEnabled | Qt::ItemNeverHasChildren;
    return column == FileColumn::Name ? flags | Qt::ItemIsUserCheckable : flags;
}

bool FileModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (role != Qt::CheckStateRole || !checkIndex(index, CheckIndexOption::IndexIsValid)
        || index.column() != FileColumn::Name || !check(index.row(), value.toInt() == Qt::Checked))
        return false;
    Q_EMIT dataChanged(index, index, {Qt::CheckStateRole});
    Q_EMIT checkedChanged();
    return true;
}

bool FileModel::check(int row, bool isChecked)
{
    const FolderEntry &entry = m_entries[row];
    if (!m_isWhole && !m_checked.maySet(entry.path, isChecked))
        return false;
    m_checked.set(entry.path, entry.isFolder, isChecked);
    return true;
}

/// The folder itself, in the place of each of its rows.
bool FileModel::checkAll(bool isChecked)
{
    if (m_folder.isEmpty() || (!m_isWhole && !m_checked.maySet(m_folder, isChecked)))
        return false;
    m_checked.set(m_folder, true, isChecked);
    return true;
}

void FileModel::setChecked(const QList<int> &rows, bool isChecked)
{
    if (rows.isEmpty())
        return;
    if (rows.size() < kMany || rows.size() < rowCount() || !checkAll(isChecked)) {
        for (const int row : rows)
            check(row, isChecked);
    }
    const auto [first, last] = std::ranges::minmax(rows);
    Q_EMIT dataChanged(index(first, 0), index(last, 0), {Qt::CheckStateRole});
    Q_EMIT checkedChanged();
}

void FileModel::uncheckAll()
{
    m_checked.clear();
    if (!m_entries.isEmpty())
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, 0), {Qt::CheckStateRole});
    Q_EMIT checkedChanged();
}
