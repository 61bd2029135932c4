// SPDX-License-Identifier: Apache-2.0
#include "cli/dryrun.h"

#include "core/safename.h"
#include "engine/engine.h"
#include "hub/hubclient.h"
#include "hub/repoinfo.h"

DryRun::DryRun(Engine *engine, DownloadWish wish, QObject *parent)
    : Job(parent),
      m_engine(engine),
      m_wish(std::move(wish))
{
}

void DryRun::doStart()
{
    if (core::isCommit(m_wish.revision))
        m_wish.commit = m_wish.revision;
    if (m_engine->options().isOffline)
        fallBack({Error::Kind::Offline, tr("Offline, and the list of this revision is not in the cache."), {}});
    else if (m_wish.commit.isEmpty())
        askCommit();
    else
        askTree();
}

void DryRun::doCancel()
{
    if (m_question)
        m_question->cancel();
}

void DryRun::askCommit()
{
    m_question = m_engine->hub()->send(hub::repoInfo(m_wish.repo, m_wish.revision), this,
                                       [this](const Result<RepoInfo> &info) {
                                           if (!info)
                                               return fallBack(info.error());
                                           m_wish.commit = info->sha;
                                           askTree();
                                       });
}

void DryRun::askTree()
{
    if (const auto kept = m_engine->cache(m_wish.repo).readTree(m_wish.commit)) {
        m_files = *kept;
        return makePlan();
    }
    m_question = m_engine->hub()->stream(hub::tree(m_wish.repo, m_wish.commit, {}, true), this,
                                         [this](const Result<Page<TreeEntry>> &page) { return onPage(page); });
}

bool DryRun::onPage(const Result<Page<TreeEntry>> &page)
{
    if (!page) {
        fallBack(page.error());
        return false;
    }
    for (const TreeEntry &entry : page->items) {
        if (!entry.isFolder)
            m_files << entry.file;
    }
    if (!page->next.isValid())
        makePlan();
    return true;
}

/// Without the Hub the cache may know the list.
void DryRun::fallBack(const Error &error)
{
    const bool isUnreachable = error.kind == Error::Kind::Offline || error.kind == Error::Kind::Timeout;
    const RepoCache cache = m_engine->cache(m_wish.repo);
    const auto commit = isUnreachable ? cache.commitOf(m_wish.revision) : std::nullopt;
    const auto kept = commit ? cache.readTree(*commit) : std::nullopt;
    if (!kept)
        return finish(error);
    m_wish.commit = *commit;
    m_files = *kept;
    makePlan();
}

void DryRun::makePlan()
{
    m_wish.tree = m_files;
    m_engine->plan(m_wish, this, [this](const DownloadPlan &plan) {
        m_plan = plan;
        finish();
    });
}
