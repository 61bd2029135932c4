// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "support/disk.h"
#include "transfer/transferjournal.h"

#include <QDir>
#include <QSqlDatabase>
#include <QSqlQuery>
#include <QTemporaryDir>
#include <QTest>
#include <QTimeZone>

/// A journal of transfers on a disk of the test's, another one for each of its functions.
class JournalRig
{
protected:
    using State = TransferRow::State;

    static inline const QUrl kHub{QStringLiteral("https://hub.test")};
    static inline const QString kCommit = QString(40, u'c');

    static JournalEntry entry(quint64 id, State state = State::Waiting)
    {
        JournalEntry made{.id = id, .state = state};
        made.wish.repo = {RepoType::Model, QStringLiteral("o/m")};
        return made;
    }

    /// Runs SQL on a file that nobody has open, a statement after the other.
    static void alter(const QString &path, const QString &sql)
    {
        {
            QSqlDatabase database = QSqlDatabase::addDatabase(QStringLiteral("QSQLITE"), QStringLiteral("alter"));
            database.setDatabaseName(path);
            QVERIFY(database.open());
            for (const QString &statement : sql.split(u';'))
                QVERIFY2(QSqlQuery(database).exec(statement), qPrintable(statement));
        }
        QSqlDatabase::removeDatabase(QStringLiteral("alter"));
    }

    QTemporaryDir m_dir;
    int m_files = 0;
    QString m_path;

    std::unique_ptr<TransferJournal> open(const QUrl &endpoint = kHub) const
    {
        auto opened = TransferJournal::open(m_path, endpoint);
        if (!opened)
            qFatal("%ls %ls", qUtf16Printable(opened.error().message), qUtf16Printable(opened.error().detail));
        return *std::move(opened);
    }

    QList<quint64> ids(const QUrl &endpoint = kHub) const
    {
        QList<quint64> ids;
        const auto journal = open(endpoint);
        for (const JournalEntry &known : *journal->entries())
            ids << known.id;
        return ids;
    }

    QStringList movedAside() const
    {
        return QDir(QFileInfo(m_path).path()).entryList({QStringLiteral("transfers.sqlite.broken-*")});
    }

    static void compare(const JournalEntry &got, const JournalEntry &put)
    {
        QCOMPARE(got.id, put.id);
        QVERIFY(got.wish.repo == put.wish.repo);
        QCOMPARE(got.wish.revision, put.wish.revision);
        QCOMPARE(got.wish.commit, put.wish.commit);
        QCOMPARE(got.wish.paths, put.wish.paths);
        QCOMPARE(got.wish.include, put.wish.include);
        QCOMPARE(got.wish.exclude, put.wish.exclude);
        QCOMPARE(got.wish.folder, put.wish.folder);
        QVERIFY(!got.wish.tree);
        QCOMPARE(got.wish.isSingleFile, put.wish.isSingleFile);
        QCOMPARE(got.wish.wasPlanned, put.wish.wasPlanned);
        QCOMPARE(int(got.state), int(put.state));
        QCOMPARE(got.target, put.target);
        QCOMPARE(got.files, put.files);
        QCOMPARE(got.filesDone, put.filesDone);
        QCOMPARE(got.done, put.done);
        QCOMPARE(got.total, put.total);
        QCOMPARE(got.error.has_value(), put.error.has_value());
        if (put.error) {
            QCOMPARE(int(got.error->kind), int(put.error->kind));
            QCOMPARE(got.error->message, put.error->message);
        }
        QCOMPARE(got.finishedAt, put.finishedAt);
    }

    void anotherFile() { m_path = m_dir.filePath(QStringLiteral("%1/hubdeck/transfers.sqlite").arg(++m_files)); }
};
