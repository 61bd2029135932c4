// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "transfer/journalentry.h"

class QSqlQuery;
class QUrl;

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

/// \a endpoint as a row has it: without who asks, and without a query.
QString endpointText(const QUrl &endpoint);

void bind(QSqlQuery &query, const QString &endpoint, const JournalEntry &entry);
/// The row that \a query, made of columnNames(), stands on; nothing where it cannot be one of ours.
std::optional<JournalEntry> entryOf(const QSqlQuery &query);

}  // namespace journal
