// SPDX-License-Identifier: Apache-2.0
#include "transfer/transferjournal.h"

#include "core/partfile.h"
#include "transfer/journalrow.h"
#include "transfer/log.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QSqlDatabase>
#include <QSqlError>
#include <QSqlQuery>
#include <QUuid>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int kSchema = 3;  // 1: without turns; 2: all of one Hub and of whoever is chosen there.
constexpr int kMostOver = 100;

/// The translation context of this file.
struct Journal {
    Q_DECLARE_TR_FUNCTIONS(TransferJournal)
};

/// SQLite's own word for what went wrong. BadReply: what lies there is no journal.
Error errorOf(const QSqlError &error)
{
    constexpr int kError = 1;  // A table or column that is not there, for one.
    constexpr int kCorrupt = 11;
    constexpr int kFull = 13;
    constexpr int kNotADatabase = 26;
    const auto kindOf = [](int code) {
        switch (code) {
        case kError:
        case kCorrupt:
        case kNotADatabase: return Error::Kind::BadReply;
        case kFull: return Error::Kind::DiskFull;
        default: return Error::Kind::Disk;
        }
    };
    constexpr int kPrimary = 0xff;  // Above it SQLite says more.
    return {kindOf(error.nativeErrorCode().toInt() & kPrimary),
            Journal::tr("The list of transfers cannot be written: it may be forgotten when Hubdeck ends."),
            error.databaseText()};
}

Error unkeepable(const QString &detail)
{
    return {Error::Kind::Disk,
            Journal::tr("The list of transfers cannot be kept here: it is forgotten when Hubdeck ends."), detail};
}

std::optional<Error> run(QSqlQuery query, const QString &sql)
{
    return query.exec(sql) ? std::nullopt : std::optional(errorOf(query.lastError()));
}

Result<QVariant> answer(QSqlQuery query, const QString &sql)
{
    if (!query.exec(sql))
        return errorOf(query.lastError());
    return query.next() ? query.value(0) : QVariant();
}

// POSIX. On Windows a user's own folder is closed to others by what it inherits.

/// One that is there already keeps its permissions.
bool makeFolder(const QString &folder)
{
    const QFileInfo info(folder);
    return info.isDir()
        || (QDir().mkpath(info.path()) && (::mkdir(QFile::encodeName(folder).constData(), 0700) == 0 || info.isDir()));
}

/// Made here, since SQLite would let others read it; its log gets the same permissions.
std::optional<Error> makeFile(const QString &path)
{
    const int fd = ::open(QFile::encodeName(path).constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NONBLOCK, 0600);
    if (fd < 0)
        return unkeepable(qt_error_string(errno));
    ::fchmod(fd, 0600);
    ::close(fd);
    return {};
}

}  // namespace

TransferJournal::TransferJournal(const QString &path, const QUrl &endpoint)
    : m_path(path),
      m_endpoint(journal::endpointText(endpoint)),
      m_connection(u"journal-"_s + QUuid::createUuid().toString(QUuid::WithoutBraces)),
      m_lock(path + ".lock"_L1)
{
}

TransferJournal::~TransferJournal()
{
    disconnect();
}

Result<std::unique_ptr<TransferJournal>> TransferJournal::open(const QString &path, const QUrl &endpoint)
{
    std::unique_ptr<TransferJournal> journal(new TransferJournal(path, endpoint));
    if (const auto error = journal->lock())
        return *error;
    auto error = journal->connect();
    if (error && (error->kind == Error::Kind::BadReply || error->kind == Error::Kind::Refused)) {
        error = journal->moveAside(*error);
        if (!error)
            error = journal->connect();
    }
    if (error)
        return error->kind == Error::Kind::DiskFull ? *error : unkeepable(error->detail);
    return journal;
}

