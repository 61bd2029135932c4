// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transfer/journalentry.h"

class QSqlQuery;

/// An entry as a row of the journal's table.
namespace journal {

/// "id INTEGER PRIMARY KEY, endpoint TEXT, …"
QString columns();
/// "id, endpoint, …"
QString columnNames();
/// ":id, :endpoint, …"
QString placeholders();

/// The states that are over, for SQL: "'succeeded', …".
QString overStates();

void bind(QSqlQuery &query, const QString &endpoint, const JournalEntry &entry);
/// The row that \a query, made of columnNames(), stands on; nothing where it cannot be one of ours.
std::optional<JournalEntry> entryOf(const QSqlQuery &query);

}  // namespace journal
