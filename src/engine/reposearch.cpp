// SPDX-License-Identifier: Apache-2.0
#include "engine/reposearch.h"

#include "engine/engine.h"
#include "hub/hubclient.h"

#include <QPointer>

RepoSearch::RepoSearch(Engine *engine, RepoType type, QObject *parent) : QObject(parent), m_engine(engine), m_type(type)
{
}

RepoSearch::~RepoSearch() = default;

void RepoSearch::setQuery(const RepoQuery &query)
{
    if (m_hasStarted && !m_hasFailed && query == m_query)
        return;
    m_query = query;
    restart();
}

void RepoSearch::restart()
{
    stop();
    m_next.clear();
    m_names.clear();
    m_total = -1;
    m_hasStarted = true;
    m_isWhole = false;
    ask();
    Q_EMIT restarted();
}

void RepoSearch::fetchMore()
{
    if (canFetchMore())
        ask();
}

void RepoSearch::retry()
{
    if (m_hasFailed)
        ask();
}

void RepoSearch::ask()
{
    m_hasFailed = false;
    m_question = new QObject(this);
    ApiCall<Page<RepoSummary>> call = hub::repoList(m_type, m_query);
    call.address = m_next;
    const auto onAnswer = [this, asked = QPointer(m_question)](const Result<Page<RepoSummary>> &page) {
        if (!asked || asked != m_question)
            return;
        stop();
        if (page) {
            onPage(*page);
        } else {
            m_hasFailed = true;
            Q_EMIT failed(page.error());
        }
    };
    m_engine->hub()->send(call, m_question, onAnswer);
}

/// What is under way ends with its context.
void RepoSearch::stop()
{
    if (m_question)
        m_question->deleteLater();  // Later: it may be the context of the very answer that makes us stop.
    m_question = nullptr;
}

void RepoSearch::onPage(const Page<RepoSummary> &page)
{
    QList<RepoSummary> results;
    for (const RepoSummary &result : page.items) {
        if (!m_names.contains(result.id.name)) {
            m_names.insert(result.id.name);
            results << result;
        }
    }
    m_total = std::max(m_total, page.total);
    m_next = results.isEmpty() ? QUrl() : page.next;  // A page that brings nothing new is the last, else none might be.
    m_isWhole = !m_next.isValid();
    const QPointer<QObject> self(this);
    const RepoQuery query = m_query;
    if (!results.isEmpty())
        Q_EMIT added(results);
    if (self && !isAsking() && query == m_query)  // Whoever heard of them may have asked for something else.
        Q_EMIT finished();
}
