// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/result.h"
#include "local/filelock.h"
#include "transfer/journalentry.h"

#include <QUrl>

#include <functional>
#include <memory>

class QSqlQuery;

/// The transfers of a Hubdeck that is set to one Hub on the disk, so that a window that was killed goes on with them:
/// SQLite, one file with its log beside it. It lives in the thread that opened it.
///
/// Never a token, never an address with a query. What a killed process had put is there; a power cut may undo what was
/// put in the last half minute, and never damages the rest.
class TransferJournal
{
public:
    /// Opens \a path for the transfers of \a endpoint, made with its folder where absent, for this user's eyes only.
    /// One of an older version becomes one of this; what is no journal, or one of a newer version, is moved aside, and
    /// notice() says so.
    ///
    /// Error::Kind::Conflict where another process has it open; Disk or DiskFull where nothing can be kept there.
    static Result<std::unique_ptr<TransferJournal>> open(const QString &path, const QUrl &endpoint);
    ~TransferJournal();
    TransferJournal(const TransferJournal &) = delete;
    TransferJournal &operator=(const TransferJournal &) = delete;

    QString notice() const { return m_notice; }  ///< One sentence where open() had to move something; else empty.
    /// The highest number that a transfer has, or had when turns were given: those of other Hubs included.
    Result<quint64> lastId() const;
    /// In the order of their turns. Of what is over, the last hundred: older ones are forgotten.
    Result<QList<JournalEntry>> entries();
    /// Adds them, or replaces those with their numbers: all of them, or none.
    std::optional<Error> put(const QList<JournalEntry> &entries);
    std::optional<Error> remove(quint64 id);

private:
    TransferJournal(const QString &path, const QUrl &endpoint);

    std::optional<Error> lock();
    std::optional<Error> connect();
    std::optional<Error> prepare();
    std::optional<Error> makeTable();
    std::optional<Error> addTurns();
    std::optional<Error> addHubs();
    std::optional<Error> check() const;
    std::optional<Error> atOnce(const std::function<std::optional<Error>()> &act) const;
    std::optional<Error> moveAside(const Error &why);
    void disconnect();
    QSqlQuery query() const;

    const QString m_path;
    const QString m_endpoint;
    const QString m_connection;
    FileLock m_lock;
    QString m_notice;
};
