// SPDX-License-Identifier: Apache-2.0
#include "engine/commitlist.h"

#include "engine/engine.h"
#include "hub/hubclient.h"

#include <QPointer>

namespace {

constexpr int kCommitsAPage = 50;

}

CommitList::CommitList(Engine *engine, QObject *parent) : QObject(parent), m_engine(engine) {}

CommitList::~CommitList() = default;

void CommitList::open(const RepoId &repo, const QString &revision)
{
    close();
    m_repo = repo;
    m_revision = revision;
    ask();
    Q_EMIT restarted();
}

void CommitList::close()
{
    stop();
    m_repo = {};
    m_next.clear();
    m_ids.clear();
    m_total = -1;
    m_hasFailed = false;
    m_isWhole = false;
}

void CommitList::fetchMore()
{
    if (!canFetchMore())
        return;
    ask();
    Q_EMIT asked();
}

void CommitList::retry()
{
    if (!m_hasFailed)
        return;
    ask();
    Q_EMIT asked();
}

void CommitList::ask()
{
    m_hasFailed = false;
    m_question = new QObject(this);
    ApiCall<Page<Commit>> call = hub::commits(m_repo, m_revision, kCommitsAPage);
    call.address = m_next;
    const auto onAnswer = [this, asked = QPointer(m_question)](const Result<Page<Commit>> &page) {
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
void CommitList::stop()
{
    if (m_question)
        m_question->deleteLater();  // Later: it may be the context of the very answer that makes us stop.
    m_question = nullptr;
}

void CommitList::onPage(const Page<Commit> &page)
{
    QList<Commit> commits;
    for (const Commit &commit : page.items) {
        if (!m_ids.contains(commit.id)) {
            m_ids.insert(commit.id);
            commits << commit;
        }
    }
    m_total = std::max(m_total, page.total);
    m_next = commits.isEmpty() ? QUrl() : page.next;  // A page that brings nothing new is the last, else none might be.
    m_isWhole = !m_next.isValid();
    // Whoever hears of them may open another revision, or end us.
    const QPointer<CommitList> self(this);
    const QSet<QString> told = m_ids;
    if (!commits.isEmpty())
        Q_EMIT added(commits);
    if (self && !isAsking() && told == m_ids)
        Q_EMIT finished();
}
