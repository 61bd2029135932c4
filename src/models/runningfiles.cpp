// SPDX-License-Identifier: Apache-2.0
#include "models/runningfiles.h"

using models::FileState;

namespace {

std::optional<RunningFiles::Progress> progressOf(const TransferRow &row)
{
    const double share = row.total > 0 ? qMin(double(row.done) / double(row.total), 0.999) : 0;
    switch (row.state) {
    case TransferRow::State::Waiting:
    case TransferRow::State::Listing:
    case TransferRow::State::Locked:
    case TransferRow::State::Retrying: return {{FileState::Queued, share}};
    case TransferRow::State::Running: return {{FileState::Running, share}};
    case TransferRow::State::Paused: return {{FileState::Partly, share, true}};
    case TransferRow::State::Succeeded: return {{FileState::Cached, 1}};
    case TransferRow::State::Failed:
    case TransferRow::State::Cancelled: break;
    }
    return {};
}

}  // namespace

void RunningFiles::update(const QList<TransferRow> &rows)
{
    for (const TransferRow &row : rows) {
        if (row.parent == 0) {
            if (row.intoFolder)
                continue;
            Transfer &transfer = m_transfers[row.id];
            transfer.repo = row.repo;
            transfer.commit = row.commit;
            transfer.isOver = row.isOver();
            continue;
        }
        const auto transfer = m_transfers.find(row.parent);
        if (transfer == m_transfers.end())
            continue;
        if (const auto progress = progressOf(row))
            transfer->files[row.path] = *progress;
        else
            transfer->files.remove(row.path);
    }
}

std::optional<RunningFiles::Subject> RunningFiles::subjectOf(const TransferRow &row) const
{
    const auto transfer = m_transfers.constFind(row.parent == 0 ? row.id : row.parent);
    if (transfer == m_transfers.cend())
        return {};
    return Subject{transfer->repo, transfer->commit, row.path, row.parent == 0 && transfer->isOver};
}

std::optional<RunningFiles::Progress> RunningFiles::find(const RepoId &repo, const QString &commit,
                                                         const QString &path) const
{
    for (const Transfer &transfer : m_transfers) {
        if (transfer.commit != commit || transfer.repo != repo)
            continue;
        if (const auto file = transfer.files.constFind(path); file != transfer.files.cend())
            return *file;
    }
    return {};
}

void RunningFiles::dropFinished()
{
    m_transfers.removeIf([](const auto &transfer) { return transfer->isOver; });
}
