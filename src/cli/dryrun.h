// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "core/job.h"
#include "hub/page.h"
#include "hub/tree.h"
#include "transfer/downloadplan.h"

#include <QPointer>

class Engine;

/// Finds out what a download would do, and writes nothing: asks for the commit and its list, or takes the list that the
/// cache keeps, and compares it with what is there.
class DryRun final : public Job
{
    Q_OBJECT

public:
    /// \a engine outlives it.
    DryRun(Engine *engine, DownloadWish wish, QObject *parent);

    const DownloadPlan &plan() const { return m_plan; }

protected:
    void doStart() override;
    void doCancel() override;

private:
    void askCommit();
    void askTree();
    bool onPage(const Result<Page<TreeEntry>> &page);
    void fallBack(const Error &error);
    void makePlan();

    Engine *m_engine;
    DownloadWish m_wish;
    RemoteFiles m_files;
    QPointer<Job> m_question;
    DownloadPlan m_plan;
};
