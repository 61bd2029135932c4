// SPDX-License-Identifier: Apache-2.0
#include "models/transfermodel.h"

#include "core/plaintext.h"
#include "core/texts.h"
#include "models/columns.h"
#include "models/fileicon.h"
#include "models/transfertexts.h"

#include <QElapsedTimer>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;
using State = TransferRow::State;
namespace TransferColumn = models::TransferColumn;

namespace {

constexpr auto kFigures = 250ms;

bool isActive(const TransferRow &row)
{
    return !row.isOver() && row.state != State::Waiting && row.state != State::Paused;
}

TransferModel::Clock steadyClock()
{
    QElapsedTimer timer;
    timer.start();
    return [timer] { return timer.elapsed(); };
}

}  // namespace

TransferModel::TransferModel(QObject *parent, Clock clock)
    : QAbstractItemModel(parent),
      m_clock(clock ? std::move(clock) : steadyClock())
{
    m_figuresTimer.setSingleShot(true);
    m_figuresTimer.setInterval(kFigures);
    connect(&m_figuresTimer, &QTimer::timeout, this, &TransferModel::tellFigures);
}

void TransferModel::update(const QList<TransferRow> &rows)
{
    QMap<quint64, QList<TransferRow>> added;
    for (const TransferRow &row : rows) {
        if (row.parent == 0)
            takeTransfer(row);
        else
            takeFile(row, added);
    }
    for (auto files = added.cbegin(); files != added.cend(); ++files)
        appendFiles(files.key(), *files);
    tell(m_news);
    if (!m_figures.isEmpty() && !m_figuresTimer.isActive())
        m_figuresTimer.start();
    if (!rows.isEmpty())
        Q_EMIT totalsChanged();
}

void TransferModel::takeTransfer(const TransferRow &row)
{
    measure(row);
    if (const auto known = m_rowOf.constFind(row.id); known != m_rowOf.cend()) {
        take(m_transfers[*known].row, row, *known);
        return;
    }
    const int at = rowCount();
    beginInsertRows({}, at, at);
    m_transfers << Transfer{row};
    m_rowOf[row.id] = at;
    endInsertRows();
}

void TransferModel::takeFile(const TransferRow &row, QMap<quint64, QList<TransferRow>> &added)
{
    const auto above = m_rowOf.constFind(row.parent);
    if (above == m_rowOf.cend())
        return;  // News of a transfer that was forgotten meanwhile.
    measure(row);
    Transfer &transfer = m_transfers[*above];
    const auto known = transfer.rowOfFile.constFind(row.id);
    if (known == transfer.rowOfFile.cend()) {
        transfer.rowOfFile[row.id] = int(transfer.files.size() + added[row.parent].size());
        added[row.parent] << row;
    } else if (*known < transfer.files.size()) {
        take(transfer.files[*known], row, *known);
    } else {
        added[row.parent][*known - transfer.files.size()] = row;  // Twice in the same news.
    }
}

void TransferModel::take(TransferRow &known, const TransferRow &row, int at)
{
    const bool isNews = known.state != row.state || known.error.has_value() != row.error.has_value();
    known = row;
    (isNews ? m_news : m_figures)[row.parent] << at;
}

void TransferModel::appendFiles(quint64 transfer, const QList<TransferRow> &files)
{
    const QModelIndex parent = indexOf(transfer);
    QList<TransferRow> &known = m_transfers[parent.row()].files;
    const int first = int(known.size());
    beginInsertRows(parent, first, first + int(files.size()) - 1);
    known += files;
    endInsertRows();
}

void TransferModel::measure(const TransferRow &row)
{
    if (row.state == State::Running)
        m_meters[row.id].add(m_clock(), double(row.bytesPerSecond));
    else
        m_meters.remove(row.id);
}

void TransferModel::tell(Changes &changes)
{
    const Changes told = std::exchange(changes, {});
    for (auto change = told.cbegin(); change != told.cend(); ++change) {
        const QModelIndex parent = change.key() ? indexOf(change.key()) : QModelIndex();
        QList<int> rows = *change;
        std::ranges::sort(rows);
        for (qsizetype first = 0; first < rows.size();) {
            qsizetype last = first;
            while (last + 1 < rows.size() && rows[last + 1] - rows[last] <= 1)
                ++last;
            Q_EMIT dataChanged(index(rows[first], 0, parent), index(rows[last], columnCount() - 1, parent));
            first = last + 1;
        }
    }
}

void TransferModel::tellFigures()
{
    tell(m_figures);
}

void TransferModel::forget(quint64 id)
{
    const int at = m_rowOf.value(id, -1);
    if (at < 0)
        return;
    tellFigures();  // Its numbers of rows are right now, and not after.
    beginRemoveRows({}, at, at);
    for (const TransferRow &file : std::as_const(m_transfers[at].files))
        m_meters.remove(file.id);
    m_meters.remove(id);
    m_transfers.removeAt(at);
    countRows();
    endRemoveRows();
    Q_EMIT totalsChanged();
}

void TransferModel::move(quint64 id, quint64 before)
{
    const int from = m_rowOf.value(id, -1);
    const int to = m_rowOf.value(before, rowCount());
    if (from < 0 || to == from || to == from + 1)
        return;
    tellFigures();  // Its numbers of rows are right now, and not after.
    beginMoveRows({}, from, from, {}, to);
    m_transfers.move(from, to > from ? to - 1 : to);
    countRows();
    endMoveRows();
}

