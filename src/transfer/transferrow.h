// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "core/repoid.h"

#include <QDateTime>
#include <QMetaType>
#include <QString>

#include <optional>

/// What the window knows of a transfer or of one of its files: a copy that holds nothing of the job itself.
struct TransferRow {
    enum class State {
        Waiting,
        Listing,  ///< Asks the Hub what there is.
        Running,
        Locked,    ///< Somebody else fetches the same content: waits for it.
        Retrying,  ///< Failed for a while, and tries again by itself.
        Paused,
        Succeeded,
        Failed,
        Cancelled,
    };

    quint64 id = 0;
    quint64 parent = 0;  ///< Of a file: the transfer that it belongs to; 0: it is a transfer.
    RepoId repo = {};
    QString revision = {};
    QString commit = {};  ///< Empty until it is known.
    QString path = {};    ///< Of a file: its path in the repository.
    QString target = {};  ///< Of what is done: where it lies. Of a transfer: the snapshot's folder or
                          ///< the plain one; of one for a single file: that file.
    bool intoFolder = false;
    State state = State::Waiting;
    bool waitsForHub = false;  ///< While Waiting: the Hub cannot be reached; it goes on when it can.
    qint64 done = 0;    ///< Bytes that are here, those of earlier tries included.
    qint64 total = -1;  ///< -1 while unknown.
    qint64 bytesPerSecond = 0;
    qint64 fetched = 0;  ///< Bytes that came over the network for it in this run.
    int files = 0;       ///< Of a transfer: how many files it has, and how many of them are proved.
    int filesDone = 0;
    int filesRefused = 0;  ///< Names that must not be written: skipped.
    std::optional<Error> error = {};
    QDateTime finishedAt = {};

    bool isOver() const { return state >= State::Succeeded; }
};
Q_DECLARE_TYPEINFO(TransferRow, Q_RELOCATABLE_TYPE);
Q_DECLARE_METATYPE(TransferRow)
