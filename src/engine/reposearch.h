// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/error.h"
#include "engine/pager.h"
#include "hub/repolist.h"

#include <QObject>

class Engine;

/// Searches one kind of the Hub's repositories, a page at a time: each further page is asked for only on demand. An
/// answer to an older query is never told.
class RepoSearch final : public QObject
{
    Q_OBJECT

public:
    /// \a engine outlives the search.
    RepoSearch(Engine *engine, RepoType type, QObject *parent = nullptr);

    RepoType type() const { return m_type; }

    /// Asks for its first page. The same query again changes nothing, unless it has failed.
    void setQuery(const RepoQuery &query);
    const RepoQuery &query() const { return m_query; }
    void restart();  ///< The same query from its first page on.

    bool canFetchMore() const { return m_pager.canFetchMore(); }
    void fetchMore() { m_pager.fetchMore(); }
    void retry() { m_pager.retry(); }  ///< Asks for the page that failed.

    bool hasStarted() const { return m_hasStarted; }
    bool isAsking() const { return m_pager.isAsking(); }
    bool isWhole() const { return m_pager.isWhole(); }      ///< There are no more.
    bool hasFailed() const { return m_pager.hasFailed(); }  ///< The last page that was asked for did not come.
    qint64 total() const { return m_pager.total(); }        ///< Of all pages; -1: the Hub has not said it.

Q_SIGNALS:
    void restarted();                               ///< What was told belongs to another query.
    void added(const QList<RepoSummary> &results);  ///< Each repository once.
    void failed(const Error &error);
    void finished();  ///< A page came to its end; isWhole() tells whether it was the last.

private:
    RepoType m_type;
    RepoQuery m_query;
    bool m_hasStarted = false;
    Pager<RepoSummary> m_pager;
};
