// SPDX-License-Identifier: Apache-2.0
#include "transfer/headsjob.h"

#include "hub/hubclient.h"

namespace {
constexpr qsizetype kAtOnce = 8;
}

HeadsJob::HeadsJob(RepoId repo, QString commit, RemoteFiles files, QList<qsizetype> unknown, HubClient *hub,
                   QObject *parent)
    : Job(parent),
      m_repo(std::move(repo)),
      m_commit(std::move(commit)),
      m_files(std::move(files)),
      m_unknown(std::move(unknown)),
      m_hub(hub)
{
}

void HeadsJob::doStart()
{
    askOn();
}

void HeadsJob::doCancel()
{
    for (const QPointer<Job> &question : std::exchange(m_questions, {})) {
        if (question)
            question->cancel();
    }
}

void HeadsJob::askOn()
{
    while (m_asked < m_unknown.size() && m_asked - m_answered < kAtOnce) {
        const qsizetype place = m_unknown[m_asked++];
        m_questions.removeIf([](const QPointer<Job> &question) { return !question; });
        m_questions << m_hub->send(hub::fileMetadata(m_repo, m_commit, m_files[place].path), this,
                                   [this, place](const Result<FileMetadata> &metadata) { onAnswer(place, metadata); });
    }
}

void HeadsJob::onAnswer(qsizetype place, const Result<FileMetadata> &metadata)
{
    if (state() != State::Running)
        return;
    using Kind = Error::Kind;
    const bool isOfThisFile
        = metadata || metadata.error().kind == Kind::NoEntry || metadata.error().kind == Kind::BadReply;
    if (!isOfThisFile) {
        doCancel();
        return finish(metadata.error());
    }
    if (metadata)
        m_files[place] = metadata->file;
    setProgress(++m_answered, m_unknown.size());
    if (m_answered == m_unknown.size())
        finish();
    else
        askOn();
}