std::optional<Error> TransferJournal::lock()
{
    const QString folder = QFileInfo(m_path).path();
    if (!makeFolder(folder))
        return unkeepable(qt_error_string(errno));
    const auto taken = m_lock.tryLock();
    if (!taken)
        return unkeepable(taken.error().detail);
    if (*taken == FileLock::Outcome::Busy)
        return Error{Error::Kind::Conflict,
                     Journal::tr("Hubdeck is open twice: this window's transfers are forgotten when it "
                                 "ends.")};
    if (*taken == FileLock::Outcome::Taken)  // Else the lock that SQLite takes itself has to do.
        QFile::setPermissions(m_path + ".lock"_L1, QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return {};
}

std::optional<Error> TransferJournal::connect()
{
    if (!QSqlDatabase::isDriverAvailable(u"QSQLITE"_s))
        return unkeepable(u"QSQLITE"_s);
    if (const auto error = makeFile(m_path))
        return error;
    QSqlDatabase database = QSqlDatabase::addDatabase(u"QSQLITE"_s, m_connection);
    database.setDatabaseName(m_path);
    database.setConnectOptions(u"QSQLITE_BUSY_TIMEOUT=200"_s);  // The engine's thread must not stand still.
    if (!database.open())
        return errorOf(database.lastError());
    return prepare();
}

/// BadReply where it is no journal, Refused where it is one of a newer version.
std::optional<Error> TransferJournal::prepare()
{
    // Exclusive: no memory shared with others is needed then, which not every file system has.
    for (const QString &pragma : {u"locking_mode=EXCLUSIVE"_s, u"journal_mode=WAL"_s, u"synchronous=NORMAL"_s,
                                  u"secure_delete=ON"_s, u"trusted_schema=OFF"_s}) {
        if (const auto error = run(query(), u"PRAGMA "_s + pragma))
            return error;
    }
    const auto health = answer(query(), u"PRAGMA quick_check(1)"_s);
    const auto version = answer(query(), u"PRAGMA user_version"_s);
    const auto tables = answer(query(), u"SELECT count(*) FROM sqlite_master"_s);
    for (const auto &result : {health, version, tables}) {
        if (!result)
            return result.error();
    }
    if (version->toInt() > kSchema)
        return Error{Error::Kind::Refused, {}};
    if (health->toString() != "ok"_L1 || (version->toInt() == 0) != (tables->toInt() == 0))
        return Error{Error::Kind::BadReply, {}};
    switch (version->toInt()) {
    case 0: return atOnce([this] { return makeTable(); });
    case 1:
        return atOnce([this] {
            const auto error = addTurns();
            return error ? error : addHubs();
        });
    case 2: return atOnce([this] { return addHubs(); });
    default: return check();
    }
}

/// All of what \a act does, or nothing of it, whenever the process is killed.
std::optional<Error> TransferJournal::atOnce(const std::function<std::optional<Error>()> &act) const
{
    auto error = run(query(), u"BEGIN"_s);
    if (error)
        return error;
    error = act();
    if (!error)
        error = run(query(), u"COMMIT"_s);
    if (error)
        run(query(), u"ROLLBACK"_s);
    return error;
}

std::optional<Error> TransferJournal::makeTable()
{
    const auto error = run(query(), u"CREATE TABLE transfers (%1)"_s.arg(journal::columns()));
    return error ? error : run(query(), u"PRAGMA user_version=%1"_s.arg(kSchema));
}

/// In version 1 each came in the order of its number.
std::optional<Error> TransferJournal::addTurns()
{
    const auto error = run(query(), u"ALTER TABLE transfers ADD COLUMN turn INTEGER"_s);
    return error ? error : run(query(), u"UPDATE transfers SET turn = id"_s);
}

std::optional<Error> TransferJournal::addHubs()
{
    for (const QString &sql :
         {u"ALTER TABLE transfers ADD COLUMN asked_endpoint TEXT"_s, u"ALTER TABLE transfers ADD COLUMN account TEXT"_s,
          u"PRAGMA user_version=%1"_s.arg(kSchema)}) {
        if (const auto error = run(query(), sql))
            return error;
    }
    return check();  // What is somebody else's stays as it was.
}

std::optional<Error> TransferJournal::check() const
{
    return run(query(), u"SELECT %1 FROM transfers LIMIT 1"_s.arg(journal::columnNames()));
}

/// With its log, which holds what is not in the file yet.
std::optional<Error> TransferJournal::moveAside(const Error &why)
{
    disconnect();
    QString aside = m_path + ".broken-"_L1 + QDateTime::currentDateTimeUtc().toString(u"yyyyMMdd-hhmmss-zzz"_s);
    for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s}) {
        const QString from = m_path + suffix;
        if (QFileInfo::exists(from) && !QFile::rename(from, aside + suffix))
            return unkeepable(qt_error_string(errno));
    }
    const QString sentence = why.kind == Error::Kind::Refused
        ? Journal::tr("The list of transfers is of a newer Hubdeck. It was kept as %1, and a new one was begun.")
        : Journal::tr("The list of transfers could not be read. It was kept as %1, and a new one was begun.");
    m_notice = sentence.arg(QFileInfo(aside).fileName());
    qCWarning(lcTransfer).noquote() << "journal moved aside:" << why.detail;
    return {};
}

