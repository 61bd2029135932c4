// SPDX-License-Identifier: Apache-2.0
#include "transfer/journalentry.h"

TransferRow JournalEntry::row() const
{
    TransferRow row;
    row.id = id;
    row.repo = wish.repo;
    row.revision = wish.revision;
    row.commit = wish.commit;
    row.path = wish.isSingleFile ? wish.paths.value(0) : QString();
    row.target = target;
    row.intoFolder = !wish.folder.isEmpty();
    row.state = state;
    row.done = done;
    row.total = total;
    row.files = files;
    row.filesDone = filesDone;
    row.error = error;
    row.finishedAt = finishedAt;
    return row;
}
