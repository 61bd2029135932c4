// SPDX-License-Identifier: Apache-2.0
#include "models/transferproxy.h"

#include "models/transfermodel.h"

namespace {

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
    sort(0, Qt::DescendingOrder);
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
    return left.parent().isValid() ? left.row() > right.row() : left.row() < right.row();  // Files keep their order.
}
