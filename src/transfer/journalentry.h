// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transfer/downloadwish.h"
#include "transfer/transferrow.h"

/// What is kept of a transfer from one run to the next: all that going on needs, and what its row says meanwhile.
struct JournalEntry {
    using State = TransferRow::State;

    quint64 id = 0;
    quint64 turn = 0;              ///< Those with a lower one come first.
    DownloadWish wish = {};        ///< Without a tree. Its commit is what was planned, once that is known.
    State state = State::Waiting;  ///< Or Paused, Succeeded, Failed, Cancelled: what was under way waits again.
    QString target = {};
    int files = 0;
    int filesDone = 0;
    qint64 done = 0;  ///< Bytes, as of the last change.
    qint64 total = -1;
    std::optional<Error> error = {};  ///< Its kind and its message alone.
    QDateTime finishedAt = {};

    TransferRow row() const;
};
