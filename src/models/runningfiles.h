// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "models/filestate.h"
#include "transfer/transferrow.h"

#include <QHash>

#include <optional>

/// What the transfers under way say of the files they bring into the cache: newer than what a look at the disk said.
class RunningFiles
{
public:
    struct Progress {
        models::FileState state = models::FileState::Queued;
        double share = 0;
        bool isPaused = false;
    };

    void update(const QList<TransferRow> &rows);

    /// What \a row, once taken in by update(), is about; nothing where it changes no file of a commit in the cache.
    struct Subject {
        RepoId repo;
        QString commit;
        QString path;
        bool isOver = false;  ///< The whole transfer is: its files want to be looked at on the disk.
    };
    std::optional<Subject> subjectOf(const TransferRow &row) const;

    std::optional<Progress> find(const RepoId &repo, const QString &commit, const QString &path) const;

    /// Forgets the transfers that are over: the disk was looked at since.
    void dropFinished();

private:
    struct Transfer {
        RepoId repo;
        QString commit;
        bool isOver = false;
        QHash<QString, Progress> files = {};
    };

    QHash<quint64, Transfer> m_transfers;  // By the number of the transfer.
};
