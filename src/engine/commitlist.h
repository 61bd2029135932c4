// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "hub/commits.h"

#include <QObject>
#include <QSet>

class Engine;

/// The history of one revision, newest first, a page at a time: each further page is asked for only on demand. An
/// answer about a revision before is never told.
class CommitList final : public QObject
{
    Q_OBJECT

public:
    /// \a engine outlives the list.
    explicit CommitList(Engine *engine, QObject *parent = nullptr);
    ~CommitList() override;

    /// Asks for the first page, also where it is the revision that was there before. A commit as \a revision keeps the
    /// pages in one order while a branch moves.
    void open(const RepoId &repo, const QString &revision);
    void close();  ///< Nothing more is told until open().
    const RepoId &repo() const { return m_repo; }

    bool canFetchMore() const { return m_next.isValid() && !isAsking() && !m_hasFailed; }
    void fetchMore();
    void retry();  ///< Asks for the page that failed.

    bool isAsking() const { return m_question; }
    bool isWhole() const { return m_isWhole; }      ///< There are no more.
    bool hasFailed() const { return m_hasFailed; }  ///< The last page that was asked for did not come.
    qint64 total() const { return m_total; }        ///< Of all pages; -1: the Hub has not said it.

Q_SIGNALS:
    void restarted();                          ///< What was told belongs to another revision.
    void asked();                              ///< A page is on its way.
    void added(const QList<Commit> &commits);  ///< Each commit once.
    void failed(const Error &error);
    void finished();  ///< A page came to its end; isWhole() tells whether it was the last.

private:
    void ask();
    void stop();
    void onPage(const Page<Commit> &page);

    Engine *m_engine;
    RepoId m_repo;
    QString m_revision;
    QUrl m_next;                    // Not valid: the first page comes next, or there is none any more.
    QObject *m_question = nullptr;  // The context of the one on its way: who replaced it hears nothing of it.
    QSet<QString> m_ids;            // Of what was told: a Hub that turns in circles has an end.
    qint64 m_total = -1;
    bool m_hasFailed = false;
    bool m_isWhole = false;
};