void TransferJournal::disconnect()
{
    if (QSqlDatabase::contains(m_connection))
        QSqlDatabase::removeDatabase(m_connection);
}

QSqlQuery TransferJournal::query() const
{
    QSqlQuery query(QSqlDatabase::database(m_connection));
    query.setForwardOnly(true);
    return query;
}

Result<quint64> TransferJournal::lastId() const
{
    const auto last = answer(query(), u"SELECT max(max(id), ifnull(max(turn), 0)) FROM transfers"_s);
    if (!last)
        return last.error();
    return quint64(qMax<qint64>(0, last->toLongLong()));
}

Result<QList<JournalEntry>> TransferJournal::entries()
{
    QSqlQuery pruning = query();
    pruning.prepare(u"DELETE FROM transfers WHERE endpoint = :endpoint AND state IN (%1) AND id NOT IN (SELECT id FROM "
                    "transfers WHERE endpoint = :endpoint AND state IN (%1) ORDER BY finished_at DESC, id DESC "
                    "LIMIT %2)"_s.arg(journal::overStates())
                        .arg(kMostOver));
    pruning.bindValue(u":endpoint"_s, m_endpoint);
    if (!pruning.exec())
        return errorOf(pruning.lastError());

    QSqlQuery reading = query();
    reading.prepare(
        u"SELECT %1 FROM transfers WHERE endpoint = :endpoint ORDER BY turn, id"_s.arg(journal::columnNames()));
    reading.bindValue(u":endpoint"_s, m_endpoint);
    if (!reading.exec())
        return errorOf(reading.lastError());
    QList<JournalEntry> entries;
    while (reading.next()) {
        if (const auto entry = journal::entryOf(reading))
            entries << *entry;
        else
            qCWarning(lcTransfer) << "the journal's entry" << reading.value(0).toLongLong() << "is not understood";
    }
    return entries;
}

std::optional<Error> TransferJournal::put(const QList<JournalEntry> &entries)
{
    return atOnce([&]() -> std::optional<Error> {
        QSqlQuery writing = query();
        writing.prepare(u"INSERT OR REPLACE INTO transfers (%1) VALUES (%2)"_s.arg(journal::columnNames(),
                                                                                   journal::placeholders()));
        for (const JournalEntry &entry : entries) {
            journal::bind(writing, m_endpoint, entry);
            if (!writing.exec())
                return errorOf(writing.lastError());
        }
        return {};
    });
}

std::optional<Error> TransferJournal::remove(quint64 id)
{
    QSqlQuery removing = query();
    removing.prepare(u"DELETE FROM transfers WHERE id = :id"_s);
    removing.bindValue(u":id"_s, qint64(id));
    return removing.exec() ? std::nullopt : std::optional(errorOf(removing.lastError()));
}
