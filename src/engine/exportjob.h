// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/job.h"
#include "core/repoid.h"
#include "local/snapshotexport.h"

#include <QTimer>

#include <functional>
#include <memory>

class Engine;

/// Writes what is cached of one commit into an archive, in the pool; done() and total() are bytes of its files.
class ExportJob final : public Job
{
    Q_OBJECT

public:
    /// \a engine outlives the job; \a files are what find() answered.
    ExportJob(Engine *engine, const RepoId &repo, SnapshotFiles files, QString target, QObject *parent = nullptr);
    ~ExportJob() override;  ///< What is half written goes.

    const QString &target() const { return m_target; }
    const RepoId &repo() const { return m_repo; }

    /// Looks what is cached of \a commit; \a done is not called once \a context died.
    static void find(Engine *engine, const RepoId &repo, const QString &commit, QObject *context,
                     std::function<void(const Result<SnapshotFiles> &)> done);

protected:
    void doStart() override;
    void doCancel() override;

private:
    Engine *m_engine;
    RepoId m_repo;
    SnapshotFiles m_files;
    QString m_target;
    std::shared_ptr<ExportWatch> m_watch;
    QTimer m_poll;
};
