// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "engine/pager.h"
#include "hub/commits.h"

#include <QObject>

class HubClient;

/// The history of one revision, newest first, a page at a time: each further page is asked for only on demand. An
/// answer about a revision before is never told.
class CommitList final : public QObject
{
    Q_OBJECT

public:
    explicit CommitList(QObject *parent = nullptr);

    /// Asks \a hub, which outlives the list, for the first page, also where it is the revision that was there before. A
    /// commit as \a revision keeps the pages in one order while a branch moves.
    void open(HubClient *hub, const RepoId &repo, const QString &revision);
    void close();  ///< Nothing more is told until open().
    bool isOf(const HubClient *hub, const RepoId &repo) const { return m_hub == hub && m_repo == repo; }

    bool canFetchMore() const { return m_pager.canFetchMore(); }
    void fetchMore();
    void retry();  ///< Asks for the page that failed.

    bool isAsking() const { return m_pager.isAsking(); }
    bool isWhole() const { return m_pager.isWhole(); }      ///< There are no more.
    bool hasFailed() const { return m_pager.hasFailed(); }  ///< The last page that was asked for did not come.
    qint64 total() const { return m_pager.total(); }        ///< Of all pages; -1: the Hub has not said it.

Q_SIGNALS:
    void restarted();                          ///< What was told belongs to another revision.
    void asked();                              ///< A page is on its way.
    void added(const QList<Commit> &commits);  ///< Each commit once.
    void failed(const Error &error);
    void finished();  ///< A page came to its end; isWhole() tells whether it was the last.

private:
    const HubClient *m_hub = nullptr;
    RepoId m_repo;
    Pager<Commit> m_pager;
};
