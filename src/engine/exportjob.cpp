// SPDX-License-Identifier: Apache-2.0
#include "engine/exportjob.h"

#include "engine/engine.h"
#include "transfer/inpool.h"

using namespace std::chrono_literals;

ExportJob::ExportJob(Engine *engine, const RepoId &repo, SnapshotFiles files, QString target, QObject *parent)
    : Job(parent),
      m_engine(engine),
      m_repo(repo),
      m_files(std::move(files)),
      m_target(std::move(target)),
      m_watch(std::make_shared<ExportWatch>())
{
    connect(&m_poll, &QTimer::timeout, this, [this] { setProgress(m_watch->done, m_files.bytes); });
}

ExportJob::~ExportJob()
{
    m_watch->isStopped = true;  // The engine waits for its pool.
}

void ExportJob::find(Engine *engine, const RepoId &repo, const QString &commit, QObject *context,
                     std::function<void(const Result<SnapshotFiles> &)> done)
{
    const auto work = [cache = engine->cache(repo), commit] { return local::filesOfSnapshot(cache, commit); };
    transfer::inPool(engine->pool(), context, work, std::move(done));
}

void ExportJob::doStart()
{
    m_poll.start(200ms);
    const auto work = [cache = m_engine->cache(m_repo), files = m_files, target = m_target, watch = m_watch] {
        return local::exportSnapshot(cache, files, target, watch.get());
    };
    transfer::inPool(m_engine->pool(), this, work, [this](const std::optional<Error> &error) {
        m_poll.stop();
        setProgress(m_watch->done, m_files.bytes);
        finish(error);
    });
}

/// The pool notices it with its next piece.
void ExportJob::doCancel()
{
    m_watch->isStopped = true;
}