void TransferModel::countRows()
{
    m_rowOf.clear();
    for (int row = 0; row < m_transfers.size(); ++row)
        m_rowOf[m_transfers[row].row.id] = row;
}

TransferTotals TransferModel::totals() const
{
    TransferTotals totals;
    for (const Transfer &transfer : m_transfers) {
        const TransferRow &row = transfer.row;
        ++totals.count;
        if (isActive(row)) {
            ++totals.active;
            totals.bytesPerSecond += row.bytesPerSecond;
            totals.bytesLeft += row.total < 0 ? 0 : qMax(qint64(0), row.total - row.done);
        } else if (!row.isOver()) {
            ++totals.waiting;
        } else if (row.state == State::Failed) {
            ++totals.failed;
        } else {
            ++totals.finished;
        }
    }
    return totals;
}

QModelIndex TransferModel::indexOf(quint64 transfer) const
{
    const int row = m_rowOf.value(transfer, -1);
    return row < 0 ? QModelIndex() : index(row, 0);
}

const TransferRow *TransferModel::rowAt(const QModelIndex &index) const
{
    if (!index.isValid() || index.model() != this)
        return nullptr;
    if (index.internalId() == 0)
        return index.row() < m_transfers.size() ? &m_transfers[index.row()].row : nullptr;
    const int above = m_rowOf.value(index.internalId(), -1);
    return above < 0 || index.row() >= m_transfers[above].files.size() ? nullptr
                                                                       : &m_transfers[above].files[index.row()];
}

QModelIndex TransferModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return createIndex(row, column, parent.isValid() ? quintptr(m_transfers[parent.row()].row.id) : quintptr(0));
}

QModelIndex TransferModel::parent(const QModelIndex &index) const
{
    return index.isValid() && index.internalId() ? indexOf(index.internalId()) : QModelIndex();
}

int TransferModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_transfers.size());
    const bool isTransfer = parent.internalId() == 0 && parent.column() == 0 && parent.row() < m_transfers.size();
    return isTransfer ? int(m_transfers[parent.row()].files.size()) : 0;
}

int TransferModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return TransferColumn::Count;
}

QVariant TransferModel::data(const QModelIndex &index, int role) const
{
    const TransferRow *row = rowAt(index);
    if (!row)
        return {};
    switch (index.column()) {
    case TransferColumn::Name: return nameData(*row, role);
    case TransferColumn::Progress: return progressData(*row, role);
    case TransferColumn::State: break;
    default: return figureData(*row, index.column(), role);
    }
    switch (role) {
    case Qt::DisplayRole: return models::stateTextOf(*row);
    case Qt::ToolTipRole: return row->error ? core::visible(row->error->message).toHtmlEscaped() : QVariant();
    case models::IconNameRole: return models::stateIconOf(*row);
    case models::ToneRole: return int(models::stateToneOf(*row));
    default: return {};
    }
}

QVariant TransferModel::nameData(const TransferRow &row, int role) const
{
    const bool isFile = row.parent != 0;
    switch (role) {
    case Qt::DisplayRole: return core::visible(isFile ? row.path : row.repo.name);
    case Qt::AccessibleDescriptionRole:
    case models::NoteRole:
        return isFile ? row.error ? core::visible(row.error->message) : QString() : models::noteOf(row);
    case models::IconNameRole: return isFile ? models::fileIconOf(row.path) : models::repoIconOf(row.repo.type);
    case models::ToneRole: return int(models::Tone::Neutral);
    case IdRole: return row.id;
    case RowRole: return QVariant::fromValue(row);
    default: return {};
    }
}

QVariant TransferModel::progressData(const TransferRow &row, int role)
{
    const double share = models::shareOf(row);
    switch (role) {
    case models::ShareRole: return share < 0 ? QVariant() : share;
    case models::ToneRole: return int(models::progressToneOf(row));
    case models::DoneRole: return row.done;
    case Qt::AccessibleTextRole: return share < 0 ? tr("Not known yet") : core::percentText(share);
    default: return {};
    }
}

qint64 TransferModel::leftOf(const TransferRow &row) const
{
    const auto meter = m_meters.constFind(row.id);
    return meter == m_meters.cend() || row.total < 0 ? -1 : meter->left(qMax(qint64(0), row.total - row.done));
}

QVariant TransferModel::figureData(const TransferRow &row, int column, int role) const
{
    const bool isSpoken = role == Qt::AccessibleTextRole;
    switch (column) {
    case TransferColumn::Size:
        if (role == models::BytesRole)
            return row.total;
        return isSpoken ? core::sizeText(row.total) : QVariant();
    case TransferColumn::Speed: {
        const double speed = row.state == State::Running ? double(row.bytesPerSecond) : -1;
        if (role == models::SpeedRole)
            return speed;
        return isSpoken ? core::speedText(speed) : QVariant();
    }
    case TransferColumn::Left:
        if (role == models::LeftRole)
            return leftOf(row);
        return isSpoken ? core::leftText(leftOf(row)) : QVariant();
    default: return {};
    }
}

QVariant TransferModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    const bool isFigure = section >= TransferColumn::Size && section <= TransferColumn::Left;
    if (role == Qt::TextAlignmentRole && isFigure)
        return int(Qt::AlignRight | Qt::AlignAbsolute | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case TransferColumn::Name: return tr("Name");
    case TransferColumn::Progress: return tr("Progress");
    case TransferColumn::Size: return tr("Size");
    case TransferColumn::Speed: return tr("Speed");
    case TransferColumn::Left: return tr("Time left");
    case TransferColumn::State: return tr("State");
    default: return {};
    }
}
