// SPDX-License-Identifier: Apache-2.0
#include "models/transferproxy.h"

#include "models/transfermodel.h"

#include <QDataStream>
#include <QIODevice>
#include <QMimeData>

using namespace Qt::Literals::StringLiterals;

namespace {

/// The numbers of transfers, of this process alone.
constexpr auto kMimeType = "application/x-hubdeck-transfers"_L1;

TransferProxy::Kind kindOf(TransferRow::State state)
{
    using State = TransferRow::State;
    switch (state) {
    case State::Waiting:
    case State::Paused: return TransferProxy::Kind::Waiting;
    case State::Succeeded: return TransferProxy::Kind::Finished;
    case State::Failed:
    case State::Cancelled: return TransferProxy::Kind::Failed;
    case State::Listing:
    case State::Running:
    case State::Locked:
    case State::Retrying: break;
    }
    return TransferProxy::Kind::Active;
}

}  // namespace

TransferProxy::TransferProxy(TransferModel *transfers, QObject *parent)
    : QSortFilterProxyModel(parent),
      m_transfers(transfers)
{
    setSourceModel(transfers);
    setDynamicSortFilter(true);
    sort(0);
}

void TransferProxy::setKind(Kind kind)
{
    m_kind = kind;
    invalidateFilter();
}

void TransferProxy::setText(const QString &text)
{
    m_text = text;
    invalidateFilter();
}

bool TransferProxy::filterAcceptsRow(int row, const QModelIndex &parent) const
{
    if (parent.isValid())
        return true;
    const TransferRow *transfer = m_transfers->rowAt(m_transfers->index(row, 0));
    return (m_kind == Kind::All || m_kind == kindOf(transfer->state))
        && transfer->repo.name.contains(m_text, Qt::CaseInsensitive);
}

bool TransferProxy::lessThan(const QModelIndex &left, const QModelIndex &right) const
{
    if (left.internalId() != 0)
        return left.row() < right.row();  // Files; there may be very many of them.
    const TransferRow *one = m_transfers->rowAt(left);
    const TransferRow *other = m_transfers->rowAt(right);
    if (one->isOver() != other->isOver())
        return other->isOver();
    if (!one->isOver())
        return left.row() < right.row();
    return one->finishedAt == other->finishedAt ? one->id > other->id : one->finishedAt > other->finishedAt;
}

QList<models::QueuePlace> TransferProxy::queue(const QSet<quint64> &chosen) const
{
    QList<models::QueuePlace> queue;
    for (int row = 0; row < m_transfers->rowCount(); ++row) {
        const quint64 id = m_transfers->rowAt(m_transfers->index(row, 0))->id;
        queue << models::QueuePlace{id, isWaiting(mapFromSource(m_transfers->index(row, 0))), chosen.contains(id)};
    }
    return queue;
}

bool TransferProxy::isWaiting(const QModelIndex &index) const
{
    const TransferRow *row = m_transfers->rowAt(mapToSource(index));
    return row && row->parent == 0 && row->state == TransferRow::State::Waiting;
}

/// What is dragged comes to stand between transfers, and in none.
Qt::ItemFlags TransferProxy::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::ItemIsDropEnabled;
    const Qt::ItemFlags flags = QSortFilterProxyModel::flags(index);
    return isWaiting(index) ? flags | Qt::ItemIsDragEnabled : flags;
}

QStringList TransferProxy::mimeTypes() const
{
    return {kMimeType};
}

QMimeData *TransferProxy::mimeData(const QModelIndexList &indexes) const
{
    QSet<quint64> ids;
    for (const QModelIndex &index : indexes) {
        if (isWaiting(index))
            ids << index.siblingAtColumn(0).data(TransferModel::IdRole).toULongLong();
    }
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    stream << ids;
    auto data = std::make_unique<QMimeData>();
    data->setData(kMimeType, bytes);
    return data.release();  // The drag's.
}

bool TransferProxy::canDropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                    const QModelIndex &parent) const
{
    Q_UNUSED(row)
    Q_UNUSED(column)
    return action == Qt::MoveAction && !parent.isValid() && data->hasFormat(kMimeType);
}

/// The queue's order is the engine's: this tells what is wanted, and what comes of it is told by the model.
bool TransferProxy::dropMimeData(const QMimeData *data, Qt::DropAction action, int row, int column,
                                 const QModelIndex &parent)
{
    if (!canDropMimeData(data, action, row, column, parent))
        return false;
    QSet<quint64> ids;
    QDataStream stream(data->data(kMimeType));
    stream >> ids;
    quint64 before = 0;
    for (int next = row < 0 ? rowCount() : row; next < rowCount() && before == 0; ++next) {
        const quint64 id = index(next, 0).data(TransferModel::IdRole).toULongLong();
        before = isWaiting(index(next, 0)) && !ids.contains(id) ? id : 0;
    }
    QList<models::QueueMove> moves;
    for (const models::QueuePlace &place : queue(ids)) {
        if (place.isMovable && place.isChosen)
            moves << models::QueueMove{place.id, before};
    }
    if (!moves.isEmpty())
        Q_EMIT movesAsked(moves);
    return true;
}
