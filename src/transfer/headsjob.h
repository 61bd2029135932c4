// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/job.h"
#include "core/remotefile.h"
#include "core/repoid.h"
#include "hub/filemetadata.h"

#include <QPointer>

#include <set>

class HubClient;

/// Asks for what a list does not say of some of its files, hash and size, by the headers of each, eight at a time: for
/// Hubs and mirrors whose lists are poorer than Hugging Face's. PlanJob owns it.
///
/// A file of which the headers name no hash either stays as it is: the plan refuses it by name.
class HeadsJob final : public Job
{
    Q_OBJECT

public:
    /// \a unknown are the places of those files in \a files; \a hub outlives the job.
    HeadsJob(RepoId repo, QString commit, RemoteFiles files, QList<qsizetype> unknown, HubClient *hub, QObject *parent);

    const RemoteFiles &files() const { return m_files; }

protected:
    void doStart() override;
    void doCancel() override;

private:
    void askOn();
    void onAnswer(qsizetype place, const Result<FileMetadata> &metadata);

    RepoId m_repo;
    QString m_commit;
    RemoteFiles m_files;
    QList<qsizetype> m_unknown;
    HubClient *m_hub;
    qsizetype m_asked = 0;
    qsizetype m_answered = 0;
    QList<QPointer<Job>> m_questions;
};
